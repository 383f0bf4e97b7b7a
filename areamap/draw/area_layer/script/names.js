/* Names of areas, from the files of names that are fetched once. No browser needed. */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  const PREFIX = /^(ตำบล|แขวง|อำเภอ|เขต|จังหวัด|ต\.|อ\.|จ\.)/;

  /** The full name of an area, with those above it, as the file of names says it is written. */
  function fullName({ names, separator, written }, code) {
    const forms = written[code.slice(0, 2)] || written.default;
    const parts = [6, 4, 2]
      .filter((digits) => digits <= code.length && names[code.slice(0, digits)])
      .map((digits) => forms[digits].replace("{}", () => names[code.slice(0, digits)]));
    return names[code] ? parts.join(separator) : [code, ...parts].join(separator);
  }

  /** A name or a word typed as it is compared: no case, no invisible signs, ำ in one piece. */
  const fold = (text) =>
    text
      .normalize("NFC")
      .replace(/ํา/g, "ำ")
      .replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - 0x0e50)
      .replace(/[\u200b-\u200d\ufeff]/g, "")
      .toLowerCase();

  /**
   * What `search` looks through: every code with its own names and those above it, folded; and the
   * groups of areas, which are larger than any of them.
   */
  function catalogue(files, groups = {}) {
    const folded = new Map();
    for (const { names } of files) {
      for (const [code, name] of Object.entries(names)) {
        folded.set(code, [...(folded.get(code) || []), fold(name)]);
      }
    }
    const areas = [...folded].map(([code, own]) => {
      const above = [2, 4]
        .filter((digits) => digits < code.length)
        .flatMap((digits) => folded.get(code.slice(0, digits)) || []);
      return { code, own, above, size: code.length };
    });
    const grouped = Object.entries(groups).map(([code, { names, th, en }]) => {
      return { code, own: [...names, th, en].map(fold), above: [], size: 0 };
    });
    return [...grouped, ...areas];
  }

  /** How well an entry answers: 0 its whole name, 1 its beginning, 2 a piece; null not at all. */
  function fit({ code, own, above }, phrase, [first, ...others]) {
    if (own.includes(phrase)) return 0;
    if (own.some((name) => name.startsWith(phrase))) return 1;
    const begins = own.some((name) => name.startsWith(first));
    const isCode = code.startsWith(first);
    if (!isCode && !begins && !own.some((name) => name.includes(first))) return null;
    const known = [...own, ...above];
    if (!others.every((word) => known.some((name) => name.includes(word)))) return null;
    if (code === first || (others.length && own.includes(first))) return 0;
    return begins || isCode ? 1 : 2;
  }

  /**
   * The codes of areas of which a person types a piece: of the Thai or English name, or of the
   * code; further words narrow by the names above. Best first, larger areas before smaller ones.
   */
  function search(entries, typed, limit) {
    const words = fold(typed)
      .split(/[\s,]+/)
      .map((word) => word.replace(PREFIX, ""))
      .filter(Boolean);
    if (!words.length) return [];
    const phrase = words.join(" ");
    const found = [];
    for (const entry of entries) {
      const rank = fit(entry, phrase, words);
      if (rank !== null) found.push([rank, entry.size, entry.code]);
    }
    const order = (one, other) =>
      one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1);
    return found.sort(order).slice(0, limit).map(([, , code]) => code);
  }

  areamap.names = { fullName, catalogue, search };
  if (typeof module !== "undefined") module.exports = areamap.names;
})(globalThis);
