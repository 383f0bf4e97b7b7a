/* Elements of a page, made so that a text can only ever be text; and what a class looks like. */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  const PATTERN = 9;
  const MARKS = {
    hatch: [[-1, 10, 10, -1]],
    cross: [[-1, 10, 10, -1], [-1, -1, 10, 10]],
  };
  const SVG = "http://www.w3.org/2000/svg";

  areamap.element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined && text !== null) made.textContent = text;
    return made;
  };

  /** A drawing of lines on 24 by 24. */
  areamap.icon = (lines) => {
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("viewBox", "0 0 24 24");
    drawing.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", lines);
    drawing.append(path);
    return drawing;
  };

  /** What a class is filled with: a colour, or a pattern that can be told apart without colour. */
  areamap.fillOf = (context, look) => {
    if (!look.mark) return look.fill;
    const tile = document.createElement("canvas");
    tile.width = tile.height = PATTERN;
    const ink = tile.getContext("2d");
    ink.fillStyle = look.fill;
    ink.fillRect(0, 0, PATTERN, PATTERN);
    ink.strokeStyle = look.ink;
    ink.lineWidth = look.weight || 1.6;
    for (const [x1, y1, x2, y2] of MARKS[look.mark]) {
      for (const shift of [-PATTERN, 0, PATTERN]) {
        ink.beginPath();
        ink.moveTo(x1 + shift, y1);
        ink.lineTo(x2 + shift, y2);
        ink.stroke();
      }
    }
    return context.createPattern(tile, "repeat");
  };

  areamap.swatch = (look) => {
    const swatch = areamap.element("canvas", "areamap-swatch");
    swatch.width = 34;
    swatch.height = 22;
    const context = swatch.getContext("2d");
    context.fillStyle = areamap.fillOf(context, look);
    context.fillRect(0, 0, 34, 22);
    return swatch;
  };
})(globalThis);
