// Levels of detail. Run by tests/draw/test_script.py.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const geometry = require("../../../areamap/draw/area_layer/script/geometry.js");
require("../../../areamap/draw/area_layer/script/details.js");

const { Details } = globalThis.areamap;
const transform = { scale: [0.1, 0.1], translate: [100, 13] };
const fine = { scale: [0.02, 0.02], translate: [100, 13] };
// Two squares side by side in two provinces; arc 0 is the border between them.
const topology = {
  type: "Topology",
  transform,
  codes: "=190101 200101",
  parts: [1, 1],
  rings: [1, 1],
  sizes: [2, 2],
  arcs: [0, 0, 2, 0],
  points: [0, 2, 2],
  // 0: (10, 0) to (10, 10); 1: by (0, 10) and (0, 0); 2: by (20, 0) and (20, 10)
  x: [10, 0, -10, 0, 20, 0],
  y: [0, 10, 0, -10, 0, 10],
  details: [
    { from: 9, files: { 19: "a1", 20: "b1" } },
    { from: 10.5, files: { 19: "a2" } },
  ],
};
// The border bends to the east: (11, 5) on the light grid, then (11, 4), (11, 5), (11, 6).
const coarse = { transform: fine, arcs: [0], points: [1], x: [55], y: [25] };
const finest = { transform: fine, arcs: [0], points: [3], x: [55, 0, 0], y: [20, 5, 5] };

function layer(answers) {
  const asked = [];
  let told = 0;
  const fetchOnce = (url, decode) => {
    asked.push(url);
    const name = url.replace(/.*\/|\.json/g, "");
    return answers[name] ? Promise.resolve(decode(answers[name])) : Promise.reject(new Error("gone"));
  };
  const details = new Details(fetchOnce, () => (told += 1));
  const base = geometry.decode(structuredClone(topology));
  const own = details.of(base, "/areamap/geometry/0123.json");
  return { asked, base, details, own, told: () => told };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const everywhere = [-Infinity, -Infinity, Infinity, Infinity];
const at = (own, lng, lat) => geometry.areaAt(own, ...geometry.project([lng, lat]));

test("a packed topology is drawn as what it was", () => {
  const { base } = layer({});
  assert.deepEqual(base.codes, ["190101", "200101"]);
  assert.deepEqual(base.shapes, [[[0, 1]], [[~0, 2]]]);
  const corner = geometry.project([102, 13]).map(Math.fround);
  assert.deepEqual([...base.arcs[2].slice(2, 4)], corner);
  assert.deepEqual([...base.arcs[0].slice(0, 2)], [...base.arcs[1].slice(-2)]);
  assert.deepEqual([...base.arcs[0].slice(0, 2)], [...base.arcs[2].slice(0, 2)]);
  assert.deepEqual([...base.arcs[0].slice(-2)], [...base.arcs[2].slice(-2)]);
});

test("nothing is asked for while the whole country is seen", () => {
  const { asked, details } = layer({});
  assert.equal(details.look(8.75, everywhere), false);
  assert.deepEqual(asked, []);
});

test("what is near and wanted is asked for once, beside the topology", async () => {
  const { asked, details } = layer({ a1: coarse, b1: coarse, a2: finest });
  const west = [...geometry.project([100.2, 13.8]), ...geometry.project([100.4, 13.4])];
  details.look(9, west);
  details.look(9.5, west);
  await settled();
  assert.deepEqual(asked, ["/areamap/geometry/a1.json"]);
  details.look(11, everywhere);
  assert.deepEqual(asked.slice(1).sort(), ["/areamap/geometry/a2.json", "/areamap/geometry/b1.json"]);
});

test("a finer border is the border of both areas, at its zoom and not before", async () => {
  const { base, details, own, told } = layer({ a1: coarse, b1: coarse, a2: finest });
  assert.equal(at(own, 101.05, 13.5), 1);
  details.look(11, everywhere);
  await settled();
  assert.equal(told() > 0, true);
  assert.equal(at(own, 101.05, 13.5), 0);
  assert.equal(own.arcs[0].length, 10);
  assert.equal(details.look(9, everywhere), true);
  assert.equal(own.arcs[0].length, 6);
  assert.equal(details.look(6, everywhere), true);
  assert.equal(own.arcs[0], base.arcs[0]);
  assert.equal(at(own, 101.05, 13.5), 1);
  assert.equal(base.arcs[0].length, 4);
});

test("boxes follow, so that what bulges out is painted and can be pointed at", async () => {
  const { base, details, own } = layer({ a1: coarse, b1: coarse });
  details.look(9, everywhere);
  await settled();
  assert.equal(own.boxes[0][2] > base.boxes[0][2], true);
  assert.equal(own.arcBoxes[0][2] > base.arcBoxes[0][2], true);
});

test("what can't be fetched leaves the map as it is and is not asked for at every step", async () => {
  const { asked, base, details, own, told } = layer({});
  details.look(9, everywhere);
  await settled();
  details.look(9, everywhere);
  assert.equal(asked.length, 2);
  assert.equal(told(), 0);
  assert.equal(own.arcs[0], base.arcs[0]);
});

test("a map that stands in a file of its own asks for nothing", () => {
  const { asked, details } = layer({});
  const base = geometry.decode(structuredClone(topology));
  details.of(base, "data:application/json,x");
  details.look(12, everywhere);
  assert.deepEqual(asked, []);
});

test("a topology without details is drawn as it is", () => {
  const { details } = layer({});
  const { details: _, ...bare } = structuredClone(topology);
  const base = geometry.decode(bare);
  assert.equal(details.of(base, "/areamap/geometry/4567.json"), base);
  assert.equal(details.look(12, everywhere), false);
});
