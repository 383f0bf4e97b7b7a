/* The map of a deck: one Leaflet map that stays while slides change, and only takes other colours. */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const THAILAND = [13.1, 101.5];
  /** Pixels of the usual letters of names, and how large they are on a wall, in hundredths of it. */
  const LETTERS = 14;
  const ON_WALL = 2.6;
  const STILL = {
    boxZoom: false, doubleClickZoom: false, dragging: false, keyboard: false,
    scrollWheelZoom: false, touchZoom: false,
  };

  areamap.DeckMap = class {
    /** A live map can be moved and pointed at; others are only looked at. */
    constructor(box, isLive) {
      this.box = areamap.element("div", "deck-map");
      this.box.hidden = true;
      box.append(this.box);
      this.map = L.map(this.box, {
        ...(isLive ? { keyboard: false } : STILL),
        attributionControl: false, center: THAILAND, maxZoom: 14, minZoom: 4.5, zoom: 5.5,
        zoomControl: false, zoomSnap: 0.25,
      });
      this.layer = areamap.areaLayer({ tools: false });
      this.layer.addTo(this.map);
      this.box.areamap = { map: this.map, layer: this.layer };
      if (!isLive) this.box.inert = true;
    }

    /** Lay the map over a place of its frame, in pixels; nothing hides it. */
    lay(place, unit) {
      this.box.hidden = !place;
      if (!place) return;
      this.letters = Math.max(0.5, (ON_WALL * unit) / LETTERS);
      for (const side of ["left", "top", "width", "height"]) this.box.style[side] = `${place[side]}px`;
      this.map.invalidateSize({ animate: false });
    }

    /** Show a view, in the looks of high contrast or the usual ones. */
    show(view, contrast) {
      const key = `${view.key}${contrast ? "-strong" : ""}`;
      const drawn = `${key} ${this.letters}`;
      if (this.key === drawn) return;
      this.key = drawn;
      const { strong, ...told } = view;
      const looks = contrast ? { palette: strong } : {};
      const shown = { ...told, ...looks, key, legend: false, letters: this.letters };
      this.layer.show(shown).catch(() => (this.key = null));
    }

    move(act) {
      if (act === "nearer") this.map.zoomIn(0.75);
      else if (act === "farther") this.map.zoomOut(0.75);
      else if (this.layer.frame) this.layer.frame.all();
    }

    remove() {
      this.map.remove();
      this.box.remove();
    }
  };
})(globalThis);
