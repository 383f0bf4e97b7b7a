/*
 * Amounts as circles over a quiet map: the area of a circle says how much. Needs no browser but a
 * canvas; the legend is made of elements.
 */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  if (typeof require !== "undefined") require("./painting.js");
  const { middle } = areamap.geometry;
  const RADIUS = { least: 1.5, most: 26, ofWidth: 18 };
  const ALPHA = 0.62;

  /** Radius of a circle in pixels, whose area is to the largest one's as the amounts are. */
  const radiusOf = (value, largest, most) =>
    Math.max(RADIUS.least, most * Math.sqrt(Math.max(0, value) / largest));

  /** Radius of the largest circle on a map of a width, so that a phone has smaller ones. */
  const largestOn = (width) => Math.min(RADIUS.most, width / RADIUS.ofWidth);

  /** The circles of a scene, largest first, so that the small ones stay seen. */
  function circlesOf({ geometry, symbols, values, isAsked }, most) {
    const circles = [];
    values.forEach((value, area) => {
      if (!(value > 0) || !isAsked(area) || geometry.boxes[area][0] > geometry.boxes[area][2]) return;
      circles.push({ area, middle: middle(geometry.boxes[area]), radius: radiusOf(value, symbols.largest, most) });
    });
    return circles.sort((one, other) => other.radius - one.radius);
  }

  function paintSymbols(context, plane, scene) {
    if (!scene.symbols) return;
    const most = largestOn(scene.width);
    context.fillStyle = scene.symbols.colour;
    context.strokeStyle = "#ffffff";
    context.lineWidth = 1;
    for (const { middle: at, radius } of circlesOf(scene, most)) {
      const [x, y] = areamap.painting.toPixels(plane, at);
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.globalAlpha = ALPHA;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
    }
  }

  /** The sizes of the legend: an item each, with a circle as large as on the map. */
  function sizes({ colour, largest, sizes: told }, width) {
    const most = largestOn(width);
    return told.map(({ value, label }) => {
      const item = areamap.element("li", "areamap-size");
      const room = areamap.element("span", "areamap-size-room");
      const circle = areamap.element("span", "areamap-circle");
      const across = `${2 * radiusOf(value, largest, most)}px`;
      Object.assign(circle.style, { background: colour, height: across, opacity: ALPHA + 0.15, width: across });
      room.style.width = `${2 * most + 2}px`;
      room.append(circle);
      item.append(room, areamap.element("span", "areamap-label", label));
      return item;
    });
  }

  areamap.symbols = { circlesOf, largestOn, paintSymbols, radiusOf, sizes };
  if (typeof module !== "undefined") module.exports = areamap.symbols;
})(globalThis);
