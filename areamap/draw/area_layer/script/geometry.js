/*
 * Areas as shapes: a TopoJSON made ready for drawing and for pointing. Needs no browser.
 *
 * The topology has one object `areas`, sorted by id. Everything is projected once, to Web Mercator
 * in a world of 256 units, moved to `ORIGIN` so that float32 suffices.
 */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  if (typeof require !== "undefined") require("./packing.js");
  const ORIGIN = [200, 118];

  const project = ([lng, lat]) => {
    const sine = Math.sin((lat * Math.PI) / 180);
    return [
      ((lng + 180) / 360) * 256 - ORIGIN[0],
      (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256 - ORIGIN[1],
    ];
  };
  const unproject = (x, y) => {
    const angle = Math.PI * (1 - (2 * (y + ORIGIN[1])) / 256);
    return [(Math.atan(Math.sinh(angle)) * 180) / Math.PI, ((x + ORIGIN[0]) / 256) * 360 - 180];
  };

  const NO_GRID = { scale: [1, 1], translate: [0, 0] };

  /** The arcs of a TopoJSON as flat arrays of projected x, y. */
  function decodeArcs(topology) {
    const delta = Boolean(topology.transform);
    return topology.arcs.map((arc) => {
      const flat = new Float64Array(arc.length * 2);
      let x = 0;
      let y = 0;
      arc.forEach((point, i) => {
        flat[2 * i] = x = delta ? x + point[0] : point[0];
        flat[2 * i + 1] = y = delta ? y + point[1] : point[1];
      });
      return placed(flat, topology.transform);
    });
  }

  /** Points on the grid of a topology as flat projected x, y: `project`, without an array for each. */
  function placed(points, { scale, translate } = NO_GRID) {
    const flat = new Float32Array(points.length);
    for (let i = 0; i < points.length; i += 2) {
      const lng = points[i] * scale[0] + translate[0];
      const sine = Math.sin(((points[i + 1] * scale[1] + translate[1]) * Math.PI) / 180);
      flat[i] = ((lng + 180) / 360) * 256 - ORIGIN[0];
      flat[i + 1] = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256 - ORIGIN[1];
    }
    return flat;
  }

  /** Codes, rings and arcs of a topology, packed as it is sent or as TopoJSON, in steps. */
  function* parts(topology) {
    if (topology.codes) {
      const { codes, shapes, points, starts } = yield* areamap.packing.unpacking(topology);
      const flat = placed(points, topology.transform);
      yield;
      const cut = (_, arc) => flat.subarray(2 * starts[arc], 2 * starts[arc + 1]);
      return { codes, shapes, arcs: Array.from({ length: starts.length - 1 }, cut) };
    }
    const { geometries } = topology.objects.areas;
    const codes = geometries.map((geometry) => geometry.id);
    return { codes, shapes: geometries.map(ringsOf), arcs: decodeArcs(topology) };
  }

  // A box is [left, top, right, bottom] in projected units.
  const boxOf = (points) => {
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i];
      const y = points[i + 1];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    return [left, top, right, bottom];
  };
  /** The box around boxes; those of areas without a shape are no boxes. */
  const joined = (boxes) => {
    const whole = [Infinity, Infinity, -Infinity, -Infinity];
    for (const box of boxes) {
      if (box[0] > box[2]) continue;
      if (box[0] < whole[0]) whole[0] = box[0];
      if (box[1] < whole[1]) whole[1] = box[1];
      if (box[2] > whole[2]) whole[2] = box[2];
      if (box[3] > whole[3]) whole[3] = box[3];
    }
    return whole;
  };
  const meet = (one, other) =>
    one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
  const middle = ([left, top, right, bottom]) => [(left + right) / 2, (top + bottom) / 2];

  const ringsOf = (geometry) => {
    if (geometry.type === "Polygon") return geometry.arcs;
    return geometry.type === "MultiPolygon" ? geometry.arcs.flat() : [];
  };

  /** How strong the border is that an arc stands for: 3 province or coast, 2 district, 1 tambon. */
  function borderLevel(one, other) {
    if (other === undefined) return 3;
    if (one === other) return 0;
    if (one.slice(0, 2) !== other.slice(0, 2)) return 3;
    return one.slice(0, 4) === other.slice(0, 4) ? 1 : 2;
  }

  /** The box around the arcs of an area's rings. */
  function boxAround(rings, arcBoxes) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
      for (const index of ring) {
        const box = arcBoxes[index < 0 ? ~index : index];
        if (box[0] < left) left = box[0];
        if (box[1] < top) top = box[1];
        if (box[2] > right) right = box[2];
        if (box[3] > bottom) bottom = box[3];
      }
    }
    return [left, top, right, bottom];
  }

  /** The areas beside each arc: the first and the second whose rings have it, -1 where there is none. */
  function ownersOf(shapes, count) {
    const first = new Int32Array(count).fill(-1);
    const second = new Int32Array(count).fill(-1);
    for (let area = 0; area < shapes.length; area += 1) {
      for (const ring of shapes[area]) {
        for (const index of ring) {
          const arc = index < 0 ? ~index : index;
          if (first[arc] < 0) first[arc] = area;
          else if (second[arc] < 0) second[arc] = area;
        }
      }
    }
    return { first, second };
  }

  function bordersOf({ first, second }, codes) {
    const borders = [[], [], [], [], []];
    for (let arc = 0; arc < first.length; arc += 1) {
      if (first[arc] >= 0) borders[borderLevel(codes[first[arc]], codes[second[arc]])].push(arc);
    }
    return borders;
  }

  /**
   * A topology as the layer draws it: codes, rings of arcs, boxes, and the arcs of each border; in
   * steps, between which a page that is still loading can do something else.
   */
  function* decoding(topology) {
    const { codes, shapes, arcs } = yield* parts(topology);
    yield;
    const arcBoxes = arcs.map(boxOf);
    yield;
    const owners = ownersOf(shapes, arcs.length);
    yield;
    const boxes = shapes.map((rings) => boxAround(rings, arcBoxes));
    yield;
    const borders = bordersOf(owners, codes);
    const index = new Map();
    for (let area = 0; area < codes.length; area += 1) index.set(codes[area], area);
    const centres = centresBy(codes, boxes);
    const details = topology.details || [];
    return { codes, shapes, arcs, arcBoxes, boxes, borders, owners, index, centres, details };
  }

  /** `decoding` at once. */
  function decode(topology) {
    const steps = decoding(topology);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  /** Take the arcs between areas of different groups, told by member, as borders of level 4. */
  function setGroups(geometry, groups) {
    if (!groups || geometry.groups === groups) return;
    const { borders, codes, owners: { first, second } } = geometry;
    const groupOf = (area) => groups[codes[area].slice(0, 4)] || groups[codes[area].slice(0, 2)];
    const parts = (arc) => second[arc] >= 0 && groupOf(first[arc]) !== groupOf(second[arc]);
    geometry.groups = groups;
    geometry.borders = [...borders.slice(0, 4), [...borders[2], ...borders[3]].filter(parts)];
  }

  /** Where the names of provinces, districts and tambons stand, found when first wanted. */
  function centresBy(codes, boxes) {
    const found = [];
    const centres = {};
    [2, 4, 6].forEach((digits, level) => {
      const get = () => (found[level] = found[level] || centresOf(codes, boxes, digits));
      Object.defineProperty(centres, level, { get });
    });
    return centres;
  }

  /** Where the name of each code of so many digits stands: the mean of its areas' middles. */
  function centresOf(codes, boxes, digits) {
    const sums = new Map();
    codes.forEach((code, area) => {
      const box = boxes[area];
      if (box[0] > box[2] || code.length < digits) return;
      const of = code.slice(0, digits);
      const sum = sums.get(of) || { code: of, x: 0, y: 0, areas: [] };
      const [x, y] = middle(box);
      sum.x += x;
      sum.y += y;
      sum.areas.push(area);
      sums.set(of, sum);
    });
    return [...sums.values()]
      .map(({ code, x, y, areas }) => ({ code, areas, x: x / areas.length, y: y / areas.length }))
      .sort((one, other) => other.areas.length - one.areas.length);
  }

  /** Call `visit(x, y, first)` for each point of a ring, shared ends once. */
  function walkRing(arcs, ring, visit) {
    let first = true;
    for (const index of ring) {
      const points = arcs[index < 0 ? ~index : index];
      const count = points.length / 2;
      for (let i = first ? 0 : 1; i < count; i += 1) {
        const at = 2 * (index < 0 ? count - 1 - i : i);
        visit(points[at], points[at + 1], first);
        first = false;
      }
    }
  }

  function inside(geometry, area, x, y) {
    let odd = false;
    for (const ring of geometry.shapes[area]) {
      let fromX = NaN;
      let fromY = NaN;
      walkRing(geometry.arcs, ring, (toX, toY) => {
        if (fromY > y !== toY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) odd = !odd;
        fromX = toX;
        fromY = toY;
      });
    }
    return odd;
  }

  /** The area at a projected point, or -1. */
  function areaAt(geometry, x, y) {
    return geometry.boxes.findIndex(
      (box, area) =>
        x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && inside(geometry, area, x, y),
    );
  }

  /** The areas whose middle lies in a box. */
  function areasIn(geometry, [left, top, right, bottom]) {
    const found = [];
    geometry.boxes.forEach((box, area) => {
      const [x, y] = middle(box);
      if (x >= left && x <= right && y >= top && y <= bottom) found.push(area);
    });
    return found;
  }

  /** The arcs around some areas: those around all of them together, or, if `each`, all they have. */
  function arcsAround(geometry, areas, each = false) {
    const { first, second } = geometry.owners;
    const chosen = new Set(areas);
    const around = new Set();
    for (const area of chosen) {
      for (const index of geometry.shapes[area].flat()) {
        const arc = index < 0 ? ~index : index;
        const inner = chosen.has(first[arc]) && chosen.has(second[arc]);
        if (each || !inner) around.add(arc);
      }
    }
    return [...around];
  }

  areamap.geometry = {
    ORIGIN, project, unproject, decode, decoding, placed, setGroups, boxOf, joined, meet, middle, borderLevel,
    walkRing, boxAround, areaAt, areasIn, arcsAround,
  };
  if (typeof module !== "undefined") module.exports = areamap.geometry;
})(globalThis);
