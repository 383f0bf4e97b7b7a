/* What keys and fingers mean to a talk. */
const test = require("node:test");
const assert = require("node:assert");
const steps = require("../../../areamap/draw/deck/script/steps.js");

const key = (name, code = "", more = {}) => steps.actOf({ key: name, code, ...more });
const START = { at: 0, count: 4, alone: false, black: false, contrast: false };

test("a clicker, arrows and the space bar", () => {
  for (const name of ["ArrowRight", "ArrowDown", "PageDown", "Enter"]) assert.equal(key(name), "next");
  for (const name of ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]) assert.equal(key(name), "back");
  assert.equal(key(" ", "Space"), "map");
  assert.equal(key("."), "black");
  assert.equal(key("Escape"), "leave");
});

test("letters go by where the key is, whatever the keyboard writes", () => {
  assert.equal(key("ด", "KeyF"), "full");
  assert.equal(key("้", "KeyH"), "contrast");
  assert.equal(key("ย", "KeyP"), "presenter");
  assert.equal(key("b", "KeyB"), "black");
});

test("what is the browser's stays the browser's", () => {
  assert.equal(key("f", "KeyF", { ctrlKey: true }), null);
  assert.equal(key("ArrowLeft", "", { altKey: true }), null);
  assert.equal(key("p", "KeyP", { metaKey: true }), null);
  assert.equal(key("F5", "F5"), null);
  assert.equal(key("x", "KeyX"), null);
});

test("a talk has two ends", () => {
  assert.equal(steps.step(START, "back").at, 0);
  assert.equal(steps.step(START, "next").at, 1);
  assert.equal(steps.step(START, "last").at, 3);
  assert.equal(steps.step({ ...START, at: 3 }, "next").at, 3);
  assert.equal(steps.step({ ...START, at: 3 }, "first").at, 0);
});

test("who goes on sees the next slide, not the map alone and not black", () => {
  const alone = steps.step(START, "map");
  assert.deepEqual([alone.alone, alone.at], [true, 0]);
  assert.equal(steps.step(alone, "map").alone, false);
  const on = steps.step({ ...alone, black: true }, "next");
  assert.deepEqual([on.alone, on.black, on.at], [false, false, 1]);
  assert.equal(steps.step(steps.step(START, "black"), "black").black, false);
});

test("high contrast stays until it is taken back", () => {
  const strong = steps.step(START, "contrast");
  assert.equal(steps.step(strong, "next").contrast, true);
  assert.equal(steps.step(strong, "contrast").contrast, false);
  assert.equal(steps.step(strong, "nothing"), strong);
});

test("a swipe goes across; a tap and a scroll are none", () => {
  const from = { x: 300, y: 300 };
  assert.equal(steps.swipeOf(from, { x: 200, y: 320 }), "next");
  assert.equal(steps.swipeOf(from, { x: 400, y: 260 }), "back");
  assert.equal(steps.swipeOf(from, { x: 290, y: 300 }), null);
  assert.equal(steps.swipeOf(from, { x: 200, y: 200 }), null);
});

test("the address holds the slide as people count", () => {
  assert.equal(steps.readAt("?scope=19&slide=3", 4), 2);
  assert.equal(steps.readAt("?slide=99", 4), 3);
  assert.equal(steps.readAt("?slide=-1", 4), 0);
  assert.equal(steps.readAt("?slide=abc", 4), 0);
  assert.equal(steps.readAt("", 4), 0);
  const written = steps.writeAt("http://here/present?scope=19&slide=1", 2);
  assert.equal(written, "http://here/present?scope=19&slide=3");
});

test("time as a clock shows it", () => {
  assert.equal(steps.clock(0), "00:00");
  assert.equal(steps.clock(61_900), "01:01");
  assert.equal(steps.clock(3_725_000), "1:02:05");
  assert.equal(steps.clock(-5), "00:00");
});
