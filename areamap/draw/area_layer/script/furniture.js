/* What stands on the map beside the areas: legend, scale, north, title, source. */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const { element, icon } = areamap;

  areamap.Legend = L.Control.extend({
    options: { position: "bottomleft" },

    onAdd() {
      this._box = element("div", "areamap-legend");
      L.DomEvent.disableClickPropagation(this._box).disableScrollPropagation(this._box);
      return this._box;
    },

    show(view) {
      this._box.replaceChildren(element("div", "areamap-legend-title", view.title));
      const list = element("ul");
      const width = this._map.getSize().x;
      if (view.symbols) list.append(...areamap.symbols.sizes(view.symbols, width));
      if (view.grid) this._box.append(areamap.grid.grid(view.grid));
      const inGrid = view.grid ? view.grid.colours.flat().length : 0;
      view.palette.forEach((look, place) => {
        if (look.label && !(place > 0 && place <= inGrid)) list.append(this._entry(look));
      });
      this._box.append(list);
      for (const note of view.notes || []) this._box.append(element("div", "areamap-note", note));
      this._box.hidden = view.legend === false || !(list.children.length || view.grid);
    },

    _entry(look) {
      const entry = element("li");
      entry.append(areamap.swatch(look), element("span", "areamap-label", look.label));
      if (look.count !== undefined && look.count !== null) {
        entry.append(element("span", "areamap-count", look.count));
      }
      return entry;
    },
  });

  /** Scale and north; a schematic map has neither. */
  areamap.Compass = L.Control.extend({
    initialize() {
      L.setOptions(this, { position: "bottomright" });
      this._scale = L.control.scale({ imperial: false, position: "bottomright" });
    },

    onAdd(map) {
      this._map = map;
      const box = element("div", "areamap-north");
      this._letter = element("span");
      box.append(icon("M12 3 19 21 12 16.5 5 21Z"), this._letter);
      return box;
    },

    show(view, words) {
      const isSeen = view.scale && view.legend !== false;
      this.getContainer().hidden = !isSeen;
      this._letter.textContent = words.north || "N";
      if (isSeen) this._scale.addTo(this._map);
      else this._scale.remove();
    },

    onRemove() {
      this._scale.remove();
    },
  });

  /** Title above and source below; only a map that stands alone needs them. */
  areamap.Caption = class {
    constructor(container) {
      this.title = element("div", "areamap-title");
      this.heading = element("strong");
      this.subtitle = element("span");
      this.title.append(this.heading, this.subtitle);
      this.source = element("div", "areamap-source");
      container.append(this.title, this.source);
    }

    show(view) {
      this.heading.textContent = view.heading || "";
      this.subtitle.textContent = (view.tooltip || []).join(" · ");
      this.source.textContent = view.source || "";
    }

    remove() {
      this.title.remove();
      this.source.remove();
    }
  };
})(globalThis);
