// Names of areas. Run by tests/draw/test_script.py.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { catalogue, fullName, search } = require("../../../areamap/draw/area_layer/script/names.js");

test("names stand in their own order of levels, and attack strings stay what they are", () => {
  const thai = {
    separator: " ",
    written: {
      default: { 6: "ต.{}", 4: "อ.{}", 2: "จ.{}" },
      10: { 6: "แขวง{}", 4: "เขต{}", 2: "{}" },
    },
    names: {
      19: "สระบุรี", 1911: "วิหารแดง", 191101: "$& <img onerror=alert(1)> ${1}",
      10: "กรุงเทพมหานคร", 1002: "ดุสิต", 100201: "ดุสิต",
    },
  };
  assert.equal(
    fullName(thai, "191101"),
    "ต.$& <img onerror=alert(1)> ${1} อ.วิหารแดง จ.สระบุรี",
  );
  assert.equal(fullName(thai, "100201"), "แขวงดุสิต เขตดุสิต กรุงเทพมหานคร");
  assert.equal(fullName(thai, "19"), "จ.สระบุรี");
  assert.equal(fullName(thai, "199999"), "199999 จ.สระบุรี");
});

const entries = catalogue([
  { names: { 19: "สระบุรี", 1904: "วิหารแดง", 190406: "เจริญธรรม", 71: "กาญจนบุรี", 7101: "เมืองกาญจนบุรี", 710107: "วังด้ง", 6611: "ดงเจริญ", 661101: "วังงิ้วใต้" } },
  { names: { 19: "Saraburi", 1904: "Wihan Daeng", 190406: "Charoen Tham", 71: "Kanchanaburi", 7101: "Mueang", 710107: "Wang Dong", 6611: "Dong Charoen", 661101: "Wang Ngio Tai" } },
]);
const found = (typed) => search(entries, typed, 8);

test("a place is found by a piece of its Thai or English name or by its code", () => {
  assert.deepEqual(found("เจริญธ"), ["190406"]);
  assert.deepEqual(found("CHAROEN th"), ["190406"]);
  assert.deepEqual(found("190406"), ["190406"]);
  assert.deepEqual(found("๑๙๐๔"), ["1904", "190406"]);
  assert.deepEqual(found("ต.เจริญธรรม อ.วิหารแดง"), ["190406"]);
  assert.deepEqual(found("เจริญ สระบุรี"), ["190406"]);
  assert.deepEqual(found("ดง"), ["6611", "1904"]);
});

test("a whole name comes before two words that happen to be there, larger areas first", () => {
  assert.deepEqual(found("wang dong"), ["710107", "661101"]);
  assert.deepEqual(found("บุรี"), ["19", "71", "7101"]);
});

test("groups are found by name and code and come before the areas in them", () => {
  const groups = {
    "upper-central": {
      names: ["ภาคกลางตอนบน", "Upper Central"], th: "กลุ่มจังหวัดภาคกลางตอนบน",
      en: "Cluster Upper Central", members: ["18", "19"],
    },
  };
  const names = { names: { 18: "ชัยนาท", 1801: "กลางตอนบน" } };
  const all = catalogue([names], groups);
  for (const typed of ["ภาคกลาง", "กลุ่มจังหวัด", "central", "upper-c", "CLUSTER upper"]) {
    assert.deepEqual(search(all, typed, 8), ["upper-central"], typed);
  }
  assert.deepEqual(search(all, "กลางตอน", 8), ["1801", "upper-central"]);
  assert.deepEqual(search(all, "ตอนบน", 8), ["upper-central", "1801"]);
  assert.deepEqual(search(all, "ชัยนาท", 8), ["18"]);
});

test("what nobody is called is not found, whatever is typed", () => {
  for (const typed of ["", "   ", "zzz", "<img src=x>", "${1}", "(", ".*", "\\"]) {
    assert.deepEqual(found(typed), []);
  }
});
