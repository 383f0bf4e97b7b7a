/*
 * The layer as a component of Streamlit. Streamlit calls the default function at every change of
 * `data`; the map belongs to the parent element and stays.
 */
const { L, areamap } = globalThis;
const THAILAND = [13.1, 101.5];
const maps = new WeakMap();

const asItIs = function* (told) {
  return told;
};
const WORK = { geometry: areamap.geometry.decoding, names: asItIs, groups: asItIs };
/** What a page says that its first map will want is made ready while the rest of it still loads. */
for (const link of document.querySelectorAll("link[data-areamap]")) {
  areamap.ahead(link.getAttribute("href"), WORK[link.dataset.areamap]);
}
/** Where each map looked when its page was left, by its name: it looks there again. */
const left = new Map();

/** Where a map looks, in the address of the page: whoever opens the link looks there too. */
const AT = "at";
const SETTLED = 300;

function readPlace() {
  const told = new URLSearchParams(window.location.search).get(AT) || "";
  const [zoom, lat, lng, ...more] = told.split("_").map(Number);
  const isPlace = zoom >= 4 && zoom <= 14 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180;
  return isPlace && !more.length ? { zoom, centre: [lat, lng] } : null;
}

function writePlace({ frame, _map: map }) {
  if (!frame.focus) return;
  const { lat, lng } = map.getCenter();
  const place = [map.getZoom().toFixed(2), lat.toFixed(4), lng.toFixed(4)].map(Number).join("_");
  const address = new URL(window.location.href);
  if (frame.isOurs) address.searchParams.delete(AT);
  else address.searchParams.set(AT, place);
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
}

/** Write it once the map rests; Streamlit writes the address anew, without it, at a change of its own. */
function keepPlace(host) {
  clearTimeout(host.settling);
  if (host.keepsPlace) host.settling = setTimeout(() => writePlace(host.layer), SETTLED);
}

/** Wait for the style sheet: without it nothing has its size. */
const styled = (link) =>
  new Promise((resolve) => {
    if (!link || link.sheet) resolve();
    else ["load", "error"].forEach((event) => link.addEventListener(event, resolve, { once: true }));
  });

function mount(parent) {
  const element = parent.querySelector(".areamap-host");
  const map = L.map(element, {
    attributionControl: false,
    center: THAILAND,
    maxZoom: 14,
    minZoom: 4.5,
    zoom: 5.5,
    zoomControl: false,
    zoomSnap: 0.25,
  });
  const layer = areamap.areaLayer();
  const host = { map, layer, tell: () => {} };
  map.on("moveend", () => keepPlace(host));
  for (const event of ["select", "enter", "find"]) {
    layer.on(event, ({ codes, area_code }) => {
      layer.turn += 1;
      host.tell(event, { codes: codes || [area_code], turn: layer.turn });
    });
  }
  host.ready = styled(parent.querySelector("link")).then(() => layer.addTo(map));
  element.areamap = host;
  return host;
}

function unmount(parent, name) {
  const host = maps.get(parent);
  // A call that was overtaken by the next is also cleaned up, while the map is still there.
  if (!host || (parent.host || parent).isConnected) return;
  if (host.layer.frame) left.set(name, host.layer.frame.leave());
  maps.delete(parent);
  clearTimeout(host.settling);
  host.map.remove();
}

export default function show({ data, name, parentElement, setTriggerValue }) {
  const packed = areamap.messages.unpack(data);
  const view = packed.header;
  if (!maps.has(parentElement)) {
    const made = mount(parentElement);
    maps.set(parentElement, made);
    made.ready.then(() => {
      if (view.place !== "free") made.layer.frame.lookFirst(readPlace());
      made.layer.frame.comeBack(left.get(view.map));
    });
  }
  const host = maps.get(parentElement);
  host.tell = setTriggerValue;
  host.keepsPlace = view.place === "kept";
  if (host.layer.frame) keepPlace(host);
  host.layer.turn = Math.max(host.layer.turn, view.turn);
  if (view.key !== host.key) {
    host.key = view.key;
    const whole = Promise.all([areamap.messages.inflate(packed), host.ready]);
    whole
      .then(([told]) => (host.key === view.key ? host.layer.show(told) : null))
      .catch((error) => {
        host.key = null;
        console.warn(error);
      });
  }
  return () => unmount(parentElement, view.map);
}
