/* What stands on a slide, as elements. Every text is set as text: names come from files of others. */
(function (root) {
  "use strict";

  const { areamap } = root;
  const { element } = areamap;

  /** A sentence with its figures made strong. */
  function sentence(className, { text, strong = [] }) {
    const made = element("p", className);
    // A span of numbers stays on one line, and so does a rate.
    let rest = text.replace(/(\d)–(\d)/g, "$1\u2060–\u2060$2").replace(/(\d) %/g, "$1\u00a0%");
    while (rest) {
      const [at, found] = strong
        .map((figure) => [rest.indexOf(figure), figure])
        .filter(([place]) => place >= 0)
        .sort((one, other) => one[0] - other[0] || other[1].length - one[1].length)[0] || [-1, ""];
      if (at < 0 || !found) break;
      made.append(rest.slice(0, at), element("b", "", found));
      rest = rest.slice(at + found.length);
    }
    made.append(rest);
    return made;
  }

  function figure({ shown, unit, title }, several) {
    const made = element("p", `deck-figure${several}`);
    const number = element("b", "", shown);
    number.style.setProperty("--long", String(shown.length));
    if (title) made.append(element("strong", "", title));
    made.append(number, element("span", "", unit));
    return made;
  }

  /** The classes of the map with how many are in each. */
  function legend(view, contrast) {
    const list = element("ul", "deck-legend");
    for (const look of contrast ? view.strong : view.palette) {
      if (!look.label) continue;
      const line = element("li");
      line.append(areamap.swatch(look), element("span", "deck-label", look.label));
      if (look.count !== undefined && look.count !== null) {
        line.append(element("b", "deck-count", look.count));
      }
      list.append(line);
    }
    return list;
  }

  /**
   * A box whose lines go on in further columns where they have no room in the first: `make` gives a
   * column and what holds its lines. `Frame` fills it, for it knows how much room there is.
   */
  function flowing(className, { title, columns, more }, words, lines, make) {
    const box = element("div", className);
    const rest = element("p", "deck-rest");
    box.flow = { lines, columns, make, more, rest, words };
    box.append(element("h3", "", title), element("div", "deck-flow"), rest);
    return box;
  }

  function keysOf(keys) {
    const list = element("ul", "deck-keys");
    for (const { label, colour } of keys) {
      const line = element("li");
      const dot = element("i");
      dot.style.background = colour;
      line.append(dot, element("span", "", label));
      list.append(line);
    }
    return list;
  }

  /** Lying bars: lines of `label`, `shown`, and `parts` with their share of the longest in hundredths. */
  function bars(told, words) {
    const lines = told.lines.map(({ label, shown, parts }) => {
      const line = element("div", "deck-line");
      const track = element("div", "deck-track");
      for (const { share, colour } of parts) {
        const bar = element("i");
        bar.style.background = colour;
        bar.style.width = `${share}%`;
        track.append(bar);
      }
      line.append(element("span", "deck-label", label), track, element("b", "deck-count", shown));
      return line;
    });
    const make = () => {
      const column = element("div", "deck-lines");
      return { column, body: column };
    };
    const box = flowing("deck-bars", told, words, lines, make);
    if (told.keys.length) box.firstChild.after(keysOf(told.keys));
    if (told.note) box.append(element("p", "deck-note", told.note));
    return box;
  }

  /** A table; its heads stand above each of its columns of lines. */
  function table(told, words) {
    const { heads, numbers } = told;
    const row = (tag, cells) => {
      const line = element("tr");
      cells.forEach((text, place) => line.append(element(tag, numbers[place] ? "number" : "", text)));
      return line;
    };
    const lines = told.lines.map((cells) => row("td", cells));
    const make = () => {
      const column = element("table");
      const [top, body] = [element("thead"), element("tbody")];
      top.append(row("th", heads));
      column.append(top, body);
      return { column, body };
    };
    return flowing("deck-table", told, words, lines, make);
  }

  function photo({ address, alt }) {
    const made = element("img", "deck-image");
    made.src = address;
    made.alt = alt;
    return made;
  }

  /** What stands beside the words; a map has its place there and is laid over it. */
  function shown(slide, deck) {
    const box = element("div", "deck-show");
    if (slide.map) box.dataset.map = slide.map;
    else if (slide.bars) box.append(bars(slide.bars, deck.words));
    else if (slide.table) box.append(table(slide.table, deck.words));
    else if (slide.photo) box.append(photo(slide.photo));
    return box;
  }

  function said(slide, deck, contrast) {
    const box = element("div", "deck-words");
    const several = slide.figures.length > 1 ? " deck-several" : "";
    for (const each of slide.wide ? [] : slide.figures) box.append(figure(each, several));
    if (slide.lead) box.append(sentence("deck-lead", slide.lead));
    for (const more of slide.wide ? [] : slide.more) box.append(sentence("deck-more", more));
    if (slide.legend) box.append(element("h3", "", slide.legend));
    if (slide.map) box.append(legend(deck.maps[slide.map], contrast));
    return box;
  }

  /** One slide. */
  function slide(told, deck, { at, contrast }) {
    const made = element("article", `deck-slide deck-${told.kind}`);
    made.lang = deck.lang;
    made.dataset.slide = told.id;
    const body = element("div", "deck-body");
    const words = said(told, deck, contrast);
    const beside = shown(told, deck);
    if (words.childElementCount) body.append(words);
    if (beside.childElementCount || told.map) body.append(beside);
    else body.classList.add("deck-alone");
    if (told.wide || !words.childElementCount) body.classList.add("deck-wide");
    const foot = element("footer", "deck-foot");
    if (deck.warning) foot.append(element("strong", "deck-warning", deck.warning));
    foot.append(element("span", "deck-source", told.source));
    foot.append(element("span", "deck-number", `${at + 1} / ${deck.slides.length}`));
    made.append(element("h2", "", told.heading), body, foot);
    return made;
  }

  areamap.parts = { slide, legend, sentence };
})(globalThis);
