/*
 * Areas on a Leaflet map: geometry fetched once, values set as often as one likes.
 *
 *   const layer = areamap.areaLayer().addTo(map);
 *   layer.show({geometry: url, names: url, classes: base64, palette: [...], focus: "19", ...});
 *
 * Values come in the order of the geometry: one byte of class (an index into the palette) and, if
 * wanted, one float32 for the tooltip. Every text is set as text: names come from files of others.
 *
 * It fires `select` with the `codes` that are selected, `enter` with the `area_code` into which one
 * wants to go, `find` with that of a place that was looked for.
 */
(function (root) {
  "use strict";

  const { L, areamap } = root;
  const { arcsAround, decode, joined, setGroups } = areamap.geometry;
  const { bytes, changes, floats } = areamap.messages;
  const { paint, planeOf, toPixels, toWorld } = areamap.painting;
  const NOTHING = {};
  /** How far beyond an area its outlines may reach, in pixels. */
  const EDGE = 12;

  areamap.AreaLayer = L.Canvas.extend({
    options: { padding: 0.15, tools: true, alone: false },

    initialize(options) {
      L.Canvas.prototype.initialize.call(this, options);
      this.scene = null;
      this.view = null;
      this.gapsOutlined = false;
      /** How often a host was told something; it counts for a host that answers with `turn`. */
      this.turn = 0;
      /** Groups of areas by code: their `names`, how they are written, the codes of their members. */
      this.places = NOTHING;
      this.details = new areamap.Details(areamap.once, () => this._refine());
      this.pointer = new areamap.Pointer(this);
      this.keyboard = new areamap.Keyboard(this);
      this.counts = { geometries: 0, repaints: 0, fits: 0, frames: 0 };
    },

    onAdd(map) {
      L.Canvas.prototype.onAdd.call(this);
      map.getContainer().classList.add("areamap");
      if (this.options.alone) map.getContainer().classList.add("areamap-alone");
      this.frame = new areamap.Frame(this, map);
      this.screen = new areamap.Screen(map);
      this.basemap = new areamap.Basemap(map, this._container);
      this.compass = new areamap.Compass().addTo(map);
      this.legend = new areamap.Legend().addTo(map);
      this.caption = new areamap.Caption(map.getContainer());
      this.controls = this.options.tools ? [new areamap.Tools(this), new areamap.Finder(this)] : [];
      this.controls.forEach((control) => control.addTo(map));
      this.pointer.add(map);
      this.keyboard.add(map);
      // A style sheet that comes late, or a host that grows, changes the size without a window's word.
      this._watch = new ResizeObserver(() => map.invalidateSize({ animate: false }));
      this._watch.observe(map.getContainer());
      // Canvas text does not wait for a font: draw the names again once one is there.
      this._onFont = () => {
        if (this.frame.legendChanged()) this.frame.resized();
        if (areamap.painting.hasLabels(this.plane())) this._draw();
      };
      document.fonts.addEventListener("loadingdone", this._onFont);
      if (this.view) this.show(this.view);
    },

    onRemove(map) {
      this._watch.disconnect();
      document.fonts.removeEventListener("loadingdone", this._onFont);
      if (this._stopMorph) this._stopMorph();
      const parts = [this.frame, this.screen, this.basemap, this.legend, this.compass, this.caption];
      for (const part of [...parts, ...this.controls, this.pointer, this.keyboard]) part.remove();
      L.Canvas.prototype.onRemove.call(this, map);
    },

    getEvents() {
      return Object.assign(L.Canvas.prototype.getEvents.call(this), {
        mousemove: (event) => this.pointer.hover(event),
        mouseout: () => this.pointer.leave(),
        click: (event) => this.pointer.click(event),
        dblclick: (event) => this.pointer.enter(event),
        resize: () => this.frame.resized(),
        zoomstart: () => (this._isZooming = true),
        zoomend: () => (this._isZooming = false),
      });
    },

    /**
     * Show values. Only what is new is done: geometry and names are fetched once per address, the
     * view moves only where `focus` changed, and only areas of another class are painted again.
     */
    show(view) {
      this.view = view;
      if (!this._map) return Promise.resolve(this);
      const names = view.names ? areamap.once(view.names, (made) => made) : null;
      // Without groups the map lacks a few strong lines and is still the map.
      const groups = view.groups && areamap.once(view.groups, (made) => made).catch(() => null);
      return Promise.all([areamap.once(view.geometry, decode), names, groups]).then(
        ([geometry, known, grouped]) => {
          if (this.view !== view || !this._map) return this;
          const own = this.details.of(geometry, view.geometry);
          if (grouped) setGroups(own, grouped.members);
          this.places = (grouped && grouped.places) || NOTHING;
          this._apply(view, own, known);
          return this;
        },
        (error) => {
          this._say(view.unreachable || String(error));
          throw error;
        },
      );
    },

    _apply(view, geometry, names) {
      const classes = bytes(view.classes);
      if (classes.length !== geometry.codes.length) {
        throw new RangeError(`${classes.length} values for ${geometry.codes.length} areas`);
      }
      const before = this.scene && { scene: this.scene, plane: this.plane() };
      const { palette, lang, focus, symbols, border, letters } = view;
      const drawn = JSON.stringify([palette, lang, focus, symbols, border, letters]);
      const isNew = !before || geometry !== before.scene.geometry;
      const whole = isNew || drawn !== before.scene.drawn;
      const changed = whole ? [] : changes(before.scene.classes, classes);
      // What a page begins with; the button changes it, and the next values leave it as it is.
      if (!before && view.outlined) this.gapsOutlined = true;
      this.scene = this._sceneOf(view, geometry, names, classes);
      this.scene.drawn = drawn;
      if (isNew) this.counts.geometries += 1;
      this._furnish(view);
      this.pointer.refresh(isNew);
      const painted = this.counts.repaints;
      if (this.frame.fit(view, !isNew)) this.counts.fits += 1;
      if (isNew && before && !areamap.isCalm()) this._morph(before);
      else if (whole && this.counts.repaints === painted) this._draw();
      else if (changed.length) this._paintAreas(changed);
      // What a host says of the selection is old while it has not heard the last of ours.
      if (!(view.turn < this.turn)) this.pointer.select([view.selected || []].flat());
      else if (isNew) this.pointer.select(this.pointer.selected);
      this._map.getContainer().dataset.shown = view.key || "";
    },

    _sceneOf(view, geometry, names, classes) {
      const gaps = (area) => view.palette[classes[area]].gap;
      const areas = this.gapsOutlined ? geometry.codes.map((_, area) => area).filter(gaps) : null;
      return {
        geometry, names, classes,
        values: floats(view.values),
        symbols: view.symbols,
        border: view.border,
        letters: view.letters,
        width: this._map.getSize().x,
        looks: view.palette.map((look) => areamap.fillOf(this._ctx, look)),
        isAsked: (area) => !view.palette[classes[area]].outside,
        gaps: areas && { areas, arcs: arcsAround(geometry, areas, true) },
      };
    },

    _furnish(view) {
      const words = (this.scene.names && this.scene.names.words) || NOTHING;
      this._say("");
      this._container.setAttribute("aria-hidden", "true");
      this.legend.show(view);
      this.compass.show(view, words);
      this.caption.show(view);
      this.basemap.show(view.basemap);
      this.keyboard.show(view, words);
      this.frame.link(view.link);
      const [tools, finder] = this.controls;
      if (tools) tools.show(view, words);
      if (finder) finder.show(view, this.scene.names, this.places);
    },

    /** Outline the areas without, or no longer; return whether they are outlined. */
    outlineGaps(isOn) {
      this.gapsOutlined = isOn;
      const { geometry, names, classes, drawn } = this.scene;
      this.scene = Object.assign(this._sceneOf(this.view, geometry, names, classes), { drawn });
      this._draw();
      return isOn;
    },

    /** Fly to a place that was looked for, select it if it is an area, and tell the host. */
    find(code) {
      const { geometry, isAsked } = this.scene;
      const area = geometry.index.get(code);
      const group = this.places[code];
      this.frame.fly(group ? group.members : [code]);
      if (area !== undefined && isAsked(area)) {
        this.pointer.select([code]);
        this.fire("select", { codes: [code] });
      } else this.fire("find", { area_code: code });
    },

    // -------------------------------------------------------------- painting

    plane() {
      return planeOf(this._map.getZoom(), this._map.getPixelOrigin());
    },

    isMoving() {
      return Boolean(this._stopMorph);
    },

    /** Leaflet's hook: called after every move of the view, when the canvas has been cleared. */
    _draw() {
      if (!this.scene || !this._bounds || this._stopMorph) return;
      const plane = this.plane();
      const [left, top, right, bottom] = this._part();
      const box = [...toWorld(plane, [left, top]), ...toWorld(plane, [right, bottom])];
      const isOther = this.details.look(plane.zoom, box);
      this._paint(this._part());
      if (isOther) this.pointer.select(this.pointer.selected);
    },

    /** Draw again because something finer has come; while one zooms, the end of that does it. */
    _refine() {
      if (this._isZooming) return;
      L.Util.cancelAnimFrame(this._refining);
      this._refining = L.Util.requestAnimFrame(() => {
        if (!this._map || this._isZooming) return;
        this._draw();
        this.pointer.select(this.pointer.selected);
      });
    },

    _part() {
      const { min, max } = this._bounds;
      return [min.x, min.y, max.x, max.y];
    },

    _paintAreas(areas) {
      const [left, top, right, bottom] = joined(areas.map((area) => this.scene.geometry.boxes[area]));
      const plane = this.plane();
      const first = toPixels(plane, [left, top]).map((value) => Math.floor(value - EDGE));
      const last = toPixels(plane, [right, bottom]).map((value) => Math.ceil(value + EDGE));
      this._paint([...first, ...last]);
    },

    _paint(part) {
      this.counts.repaints += 1;
      paint(this._ctx, this.plane(), this.scene, part);
    },

    _morph(before) {
      if (this._stopMorph) this._stopMorph();
      const part = this._part();
      const size = [part[0], part[1], part[2] - part[0], part[3] - part[1]];
      const after = { scene: this.scene, plane: this.plane() };
      const done = () => {
        this._stopMorph = null;
        this._draw();
      };
      const clear = () => {
        this.counts.frames += 1;
        this._ctx.clearRect(...size);
      };
      this._stopMorph = () => {};
      const stop = areamap.morph.morph(this._ctx, before, after, part, { clear, done });
      if (this._stopMorph) this._stopMorph = stop;
    },

    _say(text) {
      if (!this._message) {
        this._message = areamap.element("div", "areamap-message");
        this._map.getContainer().append(this._message);
      }
      this._message.textContent = text;
      this._message.hidden = !text;
    },
  });

  areamap.areaLayer = (options) => new areamap.AreaLayer(options);
})(globalThis);
