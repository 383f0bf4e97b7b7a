/* All slides of a talk as small pictures, each a way to begin there. */
(function (root) {
  "use strict";

  const { areamap } = root;
  const { element } = areamap;

  areamap.Strip = class {
    constructor(box, told, open) {
      this.box = box;
      this.open = open;
      this.frames = [];
      box.classList.add("deck-strip");
      this.tell(told);
    }

    tell(deck) {
      if (this.key === deck.key) return;
      this.key = deck.key;
      for (const frame of this.frames) frame.remove();
      this.frames = [];
      this.box.replaceChildren(...deck.slides.map((slide, at) => this._picture(deck, slide, at)));
    }

    remove() {
      for (const frame of this.frames) frame.remove();
    }

    _picture(deck, slide, at) {
      const button = element("button", "deck-thumb");
      button.type = "button";
      button.setAttribute("aria-label", `${at + 1}. ${slide.heading}`);
      const picture = element("div", "deck-picture");
      picture.setAttribute("aria-hidden", "true");
      const frame = new areamap.SlideFrame(picture, deck);
      this.frames.push(frame);
      // It has its size once it stands on the page.
      requestAnimationFrame(() => picture.isConnected && frame.show({ at, count: deck.slides.length }));
      button.append(picture);
      button.addEventListener("click", () => this.open({ at: at + 1 }));
      return button;
    }
  };
})(globalThis);
