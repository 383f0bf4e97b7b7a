/*
 * Topologies as they are sent: areamap/boundaries/packing.py says what stands where. Needs no
 * browser. Written with plain loops over flat arrays: it stands between a reader and her first map.
 */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});

  function unpackCodes(text) {
    let code = "";
    return text.split(" ").map((word) => {
      code = word.startsWith("=") ? word.slice(1) : code.slice(0, -word.length) + word;
      return code;
    });
  }

  /** The references to arcs of all rings, one after another: `i` forwards, `~i` backwards. */
  function unpackReferences(told) {
    const references = new Int32Array(told.length);
    let met = 0;
    for (let i = 0; i < told.length; i += 1) {
      if (told[i] === 0) {
        references[i] = met;
        met += 1;
      } else references[i] = told[i] > 0 ? ~(met - told[i]) : met + told[i];
    }
    return references;
  }

  /** Where each of many begins, one after another, and where the last one ends. */
  function startsOf(sizes, more) {
    const starts = new Int32Array(sizes.length + 1);
    for (let i = 0; i < sizes.length; i += 1) starts[i + 1] = starts[i] + sizes[i] + more;
    return starts;
  }

  /** The points of all arcs as flat x, y on the grid; an end not told is where its neighbour begins. */
  function unpackPoints(told, references, starts) {
    const { sizes, points, x, y } = told;
    const flat = new Float64Array(2 * starts[starts.length - 1]);
    let met = 0;
    let next = 0;
    let atX = 0;
    let atY = 0;
    const read = (to) => {
      atX += x[next];
      atY += y[next];
      next += 1;
      flat[2 * to] = atX;
      flat[2 * to + 1] = atY;
    };
    const copy = (from, to) => {
      flat[2 * to] = flat[2 * from];
      flat[2 * to + 1] = flat[2 * from + 1];
    };
    const beginOf = (reference) => (reference < 0 ? starts[~reference + 1] - 1 : starts[reference]);
    const isMet = (reference) => (reference < 0 ? ~reference : reference) < met;
    let ring = 0;
    for (const size of sizes) {
      const last = ring + size - 1;
      for (let place = ring; place <= last; place += 1) {
        if (references[place] !== met) continue;
        const first = starts[met];
        if (place > ring) copy(beginOf(~references[place - 1]), first);
        else if (isMet(references[last])) copy(beginOf(~references[last]), first);
        else read(first);
        for (let i = 1; i <= points[met]; i += 1) read(first + i);
        const end = starts[met + 1] - 1;
        if (place === last) copy(beginOf(references[ring]), end);
        else if (isMet(references[place + 1])) copy(beginOf(references[place + 1]), end);
        else read(end);
        met += 1;
      }
      ring = last + 1;
    }
    return flat;
  }

  /** The rings of each area as lists of references. */
  function unpackShapes({ parts, rings, sizes }, references) {
    let part = 0;
    let ring = 0;
    let reference = 0;
    return parts.map((count) => {
      const shape = [];
      for (let i = 0; i < count; i += 1, part += 1) {
        for (let j = 0; j < rings[part]; j += 1, ring += 1) {
          const own = new Array(sizes[ring]);
          for (let k = 0; k < own.length; k += 1, reference += 1) own[k] = references[reference];
          shape.push(own);
        }
      }
      return shape;
    });
  }

  /**
   * A packed topology: codes, the rings of each area, and the points of arc i at `starts[i]`; in
   * steps, between which a page can do something else.
   */
  function* unpacking(told) {
    const references = unpackReferences(told.arcs);
    const starts = startsOf(told.points, 2);
    const codes = unpackCodes(told.codes);
    yield;
    const shapes = unpackShapes(told, references);
    yield;
    return { codes, shapes, points: unpackPoints(told, references, starts), starts };
  }

  /** The details of a province: the numbers of arcs, and the points between the ends of each. */
  function unpackDetail({ arcs, points, x, y }) {
    const flat = new Float64Array(2 * x.length);
    let number = 0;
    let atX = 0;
    let atY = 0;
    for (let i = 0; i < x.length; i += 1) {
      flat[2 * i] = atX += x[i];
      flat[2 * i + 1] = atY += y[i];
    }
    return { arcs: arcs.map((step) => (number += step)), starts: startsOf(points, 0), points: flat };
  }

  areamap.packing = { unpacking, unpackDetail };
  if (typeof module !== "undefined") module.exports = areamap.packing;
})(globalThis);
