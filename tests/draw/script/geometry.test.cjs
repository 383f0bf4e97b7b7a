// Areas as shapes. Run by tests/draw/test_script.py.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const geometry = require("../../../areamap/draw/area_layer/script/geometry.js");

// Two districts of one province and a tambon of another, side by side; the middle one has a hole
// that is filled by the fourth.
//   +-----+-------+----+
//   |  a  | b [d] | c  |
//   +-----+-------+----+
const topology = {
  type: "Topology",
  transform: { scale: [0.1, 0.1], translate: [100, 13] },
  arcs: [
    [[10, 0], [0, 10]], // a | b
    [[30, 0], [0, 10]], // b | c
    [[10, 10], [-10, 0], [0, -10], [10, 0]], // rest of a
    [[10, 0], [20, 0]], // b below
    [[30, 10], [-20, 0]], // b above
    [[30, 0], [10, 0], [0, 10], [-10, 0]], // rest of c
    [[18, 4], [0, 2], [2, 0], [0, -2], [-2, 0]], // d in b
  ],
  objects: {
    areas: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "190101", arcs: [[0, 2]] },
        { type: "Polygon", id: "190102", arcs: [[3, 1, 4, ~0], [6]] },
        { type: "Polygon", id: "190201", arcs: [[~6]] },
        { type: "MultiPolygon", id: "200101", arcs: [[[5, ~1]]] },
      ],
    },
  },
};
const country = geometry.decode(topology);
const at = (lng, lat) => {
  const area = geometry.areaAt(country, ...geometry.project([lng, lat]));
  return area < 0 ? null : country.codes[area];
};

test("a point is in the area whose rings enclose it, a hole is not", () => {
  assert.equal(at(100.5, 13.5), "190101");
  assert.equal(at(101.2, 13.5), "190102");
  assert.equal(at(101.9, 13.5), "190201");
  assert.equal(at(103.5, 13.5), "200101");
  assert.equal(at(105, 13.5), null);
});

test("a shared arc is a border as strong as the highest level that changes there", () => {
  assert.deepEqual(country.borders[1], [0]);
  assert.deepEqual(country.borders[2], [6]);
  assert.deepEqual(country.borders[3], [1, 2, 3, 4, 5]);
});

test("between two groups runs a border of its own, also inside a province", () => {
  const told = geometry.decode(structuredClone(topology));
  assert.deepEqual(told.borders[4], []);
  geometry.setGroups(told, { 19: "north", 20: "north" });
  assert.deepEqual(told.borders[4], []);
  geometry.setGroups(told, { 19: "north", 20: "south" });
  assert.deepEqual(told.borders[4], [1]);
  geometry.setGroups(told, { 19: "north", 1902: "east", 20: "south" });
  assert.deepEqual(told.borders[4].sort(), [1, 6]);
  assert.deepEqual(told.borders[3], country.borders[3]);
});

test("projecting there and back gives the same place", () => {
  for (const [lng, lat] of [[97.3, 5.6], [101.5, 13.1], [105.6, 20.4]]) {
    const [backLat, backLng] = geometry.unproject(...geometry.project([lng, lat]));
    assert.ok(Math.abs(backLat - lat) < 1e-9 && Math.abs(backLng - lng) < 1e-9);
  }
});

test("coordinates are whole steps from point to point, moved and scaled", () => {
  const [x, y] = geometry.project([101, 13]);
  assert.ok(Math.abs(country.arcs[0][0] - x) < 1e-5 && Math.abs(country.arcs[0][1] - y) < 1e-5);
});

test("an area without rings, or a topology without a transform, does no harm", () => {
  const bare = geometry.decode({
    arcs: [[[100, 13], [101, 13], [101, 14], [100, 13]]],
    objects: { areas: { geometries: [
      { type: "Polygon", id: "190101", arcs: [[0]] },
      { type: null, id: "190102" },
    ] } },
  });
  assert.deepEqual(bare.codes, ["190101", "190102"]);
  assert.equal(geometry.areaAt(bare, ...geometry.project([100.8, 13.2])), 0);
  assert.equal(bare.centres[2].length, 1);
});

test("a box chooses the areas whose middle lies in it", () => {
  const box = [...geometry.project([100.4, 14]), ...geometry.project([102.2, 13])];
  assert.deepEqual(geometry.areasIn(country, box).map((area) => country.codes[area]), [
    "190101", "190102", "190201",
  ]);
});

test("around several areas runs what only one of them has", () => {
  assert.deepEqual(geometry.arcsAround(country, [0, 1]).sort(), [1, 2, 3, 4, 6]);
  assert.deepEqual(geometry.arcsAround(country, [1, 2]).sort(), [0, 1, 3, 4]);
});
