// The one file that touches Leaflet's global. Its style sheet is css/components/map-live.css.
import { make } from "../lib/make.js";

let loading;

function load(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = make("script", { src: address });
    script.addEventListener("load", () => resolve(window.L));
    script.addEventListener("error", () => reject(new Error("no map library")));
    document.head.append(script);
  });
  return loading;
}

/** Resolves once it is seen how large `container` is: no view fits into one that is not shown. */
function room(container) {
  return new Promise((resolve) => {
    const watch = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      if (!width || !height) return; // the window was made narrow meanwhile, and the list alone is shown
      watch.disconnect();
      resolve();
    });
    watch.observe(container);
  });
}

const STILL = matchMedia("(prefers-reduced-motion: reduce)");

/** Leaflet and a map of it in `container`, with panes for the drawn ground under the tiles. */
export async function createMap(address, container, { bounds, extent, hasTiles }) {
  const L = await load(address);
  await room(container);
  const moves = !STILL.matches;
  const map = L.map(container, {
    attributionControl: false,
    bounceAtZoomLimits: false,
    fadeAnimation: false,
    inertia: moves,
    keyboard: false, // markers.js has keys of its own
    markerZoomAnimation: moves,
    maxBounds: L.latLngBounds(extent).pad(0.2),
    maxBoundsViscosity: 0.8,
    maxZoom: 18,
    minZoom: 6,
    scrollWheelZoom: false, // gestures.js
    zoomAnimation: moves,
    zoomControl: false,
    zoomSnap: hasTiles ? 1 : 0.25, // pictures of tiles blur between their levels, a drawing does not
  });
  for (const name of ["names", "ground"]) {
    const pane = map.createPane(name);
    pane.parentNode.prepend(pane);
    pane.setAttribute("aria-hidden", "true");
  }
  map.fitBounds(bounds, { animate: false });
  return { L, map };
}

/** `"west,south,east,north"` → Leaflet's corners. */
export function corners(text) {
  const [west, south, east, north] = text.split(",").map(Number);
  return [[south, west], [north, east]];
}

/** The box of a few dozen metres about a point, as the list's address has it. */
export function around({ longitude, latitude }) {
  const far = 0.0005;
  return [longitude - far, latitude - far, longitude + far, latitude + far].map((edge) => edge.toFixed(4)).join(",");
}

/** To about a hundred metres, outwards: nobody's address needs more, and the list is the same for neighbours. */
export function boxOf(bounds) {
  const low = (edge) => (Math.floor(edge * 1000) / 1000).toFixed(3);
  const high = (edge) => (Math.ceil(edge * 1000) / 1000).toFixed(3);
  return [low(bounds.getWest()), low(bounds.getSouth()), high(bounds.getEast()), high(bounds.getNorth())].join(",");
}
