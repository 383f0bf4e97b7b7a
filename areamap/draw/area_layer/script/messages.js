/* What the layer is told, as it travels: bytes, numbers, and which of them are new. No browser. */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});

  /** Bytes in base64, or as they are. */
  const bytes = (told) =>
    typeof told === "string" ? Uint8Array.from(atob(told), (char) => char.charCodeAt(0)) : told;

  /** Numbers of four bytes each; a copy, because bytes may begin anywhere. */
  const floats = (told) => new Float32Array(bytes(told || "").slice().buffer);

  /**
   * The header of a packed view, JSON after the length of itself, and what follows it: compressed,
   * one byte of class per area, and one number of four bytes per area where there are `values`.
   */
  function unpack(packed) {
    const length = new DataView(packed.buffer, packed.byteOffset, 4).getUint32(0, true);
    const header = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
    return { header, arrays: packed.slice(4 + length) };
  }

  /** A view from its header and its arrays. */
  async function inflate({ header, arrays }) {
    const stream = new Blob([arrays]).stream().pipeThrough(new DecompressionStream("deflate"));
    const plain = new Uint8Array(await new Response(stream).arrayBuffer());
    const view = { ...header, classes: plain.subarray(0, header.areas) };
    return header.values ? { ...view, values: plain.subarray(header.areas) } : view;
  }

  /** The areas whose class differs between two arrays of classes. */
  function changes(before, after) {
    const areas = [];
    after.forEach((value, area) => {
      if (before[area] !== value) areas.push(area);
    });
    return areas;
  }

  areamap.messages = { bytes, floats, unpack, inflate, changes };
  if (typeof module !== "undefined") module.exports = areamap.messages;
})(globalThis);
