/*
 * From one geometry to another, area by area: each moves from where it was to where it will be,
 * grows or shrinks on the way, and changes its shape half-way. Needs no browser but a canvas.
 */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  if (typeof require !== "undefined") require("./painting.js");
  const { meet, middle, walkRing } = areamap.geometry;
  const { toPixels } = areamap.painting;
  const MILLISECONDS = 400;
  /** A machine that takes longer for one frame sees the change at once. */
  const SLOW = 60;

  const ease = (share) => share * share * (3 - 2 * share);
  const mixed = (one, other, share) => one + (other - one) * share;

  const placeOf = (geometry, plane, area) => {
    const box = geometry.boxes[area];
    const [x, y] = toPixels(plane, middle(box));
    return { x, y, size: Math.max(1e-6, Math.hypot(box[2] - box[0], box[3] - box[1])) * plane.scale };
  };

  /**
   * The ways of the areas that both geometries have and that are on the canvas before or after.
   * `before` and `after` are scenes with the planes that they are seen in.
   */
  function waysOf(before, after, part) {
    const ways = [];
    after.scene.geometry.codes.forEach((code, area) => {
      const old = before.scene.geometry.index.get(code);
      if (old === undefined) return;
      const from = placeOf(before.scene.geometry, before.plane, old);
      const to = placeOf(after.scene.geometry, after.plane, area);
      const isSeen = [from, to].some(({ x, y, size }) =>
        meet([x - size, y - size, x + size, y + size], part),
      );
      if (isSeen) ways.push({ old, area, from, to });
    });
    return ways;
  }

  /** Where an area is at a share of its way, and with which shape: old first, then new. */
  function stepOf({ old, area, from, to }, share) {
    const size = mixed(from.size, to.size, share);
    const isOld = share < 0.5;
    return {
      isOld,
      area: isOld ? old : area,
      x: mixed(from.x, to.x, share),
      y: mixed(from.y, to.y, share),
      zoom: size / (isOld ? from : to).size,
    };
  }

  function paintStep(context, before, after, ways, share) {
    const classes = after.scene.looks.map(() => []);
    for (const way of ways) classes[after.scene.classes[way.area]].push(stepOf(way, share));
    classes.forEach((steps, look) => {
      const path = new Path2D();
      for (const { isOld, area, x, y, zoom } of steps) {
        const { scene, plane } = isOld ? before : after;
        const { arcs, boxes, shapes } = scene.geometry;
        const [left, top] = middle(boxes[area]);
        const scale = plane.scale * zoom;
        for (const ring of shapes[area]) {
          walkRing(arcs, ring, (toX, toY, first) => {
            if (first) path.moveTo(x + (toX - left) * scale, y + (toY - top) * scale);
            else path.lineTo(x + (toX - left) * scale, y + (toY - top) * scale);
          });
        }
      }
      context.fillStyle = after.scene.looks[look];
      context.fill(path, "evenodd");
    });
  }

  /** Play the change; `clear` empties the canvas before each frame, `done` paints what stands. */
  function morph(context, before, after, part, { clear, done }) {
    const ways = waysOf(before, after, part);
    const since = performance.now();
    let stopped = false;
    const frame = () => {
      if (stopped) return;
      const share = (performance.now() - since) / MILLISECONDS;
      const painted = performance.now();
      if (share < 1) {
        clear();
        paintStep(context, before, after, ways, ease(share));
        if (performance.now() - painted < SLOW) {
          requestAnimationFrame(frame);
          return;
        }
      }
      done();
    };
    frame();
    return () => {
      stopped = true;
    };
  }

  areamap.morph = { morph, stepOf, waysOf };
  if (typeof module !== "undefined") module.exports = areamap.morph;
})(globalThis);
