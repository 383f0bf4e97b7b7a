/*
 * Levels of detail: what a province has beyond the light map, fetched when one comes close to it.
 * Needs no browser.
 *
 * A finer level has more points between the same ends of the same arcs. So a finer arc takes the
 * place of a coarser one for both areas beside it, and whatever else is there, no border opens.
 * Painting, pointing and outlining read the arcs and know nothing of levels.
 */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  if (typeof require !== "undefined") require("./geometry.js");
  const { boxAround, boxOf, joined, meet, placed } = areamap.geometry;
  /** How long a province that could not be fetched is left alone. */
  const PAUSE = 30_000;
  const ADDRESS = /[^/]+\.json$/;

  /** The details of a province, ready to be laid between the ends of arcs. */
  function decodeDetail(told) {
    const { arcs, starts, points } = areamap.packing.unpackDetail(told);
    return { arcs, starts, points: placed(points, told.transform) };
  }

  /** An arc with other points between its ends. */
  function between(arc, points) {
    const whole = new Float32Array(points.length + 4);
    whole.set(arc.subarray(0, 2));
    whole.set(points, 2);
    whole.set(arc.subarray(-2), points.length + 2);
    return whole;
  }

  /** The boxes of provinces, by code. */
  function provincesOf({ codes, boxes }) {
    const members = new Map();
    codes.forEach((code, area) => {
      const province = code.slice(0, 2);
      if (!members.has(province)) members.set(province, []);
      members.get(province).push(boxes[area]);
    });
    return new Map([...members].map(([province, own]) => [province, joined(own)]));
  }

  /**
   * The levels of detail of one layer. `fetchOnce(url, decode)` gets what is behind an address,
   * `tell()` is called when something finer has come that is wanted on the map.
   */
  areamap.Details = class {
    constructor(fetchOnce, tell) {
      this.fetchOnce = fetchOnce;
      this.tell = tell;
      this.base = null;
      this.own = null;
    }

    /** The geometry of an address, as this layer draws it: its arcs become finer. */
    of(base, url) {
      if (base === this.base) return this.own;
      const { arcs, arcBoxes, boxes, details } = base;
      this.base = base;
      this.own = details.length
        ? { ...base, arcs: [...arcs], arcBoxes: [...arcBoxes], boxes: [...boxes] }
        : base;
      this.url = url;
      this.level = 0;
      this.finer = details.map(() => new Map());
      this.asked = new Map();
      this.provinces = ADDRESS.test(url) && details.length ? provincesOf(base) : new Map();
      return this.own;
    }

    /** See to what a zoom and a visible box want; tell whether arcs have become finer or coarser. */
    look(zoom, box) {
      if (!this.own || !this.provinces.size) return false;
      const level = this.base.details.filter(({ from }) => zoom >= from).length;
      const isOther = level !== this.level;
      this.level = level;
      if (isOther) this._choose(this.finer.flatMap((finer) => [...finer.keys()]));
      for (const [province, own] of this.provinces) {
        if (meet(own, box)) this._ask(province);
      }
      return isOther;
    }

    /** Ask for what a province has at the levels that are wanted, each once. */
    _ask(province) {
      this.base.details.slice(0, this.level).forEach(({ files }, place) => {
        const name = files[province];
        const after = this.asked.get(name) || 0;
        if (!name || Date.now() < after) return;
        this.asked.set(name, Infinity);
        const { base } = this;
        this.fetchOnce(this.url.replace(ADDRESS, `${name}.json`), decodeDetail).then(
          (detail) => base === this.base && this._add(place, detail),
          () => base === this.base && this.asked.set(name, Date.now() + PAUSE),
        );
      });
    }

    _add(place, { arcs, starts, points }) {
      const finer = this.finer[place];
      arcs.forEach((arc, i) => {
        if (finer.has(arc)) return;
        const whole = between(this.base.arcs[arc], points.subarray(2 * starts[i], 2 * starts[i + 1]));
        finer.set(arc, { points: whole, box: boxOf(whole) });
      });
      if (place >= this.level) return;
      this._choose(arcs);
      this.tell();
    }

    /** Put the finest of what is there and wanted in the place of some arcs. */
    _choose(changed) {
      const { arcs, arcBoxes, boxes, owners, shapes } = this.own;
      const areas = new Set();
      for (const arc of changed) {
        let found = null;
        for (let place = this.level - 1; place >= 0 && !found; place -= 1) {
          found = this.finer[place].get(arc);
        }
        arcs[arc] = found ? found.points : this.base.arcs[arc];
        arcBoxes[arc] = found ? found.box : this.base.arcBoxes[arc];
        areas.add(owners.first[arc]).add(owners.second[arc]);
      }
      areas.delete(-1);
      for (const area of areas) boxes[area] = boxAround(shapes[area], arcBoxes);
    }
  };

  areamap.details = { decodeDetail, provincesOf };
  if (typeof module !== "undefined") module.exports = areamap.details;
})(globalThis);
