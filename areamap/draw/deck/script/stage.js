/* The stage: one frame over the whole screen, with its keys, its fingers and its second window. */
(function (root) {
  "use strict";

  const { areamap } = root;
  const { element, icon } = areamap;
  const { actOf, readAt, step, swipeOf, writeAt } = areamap.steps;
  const ICONS = {
    back: "M15 5l-7 7 7 7",
    next: "M9 5l7 7-7 7",
    map: "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2ZM9 4v14M15 6v14",
    contrast: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 3v18M15 5v14M18 7v10",
    presenter: "M3 5h12v9H3ZM9 14v4M6 18h6M18 9h3v10h-8",
    full: "M4 10V4h6M14 4h6v6M20 14v6h-6M10 20H4v-6",
    help: "M9 9a3 3 0 1 1 4 3c-1 .6-1 1-1 2M12 17.5v.5",
    leave: "M6 6l12 12M18 6 6 18",
  };
  /** Milliseconds after which the buttons go where nobody moves the mouse. */
  const QUIET = 2500;
  const WINDOW = "areamap-deck";

  /** Names this window among those that look at the same, also after a reload. */
  function windowName() {
    const made = root.sessionStorage.getItem(WINDOW) || crypto.getRandomValues(new Uint32Array(2)).join("");
    root.sessionStorage.setItem(WINDOW, made);
    return made;
  }

  areamap.Stage = class {
    constructor(box, told, tell) {
      this.box = box;
      this.leave = tell;
      this.name = windowName();
      box.classList.add("deck-stage");
      box.tabIndex = -1;
      this.screen = element("div", "deck-screen");
      box.append(this.screen);
      this.frame = new areamap.SlideFrame(this.screen, told, { isLive: true });
      this.said = element("p", "deck-said");
      this.said.setAttribute("aria-live", "polite");
      this.bar = this._buttons(told.words);
      this.help = this._help(told.words);
      box.append(this.said, this.bar, this.help);
      this.channel = new BroadcastChannel(`${WINDOW}-${this.name}`);
      this.channel.onmessage = ({ data }) => this._hear(data);
      this._listen();
      this.tell(told);
      box.focus();
    }

    tell(deck) {
      const isNew = !this.deck || this.deck.key !== deck.key;
      this.deck = deck;
      if (!isNew) return;
      const count = deck.slides.length;
      const at = readAt(root.location.search, count);
      const kept = this.state || { contrast: false };
      this.state = { at, count, alone: false, black: false, contrast: kept.contrast };
      this.begun = Number(root.sessionStorage.getItem(`${WINDOW}-${deck.key}`)) || Date.now();
      this._restart(this.begun);
      this.frame.tell(deck);
      this._show();
      this._tellAll();
    }

    remove() {
      for (const [target, name, act, options] of this.listeners) target.removeEventListener(name, act, options);
      clearTimeout(this._quiet);
      this.channel.postMessage({ type: "gone" });
      this.channel.close();
      this.frame.remove();
      if (document.fullscreenElement) document.exitFullscreen();
    }

    act(act) {
      if (act === "leave") return this._leave();
      if (act === "full") return this._full();
      if (act === "presenter") return this._presenter();
      if (act === "help") return void (this.help.hidden = !this.help.hidden);
      if (["nearer", "farther", "all"].includes(act)) return this.frame.map && this.frame.map.move(act);
      this.help.hidden = true;
      this.state = step(this.state, act);
      return this._show();
    }

    _show() {
      this.frame.show(this.state);
      const { at, count, black, alone, contrast } = this.state;
      const slide = this.deck.slides[at];
      this.box.dataset.at = String(at + 1);
      this.said.textContent = `${at + 1} / ${count} ${slide.heading}`;
      for (const [name, isOn] of Object.entries({ map: alone, contrast })) {
        this.bar.querySelector(`.deck-to-${name}`).setAttribute("aria-pressed", String(isOn));
      }
      this.box.classList.toggle("deck-dark", black);
      const address = writeAt(root.location.href, at);
      if (address !== root.location.href) root.history.replaceState(root.history.state, "", address);
      this.channel.postMessage({ type: "state", state: this.state, begun: this.begun });
    }

    _tellAll() {
      const { deck, state, begun } = this;
      this.channel.postMessage({ type: "deck", deck, state, begun });
    }

    _hear({ type, act }) {
      if (type === "hello") this._tellAll();
      else if (type === "act") this.act(act);
      else if (type === "restart") {
        this._restart(Date.now());
        this._tellAll();
      }
    }

    _restart(begun) {
      this.begun = begun;
      root.sessionStorage.setItem(`${WINDOW}-${this.deck.key}`, String(begun));
    }

    _leave() {
      if (!this.help.hidden) return void (this.help.hidden = true);
      if (this.box.classList.contains("deck-asked")) return undefined;
      this.box.classList.add("deck-asked");
      if (document.fullscreenElement) document.exitFullscreen();
      return this.leave({ at: this.state.at + 1 });
    }

    _full() {
      if (document.fullscreenElement) return document.exitFullscreen();
      // Where there is none (iPhone), the stage fills the window anyway.
      return this.box.requestFullscreen && this.box.requestFullscreen().catch(() => {});
    }

    _presenter() {
      const address = new URL(root.location.href);
      address.searchParams.set("view", "presenter");
      address.searchParams.set("window", this.name);
      root.open(address.href, `${WINDOW}-${this.name}`, "popup,width=1200,height=760");
    }

    // ------------------------------------------------------------- listening

    _listen() {
      let from = null;
      const onMap = (event) => event.composedPath().some((part) => part.classList && part.classList.contains("deck-map"));
      const finger = ({ clientX: x, clientY: y }) => ({ x, y });
      const swiped = (event) => {
        const map = this.frame.map && this.frame.map.map;
        const isMoved = onMap(event) && map && map.dragging.enabled();
        const act = from && !isMoved && swipeOf(from, finger(event.changedTouches[0]));
        from = null;
        if (act) this.act(act);
      };
      this.listeners = [
        [root, "keydown", (event) => this._key(event), true],
        [this.screen, "click", (event) => onMap(event) || this._click()],
        [this.screen, "touchstart", (event) => (from = event.touches.length === 1 ? finger(event.touches[0]) : null), { passive: true }],
        [this.screen, "touchend", swiped, { passive: true }],
        [this.box, "pointermove", () => this._stir()],
        [root, "popstate", () => this._goTo(readAt(root.location.search, this.state.count))],
      ];
      for (const [target, name, act, options] of this.listeners) target.addEventListener(name, act, options);
    }

    _key(event) {
      const within = event.composedPath()[0];
      const isButton = within instanceof HTMLButtonElement && ["Enter", " "].includes(event.key);
      const act = isButton ? null : actOf(event);
      if (!act || event.repeat) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this.act(act);
    }

    /** A first click takes the whole screen, where the mouse is the clicker; then it goes on. */
    _click() {
      if (document.fullscreenElement || !document.fullscreenEnabled) return this.act("next");
      return this._full();
    }

    _goTo(at) {
      this.state = { ...this.state, at };
      this._show();
    }

    _stir() {
      this.box.classList.add("deck-stirred");
      clearTimeout(this._quiet);
      this._quiet = setTimeout(() => this.box.classList.remove("deck-stirred"), QUIET);
    }

    // --------------------------------------------------------------- around

    _buttons(words) {
      const bar = element("div", "deck-bar");
      bar.setAttribute("role", "toolbar");
      for (const [act, lines] of Object.entries(ICONS)) {
        const button = element("button", `deck-to-${act}`);
        button.type = "button";
        button.title = words[act];
        button.setAttribute("aria-label", words[act]);
        button.append(icon(lines));
        button.addEventListener("click", () => {
          this.act(act);
          this.box.focus();
        });
        bar.append(button);
      }
      return bar;
    }

    _help(words) {
      const box = element("div", "deck-help");
      box.hidden = true;
      box.append(element("h3", "", words.help));
      const list = element("dl");
      for (const [keys, said] of words.keys) list.append(element("dt", "", keys), element("dd", "", said));
      box.append(list);
      box.addEventListener("click", () => this.act("help"));
      return box;
    }
  };
})(globalThis);
