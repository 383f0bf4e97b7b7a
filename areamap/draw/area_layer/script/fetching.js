/* Files that a browser asks for once, whichever map wants them. */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  const fetched = new Map();
  /** How the address begins of a file that lies in the page itself. */
  const PACKED = "data:application/gzip";

  const unzipped = (response) =>
    new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).json();

  const begun = new Map();
  const NO_TIME = { timeRemaining: () => 0 };
  const idle = root.requestIdleCallback
    ? (act) => root.requestIdleCallback(act)
    : (act) => setTimeout(() => act(NO_TIME));

  async function answerOf(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return url.startsWith(PACKED) ? unzipped(response) : response.json();
  }

  /**
   * Take steps one by one when the page has nothing else to do. Whoever calls what is given back
   * gets what they lead to; those that were not taken yet are taken at once.
   */
  function atLeisure(steps) {
    let step = { done: false };
    const take = () => {
      try {
        step = steps.next();
      } catch (error) {
        step = { done: true, error };
      }
    };
    const go = (deadline) => {
      if (step.done) return;
      do take();
      while (!step.done && deadline.timeRemaining() > 0);
      if (!step.done) idle(go);
    };
    idle(go);
    return () => {
      while (!step.done) take();
      if (step.error) throw step.error;
      return step.value;
    };
  }

  /** The JSON behind an address, asked for once, made ready by `build`; again after a failure. */
  areamap.once = (url, build) => {
    if (!fetched.has(url)) {
      const made = begun.has(url) ? begun.get(url).then((rest) => rest()) : answerOf(url).then(build);
      begun.delete(url);
      fetched.set(url, made);
      made.catch(() => fetched.delete(url));
    }
    return fetched.get(url);
  };

  /** Ask for what `once` will be asked for, and make it ready meanwhile by the steps of `work`. */
  areamap.ahead = (url, work) => {
    begun.set(url, answerOf(url).then((told) => atLeisure(work(told))));
    begun.get(url).catch(() => {}); // said to whoever wants it
  };
})(globalThis);
