/* The presenter's own window: what is shown, what comes next, what to say, how long it has been. */
(function (root) {
  "use strict";

  const { areamap } = root;
  const { element } = areamap;
  const { actOf, clock } = areamap.steps;
  const SECOND = 250;

  areamap.Presenter = class {
    constructor(box, told) {
      this.box = box;
      this.words = told.words;
      box.classList.add("deck-presenter");
      const name = new URLSearchParams(root.location.search).get("window") || "";
      this._build();
      this.channel = new BroadcastChannel(`areamap-deck-${name}`);
      this.channel.onmessage = ({ data }) => this._hear(data);
      this.channel.postMessage({ type: "hello" });
      this._onKey = (event) => this._key(event);
      root.addEventListener("keydown", this._onKey, true);
      this.ticking = setInterval(() => this._tick(), SECOND);
      this._wait();
    }

    /** What Streamlit tells at a later run is the same. */
    tell() {}

    remove() {
      clearInterval(this.ticking);
      root.removeEventListener("keydown", this._onKey, true);
      this.channel.close();
      for (const frame of [this.now, this.next]) if (frame) frame.remove();
    }

    _build() {
      const { words } = this;
      const part = (name) => element("section", `deck-of-${name}`);
      this.parts = { top: part("top"), now: part("now"), next: part("next"), notes: part("notes") };
      this.elapsed = element("b", "deck-elapsed", "00:00");
      this.day = element("span", "deck-day");
      this.at = element("span", "deck-where");
      this.parts.top.append(this.elapsed, this.day, this.at);
      for (const act of ["back", "next", "map", "black"]) this._button(act, () => this._ask(act));
      this._button("restart", () => this.channel.postMessage({ type: "restart" }));
      this.boxes = { now: element("div", "deck-picture"), next: element("div", "deck-picture") };
      this.parts.now.append(element("h3", "", words.now), this.boxes.now);
      this.parts.next.append(element("h3", "", words.coming), this.boxes.next);
      this.notes = element("div", "deck-notes");
      this.parts.notes.append(element("h3", "", words.notes), this.notes);
      this.waiting = element("p", "deck-waiting", words.waiting);
      this.box.append(this.waiting, ...Object.values(this.parts));
    }

    _button(act, does) {
      const button = element("button", `deck-ask-${act}`, this.words[act]);
      button.type = "button";
      button.addEventListener("click", does);
      this.parts.top.append(button);
    }

    _wait() {
      this.box.classList.add("deck-idle");
    }

    _ask(act) {
      this.channel.postMessage({ type: "act", act });
    }

    _key(event) {
      const act = actOf(event);
      const isButton = event.composedPath()[0] instanceof HTMLButtonElement && ["Enter", " "].includes(event.key);
      if (!act || isButton || event.repeat || ["leave", "full", "presenter", "help"].includes(act)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      this._ask(act);
    }

    _hear({ type, deck, state, begun }) {
      if (type === "gone") return this._wait();
      if (type === "deck") this._take(deck);
      if (!state || !this.deck) return undefined;
      if (begun) this.begun = begun;
      return this._show(state);
    }

    _take(deck) {
      const isNew = !this.deck || this.deck.key !== deck.key;
      this.deck = deck;
      if (!isNew) return;
      for (const name of ["now", "next"]) {
        if (this[name]) this[name].tell(deck);
        else this[name] = new areamap.SlideFrame(this.boxes[name], deck);
      }
    }

    _show(state) {
      const { slides } = this.deck;
      this.box.classList.remove("deck-idle");
      this.box.dataset.at = String(state.at + 1);
      this.now.show(state);
      const isLast = state.at + 1 >= slides.length;
      this.parts.next.classList.toggle("deck-last", isLast);
      this.next.show({ ...state, at: Math.min(state.at + 1, slides.length - 1), alone: false, black: false });
      this.at.textContent = `${state.at + 1} / ${slides.length}`;
      const notes = slides[state.at].notes;
      this.notes.replaceChildren(
        ...(notes.length ? notes : [this.words.no_notes]).map((text) => element("p", "", text)),
      );
      this._tick();
    }

    _tick() {
      this.elapsed.textContent = this.begun ? clock(Date.now() - this.begun) : "00:00";
      const hour = { hour: "2-digit", minute: "2-digit", hour12: false };
      this.day.textContent = new Date().toLocaleTimeString("en-GB", hour);
    }
  };
})(globalThis);
