/*
 * The map without a mouse. Leaflet itself moves with the arrows and zooms with + and -; Enter goes
 * among the areas, Tab and Shift+Tab from one to the next, Enter selects, Escape goes back. What is
 * pointed at is told to those who listen.
 */
(function (root) {
  "use strict";

  const { areamap } = root;
  const { middle, unproject } = areamap.geometry;

  /** Milliseconds in which a focus comes from a finger or a mouse. */
  const JUST_NOW = 1000;

  areamap.Keyboard = class {
    constructor(layer) {
      this.layer = layer;
      this.at = -1;
      this.pointedAt = -Infinity;
    }

    add(map) {
      this.map = map;
      this.container = map.getContainer();
      this.live = areamap.element("div", "areamap-live");
      this.live.setAttribute("aria-live", "polite");
      this.container.append(this.live);
      this.events = {
        keydown: (event) => this._key(event),
        blur: () => this._leave(),
        focus: () => this._ring(performance.now() - this.pointedAt > JUST_NOW),
        pointerdown: ({ target }) => {
          this.pointedAt = performance.now();
          this._ring(false);
          // Leaflet would do it at once too, and a map that is only seen in part would move under
          // the pointer before the click comes.
          if (!target.closest(".leaflet-control")) this.container.focus({ preventScroll: true });
        },
      };
      for (const [name, act] of Object.entries(this.events)) {
        this.container.addEventListener(name, act, name.startsWith("pointer"));
      }
    }

    remove() {
      for (const [name, act] of Object.entries(this.events)) {
        this.container.removeEventListener(name, act, name.startsWith("pointer"));
      }
      this.live.remove();
    }

    /** Say how the map is used, to those who come to it by keyboard. */
    show(view, words) {
      this.container.setAttribute("role", "application");
      this.container.setAttribute("aria-label", [view.title, words.keys].filter(Boolean).join(". "));
    }

    /** Show where the keys go; who points with a mouse knows. */
    _ring(isOn) {
      this.container.classList.toggle("areamap-keys", isOn);
    }

    _key(event) {
      if (event.target !== this.container || !this.layer.scene) return;
      this._ring(true);
      const act = {
        Enter: () => (this.at < 0 ? this._step(1) : this._choose(event.shiftKey)),
        Tab: () => this.at >= 0 && this._step(event.shiftKey ? -1 : 1),
        Escape: () => this._back(),
      }[event.key];
      if (act && act() !== false) event.preventDefault();
    }

    /** Go to the next area that is asked about, in the order of codes; false beyond the last. */
    _step(by) {
      const { geometry, isAsked } = this.layer.scene;
      const inView = this.map.getBounds();
      const isSeen = (area) => inView.contains(unproject(...middle(geometry.boxes[area])));
      let next = this.at + by;
      if (this.at < 0) {
        next = geometry.codes.findIndex((_, area) => isAsked(area) && isSeen(area));
      }
      while (next >= 0 && next < geometry.codes.length && !isAsked(next)) next += by;
      if (next < 0 || next >= geometry.codes.length) {
        this._leave();
        return false;
      }
      this.at = next;
      if (!isSeen(next)) {
        this.map.panTo(unproject(...middle(geometry.boxes[next])), { animate: false });
      }
      this.layer.pointer.point(next);
      this.live.textContent = [...this.layer.pointer.describe(next).childNodes]
        .map((part) => part.textContent)
        .join(", ");
      return true;
    }

    _choose(adds) {
      this.layer.pointer.choose(this.at, adds);
      return true;
    }

    _back() {
      if (this.at < 0) this.layer.pointer.clear();
      this._leave();
    }

    _leave() {
      if (this.at >= 0) this.layer.pointer.leave();
      this.at = -1;
    }
  };
})(globalThis);
