/* Pointing at areas: what lies under the pointer, what is said of it, what is selected. */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const { element } = areamap;
  const { areaAt, areasIn, arcsAround, middle, project, unproject } = areamap.geometry;
  /** Pixels between the tooltip and the edge of the map, and what it points at. */
  const EDGE = 6;
  const LIFT = 12;
  const WEIGHT = { hover: 2.5, selection: 4 };

  /** A box drawn with shift selects; Leaflet's own would zoom. */
  const BoxSelect = L.Map.BoxZoom.extend({
    _onMouseUp(event) {
      if (event.which !== 1 && event.button !== 1) return;
      this._finish();
      if (!this._moved) return;
      this._clearDeferredResetState();
      this._resetStateTimeout = setTimeout(L.Util.bind(this._resetState, this), 0);
      const corners = [this._startPoint, this._point].map((point) =>
        this._map.containerPointToLatLng(point),
      );
      this.pointer.selectBox(L.latLngBounds(corners));
    },
  });

  /** Pointer of one layer; it knows which area is pointed at and which are selected. */
  areamap.Pointer = class {
    constructor(layer) {
      this.layer = layer;
      this.hovered = -1;
      this.selected = [];
      this.several = false;
      this.outlines = {};
    }

    add(map) {
      this.map = map;
      this.renderer = L.svg({ padding: 0.15 });
      this.tooltip = L.tooltip({ className: "areamap-tooltip", direction: "top", opacity: 1 });
      map.doubleClickZoom.disable();
      map.boxZoom.disable();
      this.box = new BoxSelect(map);
      this.box.pointer = this;
      this.box.enable();
      // Leaflet says `mouseout` of what it drew itself, not of the box around it.
      this.left = () => this.leave();
      map.getContainer().addEventListener("mouseleave", this.left);
    }

    remove() {
      this.box.disable();
      this.map.getContainer().removeEventListener("mouseleave", this.left);
      this.tooltip.remove();
      this._outline("selection", []);
      this._outline("hover", []);
    }

    hover(event) {
      if (this.map.dragging.moving() || this.map._animatingZoom || this.layer.isMoving()) return;
      const area = this._areaUnder(event);
      if (area < 0) this.leave();
      else this.point(area, event.latlng);
    }

    leave() {
      this.hovered = -1;
      this.tooltip.remove();
      this._outline("hover", []);
    }

    /** Say again what is pointed at, after other values came; nothing where other areas did. */
    refresh(isNew) {
      if (isNew || this.hovered < 0 || !this.layer.scene.isAsked(this.hovered)) this.leave();
      else this.tooltip.setContent(this.describe(this.hovered));
    }

    click(event) {
      // The second click of a double one goes down; it must not take the selection back.
      if (event.originalEvent && event.originalEvent.detail > 1) return;
      const area = this._areaUnder(event);
      const adds = this.several || Boolean(event.originalEvent && event.originalEvent.shiftKey);
      if (area >= 0) this.point(area, event.latlng);
      this.choose(area, adds);
      const code = this.selected.at(-1) || null;
      const feature = { type: "Feature", geometry: null, properties: { area_code: code } };
      this.layer.fire("click", { latlng: event.latlng, layer: { toGeoJSON: () => feature } });
    }

    enter(event) {
      const area = this._areaUnder(event);
      if (area >= 0) this.layer.fire("enter", { area_code: this.layer.scene.geometry.codes[area] });
    }

    /** Select an area, or take it back where it is selected already; -1 selects nothing. */
    choose(area, adds) {
      const code = area < 0 ? null : this.layer.scene.geometry.codes[area];
      const others = adds ? this.selected.filter((other) => other !== code) : [];
      const was = this.selected.includes(code) && (adds || this.selected.length === 1);
      if (code === null && adds) return;
      this._tell(code === null || was ? others : [...others, code]);
    }

    selectBox(bounds) {
      const { geometry, isAsked } = this.layer.scene;
      const [left, top] = project([bounds.getWest(), bounds.getNorth()]);
      const [right, bottom] = project([bounds.getEast(), bounds.getSouth()]);
      const inside = areasIn(geometry, [left, top, right, bottom]).filter(isAsked);
      const codes = new Set([...this.selected, ...inside.map((area) => geometry.codes[area])]);
      this._tell([...codes]);
    }

    clear() {
      if (this.selected.length) this._tell([]);
    }

    /** Outline some areas as selected, without telling the host. */
    select(codes) {
      this.selected = codes;
      const { index } = this.layer.scene.geometry;
      const areas = codes.map((code) => index.get(code)).filter((area) => area !== undefined);
      this._outline("selection", areas);
      this.map.getContainer().dataset.selected = codes.join(" ");
    }

    /** Point at an area: outline it and say what it is, at a place or at its middle. */
    point(area, latlng) {
      if (area !== this.hovered) {
        this.hovered = area;
        this._outline("hover", [area]);
        this.tooltip.setContent(this.describe(area));
      }
      this._place(latlng || unproject(...middle(this.layer.scene.geometry.boxes[area])));
    }

    /** Put the tooltip above a place, or below it at the top edge, and within the map. */
    _place(latlng) {
      const { map, tooltip } = this;
      if (!map.hasLayer(tooltip)) tooltip.setLatLng(latlng).addTo(map);
      const { x, y } = map.latLngToContainerPoint(latlng);
      const { offsetWidth: width, offsetHeight: height } = tooltip.getElement();
      const room = [width / 2 + EDGE - x, map.getSize().x - width / 2 - EDGE - x];
      const isBelow = y - height - LIFT < 0;
      tooltip.options.direction = isBelow ? "bottom" : "top";
      tooltip.options.offset = [Math.min(Math.max(0, room[0]), room[1]), isBelow ? 2 * LIFT : -LIFT];
      tooltip.setLatLng(latlng);
    }

    describe(area) {
      const { scene, view } = this.layer;
      const code = scene.geometry.codes[area];
      const look = view.palette[scene.classes[area]];
      const value = scene.values[area];
      const said = Number.isFinite(value)
        ? `${value.toLocaleString("en-GB", { maximumFractionDigits: 2 })} ${view.unit || ""}`
        : look.label;
      const dot = element("span", "areamap-dot");
      dot.style.background = look.ink && look.mark ? look.ink : look.fill;
      const line = element("div", "areamap-tooltip-value");
      line.append(dot, element("span", "", said));
      const name = scene.names ? areamap.names.fullName(scene.names, code) : code;
      const box = element("div");
      box.append(element("strong", "", name), line);
      for (const note of view.tooltip || []) box.append(element("div", "areamap-note", note));
      return box;
    }

    _tell(codes) {
      this.select(codes);
      this.layer.fire("select", { codes });
    }

    _areaUnder(event) {
      const { scene } = this.layer;
      if (!scene) return -1;
      const area = areaAt(scene.geometry, ...project([event.latlng.lng, event.latlng.lat]));
      return area >= 0 && scene.isAsked(area) ? area : -1;
    }

    _outline(which, areas) {
      if (this.outlines[which]) this.outlines[which].remove();
      this.outlines[which] = null;
      if (!areas.length || !this.layer.scene) return;
      const { geometry } = this.layer.scene;
      const lines = arcsAround(geometry, areas).map((arc) => {
        const points = geometry.arcs[arc];
        return Array.from({ length: points.length / 2 }, (_, i) =>
          unproject(points[2 * i], points[2 * i + 1]),
        );
      });
      this.outlines[which] = L.polyline(lines, {
        weight: WEIGHT[which],
        className: `areamap-${which}`,
        color: areamap.painting.INK,
        interactive: false,
        renderer: this.renderer,
        smoothFactor: 0,
      }).addTo(this.map);
    }
  };
})(globalThis);
