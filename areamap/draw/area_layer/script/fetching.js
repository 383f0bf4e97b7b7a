/* Files that a browser asks for once, whichever map wants them. */
(function (root) {
  "use strict";

  const areamap = (root.areamap = root.areamap || {});
  const fetched = new Map();
  /** How the address begins of a file that lies in the page itself. */
  const PACKED = "data:application/gzip";

  const unzipped = (response) =>
    new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).json();

  /** The JSON behind an address, asked for once, made ready by `build`; again after a failure. */
  areamap.once = (url, build) => {
    if (!fetched.has(url)) {
      const answer = fetch(url).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${url}`);
        return url.startsWith(PACKED) ? unzipped(response) : response.json();
      });
      fetched.set(url, answer.then(build));
      fetched.get(url).catch(() => fetched.delete(url));
    }
    return fetched.get(url);
  };
})(globalThis);
