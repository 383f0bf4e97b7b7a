/* The buttons of the map: nearer, farther, all, gaps, several, basemap, full screen. */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const { element, icon } = areamap;
  const ICONS = {
    nearer: "M12 5v14M5 12h14",
    farther: "M5 12h14",
    all: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
    gaps: "M12 4 21 20H3ZM12 10v4M12 17v.5",
    several: "M4 4h7v7H4ZM13 13h7v7h-7ZM13 7.5h7M16.5 4v7",
    basemap: "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2ZM9 4v14M15 6v14",
    full: "M4 10V4h6M14 4h6v6M20 14v6h-6M10 20H4v-6",
  };

  areamap.Tools = L.Control.extend({
    options: { position: "topright" },

    initialize(layer) {
      this._layer = layer;
      this._buttons = {};
    },

    onAdd(map) {
      const box = element("div", "areamap-tools");
      box.setAttribute("role", "toolbar");
      // A button that can't be named yet is not there yet: the words come with the first view.
      box.hidden = true;
      this._box = box;
      const acts = {
        nearer: () => map.zoomIn(),
        farther: () => map.zoomOut(),
        all: () => this._layer.frame.all(),
        gaps: () => this._press("gaps", this._layer.outlineGaps(!this._layer.gapsOutlined)),
        several: () => this._press("several", (this._layer.pointer.several = !this._layer.pointer.several)),
        basemap: () => this._press("basemap", this._layer.basemap.toggle()),
        full: () => this._layer.screen.toggle(),
      };
      for (const [name, act] of Object.entries(acts)) {
        const button = element("button", `areamap-tool-${name}`);
        button.type = "button";
        button.append(icon(ICONS[name]));
        button.addEventListener("click", act);
        this._buttons[name] = button;
        box.append(button);
      }
      L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
      return box;
    },

    show(view, words) {
      this._box.hidden = false;
      for (const [name, button] of Object.entries(this._buttons)) {
        button.title = words[name] || "";
        button.setAttribute("aria-label", words[name] || "");
      }
      this._buttons.gaps.hidden = !view.palette.some((look) => look.gap);
      this._buttons.basemap.hidden = !view.basemap;
      this._press("gaps", this._layer.gapsOutlined);
      this._press("several", this._layer.pointer.several);
      this._press("basemap", this._layer.basemap.tiles);
    },

    _press(name, isOn) {
      this._buttons[name].setAttribute("aria-pressed", String(Boolean(isOn)));
    },
  });
})(globalThis);
