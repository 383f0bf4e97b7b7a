/* What a key, a clicker or a finger means to a talk, and where it then stands. No browser needed. */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});

  /** By what the key does. Clickers send page keys, a full stop for black, and F5 to begin. */
  const KEYS = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", Enter: "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
    Home: "first", End: "last", " ": "map", ".": "black", Escape: "leave",
    "+": "nearer", "=": "nearer", "-": "farther", "0": "all", "?": "help",
  };
  /** By where the key is: on a Thai keyboard F is ด. */
  const LETTERS = {
    KeyF: "full", KeyH: "contrast", KeyP: "presenter", KeyB: "black", Space: "map",
    NumpadAdd: "nearer", NumpadSubtract: "farther", Slash: "help",
  };
  /** Pixels that a finger has to go, and how much farther across than down. */
  const SWIPE = 48;
  const ACROSS = 1.5;

  /** What a key asks for; nothing where it is the browser's. */
  function actOf({ key, code, altKey, ctrlKey, metaKey }) {
    if (altKey || ctrlKey || metaKey) return null;
    return KEYS[key] || LETTERS[code] || null;
  }

  /** What a finger asks for that went from one place to another; nothing where it only tapped. */
  function swipeOf(from, to) {
    const [across, down] = [to.x - from.x, to.y - from.y];
    if (Math.abs(across) < SWIPE || Math.abs(across) < ACROSS * Math.abs(down)) return null;
    return across < 0 ? "next" : "back";
  }

  const within = (at, count) => Math.min(Math.max(0, at), count - 1);

  /** Where the talk stands after an act: the slide `at`, the map alone, black, high contrast. */
  function step(state, act) {
    const { at, count, alone, black, contrast } = state;
    const to = { next: at + 1, back: at - 1, first: 0, last: count - 1 }[act];
    // Who goes on wants to see what she talks about.
    if (to !== undefined) return { ...state, at: within(to, count), alone: false, black: false };
    if (act === "map") return { ...state, alone: !alone, black: false };
    if (act === "black") return { ...state, black: !black };
    if (act === "contrast") return { ...state, contrast: !contrast };
    return state;
  }

  /** The slide that an address asks for, counted from 0. */
  function readAt(search, count) {
    const told = Number(new URLSearchParams(search).get("slide"));
    return Number.isInteger(told) ? within(told - 1, count) : 0;
  }

  /** An address with the slide in it, counted from 1 as people do. */
  function writeAt(href, at) {
    const address = new URL(href);
    address.searchParams.set("slide", String(at + 1));
    return address.href;
  }

  /** Milliseconds as a clock shows them. */
  function clock(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const two = (value) => String(value).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return hours ? `${hours}:${rest}` : rest;
  }

  areamap.steps = { actOf, swipeOf, step, readAt, writeAt, clock };
  if (typeof module !== "undefined") module.exports = areamap.steps;
})(globalThis);
