// The drawn ground of the field's map, from its file; tiles lie on it while they can be had.
import { make } from "./parts.js";

const MOST_FAILED = 4; // tiles in a row; then the drawing is left alone
const KINDS = ["outline", "wood", "river", "road"]; // from the ground up
const SMALL_FROM_ZOOM = 11;
const MOST_ROAD = 9; // px

export function addTiles(L, map, address, extent) {
  if (!address) return;
  let failed = 0;
  const tiles = L.tileLayer(address, { bounds: extent, maxNativeZoom: 19, noWrap: true, updateWhenIdle: true });
  tiles.on("tileload", () => { failed = 0; });
  tiles.on("tileerror", () => {
    failed += 1;
    if (failed >= MOST_FAILED) tiles.remove();
  });
  tiles.addTo(map);
}

const asked = new Map();

function features(address) {
  if (!asked.has(address)) {
    asked.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : { features: [] })).then((file) => file.features));
  }
  return asked.get(address);
}

/** Rings of [latitude, longitude]: the municipality. */
export async function outlineOf(address) {
  const found = (await features(address)).filter((feature) => feature.properties.kind === "outline");
  return found.map((feature) => feature.geometry.coordinates[0].map(([longitude, latitude]) => [latitude, longitude]));
}

export async function addGround(L, map, address) {
  const all = await features(address);
  const renderer = L.svg({ pane: "ground", padding: 0.6 });
  const lines = [];
  for (const kind of KINDS) {
    for (const feature of all.filter((one) => one.properties.kind === kind)) {
      const isArea = feature.geometry.type === "Polygon";
      const places = L.GeoJSON.coordsToLatLngs(feature.geometry.coordinates, isArea ? 1 : 0);
      const style = { renderer, pane: "ground", className: `geo__${kind}`, interactive: false, fillOpacity: 1 };
      const path = (isArea ? L.polygon : L.polyline)(places, style).addTo(map);
      if (!isArea) lines.push([path, feature.properties.width, kind === "road" ? MOST_ROAD : Infinity]);
    }
  }
  const weight = (width, most) => Math.min(most, Math.max(1.2, width * 2 ** (0.7 * (map.getZoom() - 11))));
  const weigh = () => lines.forEach(([path, width, most]) => path.setStyle({ weight: weight(width, most) }));
  map.on("zoomend", weigh);
  weigh();
  const places = all.filter((feature) => feature.properties.kind === "place").sort((a, b) => a.properties.rank - b.properties.rank);
  const layer = L.layerGroup().addTo(map);
  const name = () => writeNames(L, map, layer, places);
  map.on("zoomend", name);
  name();
}

/** Names where there is room for them, the larger places first. */
function writeNames(L, map, layer, places) {
  layer.clearLayers();
  const taken = [];
  for (const { geometry, properties } of places) {
    if (properties.rank > 2 && map.getZoom() < SMALL_FROM_ZOOM) continue;
    const at = L.GeoJSON.coordsToLatLng(geometry.coordinates);
    const { x, y } = map.project(at);
    const box = [x - 4, y - 10, x + properties.name.length * 8 + 10, y + 10];
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    const icon = L.divIcon({ className: "geo__name", html: make("span", { textContent: properties.name }), iconSize: null });
    layer.addLayer(L.marker(at, { icon, pane: "ground", zIndexOffset: 1000, interactive: false, keyboard: false }));
  }
}
