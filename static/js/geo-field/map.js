// Leaflet and a map of it. The one file here that touches Leaflet's global.
import { addGround, addTiles } from "./ground.js";
import { make } from "./parts.js";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const STEP = 60; // px that an arrow key moves the map
let loading;

function load(address) {
  loading ??= window.L?.map ? Promise.resolve(window.L) : new Promise((resolve, reject) => {
    const script = make("script", { src: address });
    script.addEventListener("load", () => resolve(window.L));
    script.addEventListener("error", () => reject(new Error("no map library")));
    document.head.append(script);
  });
  return loading;
}

/** `"west,south,east,north"` → Leaflet's corners. */
export function corners(text) {
  const [west, south, east, north] = text.split(",").map(Number);
  return [[south, west], [north, east]];
}

export async function createMap(container, { leaflet, ground, tiles, extent, view }) {
  const L = await load(leaflet);
  const map = L.map(container, {
    attributionControl: false,
    fadeAnimation: false,
    inertia: !STILL.matches,
    keyboard: false, // the field has keys of its own
    maxBounds: L.latLngBounds(corners(extent)).pad(0.2),
    maxZoom: 18,
    minZoom: 6,
    scrollWheelZoom: false, // the wheel scrolls the page, until the map is in use
    zoomAnimation: !STILL.matches,
    zoomControl: false,
  });
  const pane = map.createPane("ground");
  pane.parentNode.prepend(pane);
  pane.setAttribute("aria-hidden", "true");
  map.fitBounds(corners(view), { animate: false });
  container.addEventListener("focus", () => map.scrollWheelZoom.enable());
  container.addEventListener("blur", () => map.scrollWheelZoom.disable());
  addTiles(L, map, tiles, corners(extent));
  addGround(L, map, ground).catch(() => {}); // without it the map is bare, and still of use
  return { L, map };
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Keys on the map: `keys.move(x, y)` in px for an arrow, `keys[name]()` for others; true where the key was used. */
export function listenToKeys(map, keys) {
  const container = map.getContainer();
  container.addEventListener("keydown", (event) => {
    if (event.target !== container || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) keys.arrow(...arrow, event.shiftKey);
    else if (event.key === "+" || event.key === "=") map.zoomIn(1);
    else if (event.key === "-") map.zoomOut(1);
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
}

export const pan = (map, x, y) => map.panBy([x * STEP, y * STEP], { animate: !STILL.matches });

/** The place some px away from another. */
export function moved(map, place, x, y) {
  const at = map.latLngToContainerPoint(place).add([x, y]);
  const { lat, lng } = map.containerPointToLatLng(at);
  return [lat, lng];
}
