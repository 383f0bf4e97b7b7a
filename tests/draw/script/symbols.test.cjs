// Circles and the square legend. Run by tests/draw/test_script.py.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
require("../../../areamap/draw/area_layer/script/geometry.js");
const symbols = require("../../../areamap/draw/area_layer/script/symbols.js");
const grid = require("../../../areamap/draw/area_layer/script/grid.js");

const geometry = { boxes: [[0, 0, 2, 2], [2, 0, 4, 2], [4, 0, 6, 2], [Infinity, Infinity, -Infinity, -Infinity]] };
const sceneOf = (values, isAsked = () => true) => ({
  geometry, isAsked, symbols: { largest: 100, colour: "#0b6b66" }, values: Float32Array.from(values),
});

test("the area of a circle is in proportion to the amount", () => {
  const [most, half] = [100, 25].map((value) => symbols.radiusOf(value, 100, 24));
  assert.equal(most, 24);
  assert.equal(half, 12);
});

test("a small amount can still be seen, and a phone has smaller circles", () => {
  assert.ok(symbols.radiusOf(0.0001, 100, 24) >= 1);
  assert.ok(symbols.largestOn(390) < symbols.largestOn(1366));
});

test("the largest circles come first, so that the small ones lie on them", () => {
  const drawn = symbols.circlesOf(sceneOf([4, 100, 25, 50]), 20);
  assert.deepEqual(drawn.map(({ area }) => area), [1, 2, 0]);
  assert.deepEqual(drawn[0].middle, [3, 1]);
});

test("nothing, no number, and areas around have no circle", () => {
  assert.deepEqual(symbols.circlesOf(sceneOf([NaN, 0, -3, 5]), 20), []);
  assert.deepEqual(symbols.circlesOf(sceneOf([4, 9, 1], () => false), 20), []);
});

test("numbers in the square can be read on every colour", () => {
  assert.equal(grid.inkOn("#2b322d"), "#ffffff");
  assert.equal(grid.inkOn("#edede0"), "#0b1f27");
  assert.equal(grid.inkOn("#a2b7d4"), "#0b1f27");
});
