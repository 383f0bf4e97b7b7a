/* The legend of two themes at once: a small square, one theme upwards, the other to the right. */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  const LIGHT = 0.36;

  /** How light a colour seems, 0 to 1. */
  const lightness = (colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  };
  const inkOn = (colour) => (lightness(colour) > LIGHT ? "#0b1f27" : "#ffffff");

  /** The square: rows from high (above) to low, columns from low (left) to high, areas in each. */
  function grid({ rows, columns, colours, counts }) {
    const { element } = areamap;
    const box = element("div", "areamap-grid");
    box.style.gridTemplateColumns = `auto repeat(${columns.labels.length}, minmax(2.6em, 1fr))`;
    box.append(element("div", "areamap-grid-title", `↑ ${rows.title}`));
    [...rows.labels.keys()].reverse().forEach((row) => {
      box.append(element("div", "areamap-grid-row", rows.labels[row]));
      columns.labels.forEach((label, column) => {
        const colour = colours[row][column];
        const cell = element("div", "areamap-grid-cell", counts[row][column]);
        Object.assign(cell.style, { background: colour, color: inkOn(colour) });
        cell.title = `${rows.title}: ${rows.labels[row]} · ${columns.title}: ${label}`;
        box.append(cell);
      });
    });
    box.append(element("div"));
    columns.labels.forEach((label) => box.append(element("div", "areamap-grid-column", label)));
    box.append(element("div", "areamap-grid-title areamap-grid-right", `${columns.title} →`));
    return box;
  }

  areamap.grid = { grid, inkOn };
  if (typeof module !== "undefined") module.exports = areamap.grid;
})(globalThis);
