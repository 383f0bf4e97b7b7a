/* Which part of the world is on the map: what is asked about, a place looked for, a linked map. */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const { joined, unproject } = areamap.geometry;
  const NARROW = 560;
  const MARGIN = 18;
  /** What the box above takes of a narrow map and the buttons beside of any map, in pixels. */
  const FINDER = 58;
  const TOOLS = 62;
  /** Seconds of a flight. */
  const FLIGHT = 0.6;
  const links = new Map();

  const isCalm = () => root.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** The frame of one layer's map. */
  areamap.Frame = class {
    constructor(layer, map) {
      this.layer = layer;
      this.map = map;
      this.bounds = null;
      this.isOurs = false;
      this.isFitting = false;
      this.isFlying = false;
      this.given = null;
      // Only a change of size moves the map without saying so before.
      this.events = {
        move: () => this._lead(),
        movestart: () => {
          this.isOurs = this.isFitting;
        },
        moveend: () => {
          this.isFlying = false;
        },
      };
      map.on(this.events);
    }

    remove() {
      this.map.off(this.events);
      this.link("");
    }

    /**
     * Fit the map to what is asked about, where that has changed; tell whether it moved. It may fly
     * there if the areas are the same as before.
     */
    fit(view, mayFly) {
      if (view.focus === this.focus) return false;
      const { geometry, isAsked } = this.layer.scene;
      const wanted = geometry.boxes.filter((_, area) => isAsked(area));
      const bounds = this._boundsOf(wanted.length ? wanted : geometry.boxes);
      this.focus = view.focus;
      if (!bounds) return false;
      this.bounds = bounds;
      if (this.given) this.map.setView(this.given.centre, this.given.zoom, { animate: false });
      else this.refit(mayFly && !this.linked);
      this.given = null;
      return true;
    }

    /** Look at a place at first, in the stead of all that is asked about. */
    lookFirst(place) {
      this.given = place;
    }

    /** Fit the areas beside or above the legend, whichever shows them larger; above on a phone. */
    refit(flies = false) {
      const { map } = this;
      const { height, width } = (this.room = this._legendSize());
      const isNarrow = map.getSize().x <= NARROW;
      const hasTools = this.layer.controls.length > 0;
      // A map as small as a stamp has no room for a margin.
      const margin = Math.min(MARGIN, map.getSize().x / 16);
      const right = hasTools ? TOOLS : margin;
      const beside = { paddingTopLeft: [width + margin, margin], paddingBottomRight: [right, margin] };
      const above = {
        paddingTopLeft: [margin, isNarrow && hasTools ? FINDER + this._offset("top") : margin],
        paddingBottomRight: [right, height + margin + this._offset("bottom")],
      };
      const zoom = ({ paddingTopLeft: a, paddingBottomRight: b }) =>
        map.getBoundsZoom(this.bounds, false, L.point(a).add(L.point(b)));
      const isBeside = !isNarrow && zoom(beside) >= zoom(above);
      this.isFitting = true;
      this._go(this.bounds, isBeside ? beside : above, flies);
      this.isFitting = false;
      this.isOurs = true;
    }

    /** Whether the legend has another size than that for which the map was fitted. */
    legendChanged() {
      const { height, width } = this._legendSize();
      return !this.room || this.room.height !== height || this.room.width !== width;
    }

    _legendSize() {
      const { offsetHeight: height, offsetWidth: width } = this.layer.legend.getContainer();
      return { height, width };
    }

    /** How far the corner of the box or of the legend is from the edge: title and source lie there. */
    _offset(side) {
      return parseFloat(getComputedStyle(this.map._controlCorners[`${side}left`])[side]) || 0;
    }

    _go(bounds, room, flies) {
      if (!flies || isCalm()) return this.map.fitBounds(bounds, { ...room, animate: false });
      this.isFlying = true;
      return this.map.flyToBounds(bounds, { ...room, duration: FLIGHT });
    }

    /** Fit again when container or legend change their size, unless she has moved the map herself. */
    resized() {
      if (this.bounds && this.isOurs) this.refit();
    }

    /** What a map looks at when it is left, for `comeBack`. */
    leave() {
      return { focus: this.focus, bounds: this.bounds, zoom: this.map.getZoom(), centre: this.map.getCenter() };
    }

    comeBack(place) {
      if (!place || !place.bounds) return;
      this.given = null;
      this.focus = place.focus;
      this.bounds = place.bounds;
      this.map.setView(place.centre, place.zoom, { animate: false });
    }

    all() {
      if (this.bounds) this.refit();
    }

    /** Fly to the areas whose codes begin with one of some codes; tell whether there are any. */
    fly(places) {
      const { boxes, codes } = this.layer.scene.geometry;
      const isThere = (_, area) => places.some((code) => codes[area].startsWith(code));
      const bounds = this._boundsOf(boxes.filter(isThere));
      if (!bounds) return false;
      this._go(bounds, { padding: [80, 80], maxZoom: 11 }, true);
      return true;
    }

    /** Follow, and lead, the other maps of a page that have the same name of a link. */
    link(name) {
      if (this.linked === name) return;
      if (this.linked) links.get(this.linked).delete(this);
      this.linked = name;
      if (!name) return;
      if (!links.has(name)) links.set(name, new Set());
      links.get(name).add(this);
    }

    _lead() {
      if (!this.linked || this.follows) return;
      for (const other of links.get(this.linked)) {
        if (other === this) continue;
        other.follows = true;
        other.map.setView(this.map.getCenter(), this.map.getZoom(), { animate: false });
        other.isOurs = this.isOurs;
        other.follows = false;
      }
    }

    _boundsOf(boxes) {
      const [left, top, right, bottom] = joined(boxes);
      return left > right ? null : L.latLngBounds([unproject(left, bottom), unproject(right, top)]);
    }
  };

  areamap.isCalm = isCalm;
})(globalThis);
