/* The box in which a place is looked for, by a piece of its Thai or English name or of its code. */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const { element } = areamap;
  const { catalogue, fullName, search } = areamap.names;
  const MOST = 8;
  let made = 0;

  areamap.Finder = L.Control.extend({
    options: { position: "topleft" },

    initialize(layer) {
      this._layer = layer;
      this._codes = [];
      this._at = 0;
    },

    onAdd() {
      made += 1;
      const box = element("div", "areamap-finder");
      box.hidden = true; // until the names have come
      this._input = element("input");
      this._list = element("ul");
      this._list.id = `areamap-found-${made}`;
      this._list.setAttribute("role", "listbox");
      const told = {
        type: "search", role: "combobox", autocomplete: "off", spellcheck: "false",
        "aria-expanded": "false", "aria-controls": this._list.id, "aria-autocomplete": "list",
      };
      Object.entries(told).forEach(([name, value]) => this._input.setAttribute(name, value));
      this._list.hidden = true;
      box.append(this._input, this._list);
      this._input.addEventListener("input", () => this._search());
      this._input.addEventListener("focus", () => this._prepare());
      this._input.addEventListener("keydown", (event) => this._key(event));
      this._input.addEventListener("blur", () => setTimeout(() => this._close(), 150));
      L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
      return box;
    },

    show(view, names, groups) {
      this.getContainer().hidden = !names;
      if (!names) return;
      if (this._names !== names || this._groups !== groups) this._entries = null;
      this._names = names;
      this._groups = groups;
      this._lang = view.lang;
      this._input.placeholder = names.words.find;
      this._input.setAttribute("aria-label", names.words.find);
    },

    /** Make the names ready to be searched; those of the other language are fetched now. */
    _prepare() {
      if (this._entries) return Promise.resolve();
      const { _names: names, _groups: groups } = this;
      this._entries = catalogue([names], groups);
      const others = (names.others || []).map((url) => areamap.once(url, (told) => told));
      return Promise.all(others).then(
        (told) => {
          this._entries = catalogue([names, ...told], groups);
          if (this._input.value) this._search(this._codes[this._at]);
        },
        () => {
          this._entries = null; // this language still answers; the other is asked for again
        },
      );
    },

    /** Look for what is typed; the first is chosen, or one that was chosen before. */
    _search(kept) {
      if (!this._entries) this._prepare();
      this._codes = search(this._entries || [], this._input.value, MOST);
      this._at = Math.max(0, this._codes.indexOf(kept));
      this._draw();
    },

    _draw() {
      const typed = Boolean(this._input.value.trim());
      const written = (code) =>
        this._groups[code] ? this._groups[code][this._lang] : fullName(this._names, code);
      const options = this._codes.map((code, place) => {
        const option = element("li", "", written(code));
        option.id = `${this._list.id}-${place}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", String(place === this._at));
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          this._go(code);
        });
        return option;
      });
      if (typed && !options.length) {
        options.push(element("li", "areamap-none", this._names.words.not_found));
      }
      this._list.replaceChildren(...options);
      this._list.hidden = !typed;
      this._input.setAttribute("aria-expanded", String(typed));
      const active = this._codes.length ? `${this._list.id}-${this._at}` : "";
      this._input.setAttribute("aria-activedescendant", active);
    },

    _key(event) {
      // Streamlit would take letters typed here for its own shortcuts.
      event.stopPropagation();
      const count = this._codes.length;
      const act = {
        ArrowDown: () => (this._at = (this._at + 1) % Math.max(1, count)),
        ArrowUp: () => (this._at = (this._at + Math.max(1, count) - 1) % Math.max(1, count)),
        Enter: () => count && this._go(this._codes[this._at]),
        Escape: () => {
          this._input.value = "";
          this._codes = [];
        },
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
      if (event.key !== "Enter") this._draw();
    },

    _go(code) {
      this._input.value = "";
      this._close();
      this._layer.find(code);
    },

    _close() {
      this._codes = [];
      this._list.hidden = true;
      this._input.setAttribute("aria-expanded", "false");
    },
  });
})(globalThis);
