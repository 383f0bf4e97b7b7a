// From one geometry to another. Run by tests/draw/test_script.py.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { stepOf, waysOf } = require("../../../areamap/draw/area_layer/script/morph.js");
const geometry = require("../../../areamap/draw/area_layer/script/geometry.js");
const { planeOf } = require("../../../areamap/draw/area_layer/script/painting.js");

const square = (id, x, y, size) => ({
  id,
  ring: [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]],
});
const country = (...squares) =>
  geometry.decode({
    arcs: squares.map(({ ring }) => ring),
    objects: { areas: { geometries: squares.map(({ id }, i) => ({ id, type: "Polygon", arcs: [[i]] })) } },
  });
const plane = planeOf(8, { x: 0, y: 0 });
const before = { scene: { geometry: country(square("190101", 100, 13, 1), square("190102", 101, 13, 1)) }, plane };
const after = { scene: { geometry: country(square("190101", 102, 14, 0.5), square("200101", 99, 13, 1)) }, plane };
const everywhere = [-Infinity, -Infinity, Infinity, Infinity];

test("only areas of both geometries have a way, from their place to their place", () => {
  const ways = waysOf(before, after, everywhere);
  assert.equal(ways.length, 1);
  assert.equal(before.scene.geometry.codes[ways[0].old], "190101");
  const start = stepOf(ways[0], 0);
  const end = stepOf(ways[0], 1);
  assert.deepEqual([start.x, start.y, start.zoom], [ways[0].from.x, ways[0].from.y, 1]);
  assert.deepEqual([end.x, end.y, end.zoom], [ways[0].to.x, ways[0].to.y, 1]);
  assert.ok(end.x > start.x && end.y < start.y);
});

test("half-way the shape changes while the size does not jump", () => {
  const [way] = waysOf(before, after, everywhere);
  const [last, first] = [stepOf(way, 0.4999), stepOf(way, 0.5)];
  assert.ok(last.isOld && !first.isOld);
  assert.ok(Math.abs(last.zoom * way.from.size - first.zoom * way.to.size) < 0.1);
});

test("what is on the canvas neither before nor after is left out", () => {
  assert.equal(waysOf(before, after, [0, 0, 1, 1]).length, 0);
});
