// What the layer is told. Run by tests/draw/test_script.py.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { deflateSync } = require("node:zlib");
const { bytes, changes, floats, inflate, unpack } = require("../../../areamap/draw/area_layer/script/messages.js");

test("only the areas of another class have changed", () => {
  assert.deepEqual(changes(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 4, 3)), [1]);
  assert.deepEqual(changes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)), []);
});

test("bytes and numbers arrive as they were sent", () => {
  const sent = Buffer.from(Float32Array.of(1.5, NaN, 3).buffer);
  assert.deepEqual([...bytes("AQID")], [1, 2, 3]);
  assert.deepEqual([...floats(sent.toString("base64"))], [1.5, NaN, 3]);
  assert.deepEqual([...floats("")], []);
  const shifted = Uint8Array.from([9, ...sent]).subarray(1);
  assert.deepEqual([...floats(shifted)], [1.5, NaN, 3]);
});

test("a packed view is taken apart again, wherever its bytes begin", async () => {
  const header = Buffer.from(JSON.stringify({ title: "สภา", areas: 3, values: true }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const values = Buffer.from(Float32Array.of(1.5, NaN, 3).buffer);
  const arrays = deflateSync(Buffer.concat([Buffer.from([1, 0, 2]), values]));
  const packed = unpack(Uint8Array.from([7, ...length, ...header, ...arrays]).subarray(1));
  assert.equal(packed.header.title, "สภา");
  const view = await inflate(packed);
  assert.deepEqual([...view.classes], [1, 0, 2]);
  assert.deepEqual([...floats(view.values)], [1.5, NaN, 3]);
});
