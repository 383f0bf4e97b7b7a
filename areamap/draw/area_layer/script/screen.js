/* The map alone on the screen, tiles behind it, and a thumb that scrolls past it. */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const TOUCH = "(hover: none) and (pointer: coarse)";

  /** The whole screen: the browser's own way, or over the page where there is none (iPhone). */
  areamap.Screen = class {
    constructor(map) {
      this.map = map;
      this.container = map.getContainer();
      this._onChange = () => this._mark(this._rootOf().fullscreenElement === this.container);
      this._onKey = (event) => event.key === "Escape" && this.toggle();
      document.addEventListener("fullscreenchange", this._onChange);
      this._touch();
    }

    remove() {
      document.removeEventListener("fullscreenchange", this._onChange);
      document.removeEventListener("keydown", this._onKey);
    }

    toggle() {
      const isFull = this.container.classList.contains("areamap-full");
      if (document.fullscreenElement) return document.exitFullscreen();
      if (isFull || !this.container.requestFullscreen) return this._mark(!isFull);
      return this.container.requestFullscreen().catch(() => this._mark(true));
    }

    _rootOf() {
      const found = this.container.getRootNode();
      return "fullscreenElement" in found ? found : document;
    }

    _mark(isFull) {
      this.container.classList.toggle("areamap-full", isFull);
      if (isFull) document.addEventListener("keydown", this._onKey);
      else document.removeEventListener("keydown", this._onKey);
      this._touch();
      this.map.invalidateSize({ animate: false });
    }

    /** One finger scrolls the page, two move the map; alone on the screen one moves the map. */
    _touch() {
      const isFull = this.container.classList.contains("areamap-full");
      if (!root.matchMedia(TOUCH).matches || isFull) this.map.dragging.enable();
      else this.map.dragging.disable();
    }
  };

  /** Tiles behind the areas, off until asked for; where there is no net there are none. */
  areamap.Basemap = class {
    constructor(map, canvas) {
      this.map = map;
      this.canvas = canvas;
      this.tiles = null;
      this.told = null;
      this.credit = areamap.element("div", "areamap-credit");
      this.credit.hidden = true;
      map.getContainer().append(this.credit);
    }

    remove() {
      this.credit.remove();
    }

    show(told) {
      if ((told || {}).url === (this.told || {}).url) return;
      if (this.tiles) this.toggle();
      this.told = told;
    }

    toggle() {
      if (this.tiles) {
        this.tiles.remove();
        this.tiles = null;
      } else if (this.told) {
        // Tile servers want to know who asks; nobody else is told.
        const options = { maxNativeZoom: 18, maxZoom: 20, referrerPolicy: "origin" };
        this.tiles = L.tileLayer(this.told.url, options).addTo(this.map);
        this.tiles.once("tileload", () => this._see(true));
      }
      if (!this.tiles) this._see(false);
      return Boolean(this.tiles);
    }

    /** Let the tiles be seen through the areas, and say whose they are; without net nothing changes. */
    _see(isSeen) {
      this.canvas.style.opacity = isSeen ? 0.72 : "";
      this.credit.hidden = !isSeen || !this.told.credit;
      this.credit.textContent = isSeen ? this.told.credit : "";
    }
  };
})(globalThis);
