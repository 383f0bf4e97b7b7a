/*
 * Painting areas on a canvas: fills by class, borders by level, names where there is room.
 *
 * A plane says where the world lies on the canvas: pixel = world * scale + offset. A scene is what
 * there is to see: geometry, classes, looks, names, and which areas are asked about.
 */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  if (typeof require !== "undefined") require("./geometry.js");
  const { ORIGIN, meet, middle, walkRing } = areamap.geometry;

  const FONT = '"Areamap", Sarabun, "Noto Sans Thai", "Leelawadee UI", Tahoma, sans-serif';
  const INK = "#0b1f27";
  /** Borders at a zoom: quiet in the country, stronger in a province. */
  const BORDERS = [
    { level: 1, from: 7.5, colour: "255,255,255", alpha: [0.25, 0.85], width: [0.4, 1.3] },
    { level: 2, from: 5, colour: "255,255,255", alpha: [0.45, 1], width: [0.4, 2.4] },
    { level: 3, from: 0, colour: "17,42,52", alpha: [0.6, 0.85], width: [0.6, 2.4] },
    { level: 4, from: 0, colour: "17,42,52", alpha: [0.85, 0.95], width: [1.5, 4] },
  ];
  /** Names on the map: those of provinces first, then, closer, of districts and tambons. */
  const LABELS = [
    { level: 0, from: 6.75, size: 15, weight: 700 },
    { level: 1, from: 9.5, size: 13, weight: 600 },
    { level: 2, from: 10.25, size: 12, weight: 400 },
  ];
  /** Gaps as they can be seen from the back of a room: a white band, a dark line, a ring if small. */
  const GAP_LINES = [
    { colour: "#ffffff", width: [3, 8.5] },
    { colour: "#7a1300", width: [1.5, 4.5] },
  ];
  const GAP_RING = { below: 16, radius: 10, most: 200 };
  const strength = (zoom) => Math.min(1, Math.max(0, (zoom - 5.5) / 5));
  const between = ([low, high], share) => low + (high - low) * share;

  /** Where the world lies on a canvas whose pixels begin at `origin`. */
  function planeOf(zoom, origin) {
    const scale = 2 ** zoom;
    return { zoom, scale, x: ORIGIN[0] * scale - origin.x, y: ORIGIN[1] * scale - origin.y };
  }
  const toPixels = ({ scale, x, y }, point) => [point[0] * scale + x, point[1] * scale + y];
  const toWorld = ({ scale, x, y }, point) => [(point[0] - x) / scale, (point[1] - y) / scale];

  /** A path traced in units of the world, in pixels: lines keep their width, patterns their size. */
  function pathOf({ scale, x, y }, trace) {
    const world = new Path2D();
    trace(world);
    const path = new Path2D();
    path.addPath(world, new DOMMatrix([scale, 0, 0, scale, x, y]));
    return path;
  }

  function traceArcs(path, { arcs, arcBoxes }, wanted, box) {
    for (const arc of wanted) {
      if (!meet(arcBoxes[arc], box)) continue;
      const points = arcs[arc];
      path.moveTo(points[0], points[1]);
      for (let i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
    }
  }

  /** Rings to be filled. They close by themselves; to say so takes longer the longer the path is. */
  function traceAreas(path, { arcs, shapes }, areas) {
    const visit = (x, y, first) => (first ? path.moveTo(x, y) : path.lineTo(x, y));
    for (const area of areas) {
      for (const ring of shapes[area]) walkRing(arcs, ring, visit);
    }
  }

  function paintFills(context, plane, scene, box) {
    const members = scene.looks.map(() => []);
    scene.geometry.boxes.forEach((own, area) => {
      if (meet(own, box)) members[scene.classes[area]].push(area);
    });
    members.forEach((areas, look) => {
      if (!areas.length) return;
      const path = pathOf(plane, (world) => traceAreas(world, scene.geometry, areas));
      context.fillStyle = scene.looks[look];
      context.fill(path, "evenodd");
    });
  }

  function paintBorders(context, plane, { geometry, border }, box) {
    const share = strength(plane.zoom);
    context.lineJoin = "round";
    for (const { level, from, colour, alpha, width } of BORDERS) {
      if (plane.zoom < from) continue;
      const path = pathOf(plane, (world) => traceArcs(world, geometry, geometry.borders[level], box));
      context.lineWidth = between(width, share);
      context.strokeStyle = border || `rgba(${colour},${between(alpha, share)})`;
      context.stroke(path);
    }
  }

  function paintGaps(context, plane, { geometry, gaps }, box) {
    if (!gaps) return;
    const width = ([low, high], area) =>
      (geometry.boxes[area][high] - geometry.boxes[area][low]) * plane.scale;
    const small = gaps.areas.filter(
      (area) =>
        meet(geometry.boxes[area], box) &&
        Math.max(width([0, 2], area), width([1, 3], area)) < GAP_RING.below,
    );
    const path = pathOf(plane, (world) => traceArcs(world, geometry, gaps.arcs, box));
    for (const area of small.length > GAP_RING.most ? [] : small) {
      const [x, y] = toPixels(plane, middle(geometry.boxes[area]));
      path.moveTo(x + GAP_RING.radius, y);
      path.arc(x, y, GAP_RING.radius, 0, 2 * Math.PI);
    }
    context.lineJoin = context.lineCap = "round";
    for (const line of GAP_LINES) {
      context.lineWidth = between(line.width, strength(plane.zoom));
      context.strokeStyle = line.colour;
      context.stroke(path);
    }
  }

  const hasLabels = ({ zoom }) => zoom >= LABELS[0].from;

  function paintLabels(context, plane, scene) {
    if (!scene.names) return;
    const taken = [];
    const known = scene.names.names;
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    for (const { level, from, size: usual, weight } of LABELS) {
      if (plane.zoom < from) continue;
      // A map on a wall has larger letters.
      const size = usual * (scene.letters || 1);
      context.font = `${weight} ${size}px ${FONT}`;
      for (const { code, areas, x, y } of scene.geometry.centres[level]) {
        if (!known[code] || !areas.some((area) => scene.isAsked(area))) continue;
        const [left, top] = toPixels(plane, [x, y]).map(Math.round);
        const half = [context.measureText(known[code]).width / 2 + 4, size * 0.8];
        const place = [left - half[0], top - half[1], left + half[0], top + half[1]];
        if (taken.some((other) => meet(other, place))) continue;
        taken.push(place);
        context.lineWidth = 4;
        context.strokeStyle = "rgba(255,255,255,0.9)";
        context.strokeText(known[code], left, top);
        context.fillStyle = INK;
        context.fillText(known[code], left, top);
      }
    }
  }

  /** Paint a part of the canvas, `[left, top, right, bottom]` in pixels; the rest stays. */
  function paint(context, plane, scene, part) {
    const size = [part[0], part[1], part[2] - part[0], part[3] - part[1]];
    const box = [...toWorld(plane, part), ...toWorld(plane, part.slice(2))];
    context.save();
    context.beginPath();
    context.rect(...size);
    context.clip();
    context.clearRect(...size);
    paintFills(context, plane, scene, box);
    paintBorders(context, plane, scene, box);
    paintGaps(context, plane, scene, box);
    if (scene.symbols) areamap.symbols.paintSymbols(context, plane, scene);
    paintLabels(context, plane, scene);
    context.restore();
  }

  areamap.painting = { INK, hasLabels, paint, planeOf, toPixels, toWorld };
  if (typeof module !== "undefined") module.exports = areamap.painting;
})(globalThis);
