/*
 * The deck as a component of Streamlit, which calls the default function at every change of `data`;
 * what was made belongs to the parent element and stays.
 */
const { areamap } = globalThis;
const hosts = new WeakMap();
const MADE = {
  stage: (box, data, tell) => new areamap.Stage(box, data, (what) => tell("leave", what)),
  presenter: (box, data) => new areamap.Presenter(box, data),
  strip: (box, data, tell) => new areamap.Strip(box, data, (what) => tell("open", what)),
};

/** Wait for a style sheet: without it nothing has its size. */
const styled = (link) =>
  new Promise((resolve) => {
    if (link.sheet) resolve();
    else ["load", "error"].forEach((event) => link.addEventListener(event, resolve, { once: true }));
  });

/** Thai letters are measured before slides are filled, so they have to be there. */
const lettered = () =>
  Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 20px Sarabun`, "กำ"))).catch(() => {});

async function mount(host, parent) {
  await Promise.all([...[...parent.querySelectorAll("link")].map(styled), lettered()]);
  if (host.gone) return;
  const box = parent.querySelector(".deck-host");
  host.made = MADE[host.data.role](box, host.data, (...told) => host.tell(...told));
  box.dataset.ready = host.data.role;
}

export default function show({ data, parentElement, setTriggerValue }) {
  const known = hosts.get(parentElement);
  const host = known || { gone: false };
  host.data = data;
  host.tell = setTriggerValue;
  if (!known) {
    hosts.set(parentElement, host);
    mount(host, parentElement);
  } else if (host.made) host.made.tell(data);
  return () => {
    // A call that was overtaken by the next is also cleaned up, while the deck is still there.
    if ((parentElement.host || parentElement).isConnected) return;
    host.gone = true;
    hosts.delete(parentElement);
    if (host.made) host.made.remove();
  };
}
