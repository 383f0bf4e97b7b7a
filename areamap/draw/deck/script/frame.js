/*
 * A frame shows one slide at whatever size it has: a wall, half a window, a thumbnail. All sizes
 * hang on its unit, a hundredth of its height, or less where it is narrower than 4:3.
 */
(function (root) {
  "use strict";

  const { areamap } = root;
  const { element } = areamap;
  /** Of the width, so that a picture of 4:3 still has its whole height. */
  const NARROW = 0.75;
  /** Below this it is an old projector: words need half of it. */
  const SQUARE = 1.5;
  /** Pixels: a phone in the hand is read from near. */
  const IN_HAND = 3.5;
  const FADE = 700;

  areamap.SlideFrame = class {
    constructor(box, deck, { isLive = false } = {}) {
      this.box = box;
      this.isLive = isLive;
      this.state = null;
      box.classList.add("deck-frame");
      this.tell(deck);
      this._watch = new ResizeObserver(() => this._resize());
      this._watch.observe(box);
    }

    /** Take another deck; the slide that is shown is made anew. */
    tell(deck) {
      this.deck = deck;
      if (this.state) this.show(this.state, true);
    }

    /** Show what a state says. */
    show(state, isNew = false) {
      const before = this.state;
      this.state = state;
      this.box.classList.toggle("deck-contrast", Boolean(state.contrast));
      this.box.classList.toggle("deck-black", Boolean(state.black));
      const isOther = isNew || !before || before.contrast !== state.contrast;
      if (isOther || before.at !== state.at) this._change(!isOther);
      this._lay();
    }

    remove() {
      this._watch.disconnect();
      clearTimeout(this._fading);
      if (this.map) this.map.remove();
      this.box.replaceChildren();
    }

    _change(fades) {
      this._resize(false);
      const told = this.deck.slides[this.state.at];
      const old = this.slide;
      this.slide = areamap.parts.slide(told, this.deck, this.state);
      this.box.append(this.slide);
      this._fit();
      clearTimeout(this._fading);
      for (const other of this.box.querySelectorAll(".deck-slide")) {
        if (other !== this.slide && other !== old) other.remove();
      }
      if (!old) return;
      old.setAttribute("aria-hidden", "true");
      if (!fades || areamap.isCalm()) return old.remove();
      this.slide.classList.add("deck-coming");
      old.classList.add("deck-going");
      this._fading = setTimeout(() => {
        old.remove();
        this.slide.classList.remove("deck-coming");
      }, FADE);
    }

    _resize(lays = true) {
      const { clientWidth: width, clientHeight: height } = this.box;
      const unit = Math.min(height / 100, (NARROW * width) / 100);
      const isHand = this.isLive && width < height;
      this.box.classList.toggle("deck-tall", width < height);
      this.box.classList.toggle("deck-square", width >= height && width < SQUARE * height);
      this.unit = isHand ? Math.max(unit, IN_HAND) : unit;
      this.box.style.setProperty("--u", `${this.unit}px`);
      if (!lays || !this.slide) return;
      if (this._size !== `${width} ${height}`) {
        this._size = `${width} ${height}`;
        this._change(false);
      }
      this._lay();
    }

    /** Take away what has no room: the last sentences, then the last lines; they stay in the notes. */
    _fit() {
      const words = this.slide.querySelector(".deck-words");
      const flow = this.slide.querySelector(".deck-show > :is(.deck-bars, .deck-table)");
      const isFree = this.box.classList.contains("deck-tall") || !this.box.clientHeight;
      if (words && !isFree) this._fitWords(words);
      if (flow) this._fill(flow, isFree);
    }

    _fitWords(words) {
      const isOver = () => words.scrollHeight > words.clientHeight + 1;
      for (const size of ["deck-tight", "deck-long", "deck-longer"]) {
        if (isOver()) this.slide.classList.add(size);
      }
      while (isOver()) {
        const [more, figures] = [".deck-more", ".deck-figure"].map((name) => words.querySelectorAll(name));
        const last = [...figures, ...more].at(-1);
        if (!last) break;
        last.remove();
      }
    }

    /** Fill a box with as many lines as it has room for, in as many columns as show most of them. */
    _fill(box, isFree) {
      const { lines, columns } = box.flow;
      this._columns(box, 1, lines.length);
      const holder = box.querySelector(".deck-flow");
      const isOver = () => holder.scrollHeight > holder.clientHeight + 1;
      if (isFree || !isOver()) return;
      let best = [1, 1];
      for (let count = columns; count > 0; count -= 1) {
        // Columns are narrower, so lines may be higher: found by trying, from many to few.
        for (let size = Math.ceil(lines.length / count); size * count > best[0] * best[1]; size -= 1) {
          if (!this._columns(box, count, size)) break;
          if (!isOver()) best = [count, size];
        }
      }
      this._columns(box, ...best);
    }

    /** Set some columns of some lines each; tell whether each has its width. */
    _columns(box, count, size) {
      const { lines, make, more, rest, words } = box.flow;
      const holder = box.querySelector(".deck-flow");
      holder.classList.toggle("deck-beside", count > 1);
      holder.style.setProperty("--columns", String(count));
      const made = [];
      for (let at = 0; at < Math.min(lines.length, size * count); at += size) {
        const { column, body } = make();
        body.append(...lines.slice(at, at + size));
        made.push(column);
      }
      holder.replaceChildren(...made);
      const hidden = Math.max(0, lines.length - size * count) + more;
      rest.textContent = hidden ? words.more.replace("{n}", () => hidden.toLocaleString("en-GB")) : "";
      const gap = count > 1 ? parseFloat(getComputedStyle(holder).columnGap) : 0;
      const room = (holder.clientWidth - (count - 1) * gap) / count;
      return made.every((column) => column.scrollWidth <= room + 1 && column.offsetWidth <= room + 1);
    }

    /** Lay the map where the slide has room for it, over all where it is alone, or nowhere. */
    _lay() {
      const slot = this.slide.querySelector("[data-map]");
      const key = this.state.alone ? (slot ? slot.dataset.map : this.deck.map) : slot && slot.dataset.map;
      this.box.classList.toggle("deck-only", Boolean(this.state.alone && key));
      if (key && !this.map) this.map = new areamap.DeckMap(this.box, this.isLive);
      if (!this.map) return;
      this._legend(this.state.alone && key ? this.deck.maps[key] : null);
      this.map.lay(key ? this._place(this.state.alone ? null : slot) : null, this.unit);
      if (key) this.map.show(this.deck.maps[key], this.state.contrast);
    }

    /** The legend that lies on the map while it is alone. */
    _legend(view) {
      if (this.legend) this.legend.remove();
      this.legend = view && element("div", "deck-over");
      if (!view) return;
      this.legend.append(element("h3", "", view.title), areamap.parts.legend(view, this.state.contrast));
      if (this.deck.warning) this.legend.append(element("strong", "deck-warning", this.deck.warning));
      this.box.append(this.legend);
    }

    /** Where the map lies: over what its slide keeps for it, or over all that the legend leaves. */
    _place(slot) {
      const { clientWidth: width, clientHeight: height } = this.box;
      if (!slot) {
        const { offsetLeft, offsetTop, offsetWidth } = this.legend;
        const left = this.box.classList.contains("deck-tall") ? 0 : offsetLeft + offsetWidth;
        return { left, top: 0, width: width - left, height: left ? height : offsetTop };
      }
      const [whole, inner] = [this.box, slot].map((part) => part.getBoundingClientRect());
      const { width: across, height: down } = inner;
      return { left: inner.left - whole.left, top: inner.top - whole.top, width: across, height: down };
    }
  };
})(globalThis);
