// What lies at the bottom: the drawn ground from its file, and tiles on it while they can be had.
import { make } from "../lib/make.js";

const MOST_FAILED = 4; // tiles in a row; then the drawing is left alone
const FLOWING = 20; // pixels of width at zoom 11 from which a river shows that it flows
const SMALL_FROM_ZOOM = 12;

// The same as directory/base_map/ground.py.
const stroke = (width, zoom) => Math.max(1.2, width * 2 ** (0.7 * (zoom - 11)));

export function addTiles(L, map, { address, extent, credit }) {
  if (!address) return;
  let failed = 0;
  const tiles = L.tileLayer(address, { bounds: extent, maxNativeZoom: 19, noWrap: true, updateWhenIdle: true });
  tiles.on("tileload", () => { failed = 0; credit.hidden = false; });
  tiles.on("tileerror", () => {
    failed += 1;
    if (failed < MOST_FAILED) return;
    tiles.remove();
    credit.hidden = true;
  });
  tiles.addTo(map);
}

/** Resolves to the names on it: `draw(marks)` writes them clear of the marks. */
export async function addGround(L, map, address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`ground: ${answer.status}`);
  const { features } = await answer.json();
  const of = (...kinds) => features.filter((feature) => kinds.includes(feature.properties.kind));
  const renderer = L.svg({ pane: "ground", padding: 0.6 });
  const drawn = [];
  const draw = (feature, name, weight) => {
    const points = L.GeoJSON.coordsToLatLngs(feature.geometry.coordinates, feature.geometry.type === "Polygon" ? 1 : 0);
    const shape = feature.geometry.type === "Polygon" ? L.polygon : L.polyline;
    const path = shape(points, {
      renderer, pane: "ground", className: name, interactive: false, smoothFactor: 1.2, fillOpacity: 1, stroke: name !== "map__wood",
    }).addTo(map);
    if (weight) drawn.push([path, weight]);
  };
  const rivers = of("river").sort((a, b) => a.properties.width - b.properties.width);
  of("outline").forEach((feature) => draw(feature, "map__land"));
  of("wood").forEach((feature) => draw(feature, "map__wood"));
  rivers.forEach((feature) => draw(feature, "map__bank", (zoom) => {
    const wide = stroke(feature.properties.width, zoom);
    return wide + Math.max(2, Math.min(6, wide * 0.14));
  }));
  rivers.forEach((feature) => draw(feature, "map__water", (zoom) => stroke(feature.properties.width, zoom)));
  rivers.filter((feature) => feature.properties.width >= FLOWING).forEach((feature) => draw(feature, "map__flow"));
  of("road").forEach((feature) => draw(feature, "map__road", (zoom) => Math.min(9, stroke(feature.properties.width, zoom))));
  const weigh = () => drawn.forEach(([path, weight]) => path.setStyle({ weight: weight(map.getZoom()) }));
  map.on("zoomend", weigh);
  weigh();
  return new Names(L, map, of("place", "neighbour"), of("label"));
}

/** Names where there is room for them, the larger places first. Widths are estimates, as on the server. */
class Names {
  constructor(L, map, places, waters) {
    Object.assign(this, { L, map, layer: L.layerGroup().addTo(map) });
    this.places = [...places].sort((a, b) => (a.properties.rank ?? 9) - (b.properties.rank ?? 9));
    this.waters = waters;
  }

  draw(marks) {
    const zoom = this.map.getZoom();
    this.layer.clearLayers();
    this.taken = marks.map((mark) => {
      const { x, y } = this.map.project([mark.latitude, mark.longitude], zoom);
      const half = mark.count || mark.points.length > 1 ? 20 : 13;
      return [x - half, y - half, x + half, y + half];
    });
    const large = this.places.filter((place) => place.properties.rank === 1);
    const small = this.places.filter((place) => place.properties.rank !== 1);
    large.forEach((place) => this.place(place, zoom));
    if (zoom >= 10) this.waters.forEach((water) => this.water(water, zoom));
    if (zoom >= 9) small.forEach((place) => (place.properties.rank < 4 || zoom >= SMALL_FROM_ZOOM) && this.place(place, zoom));
  }

  place(feature, zoom) {
    const { name, rank } = feature.properties;
    const at = this.L.GeoJSON.coordsToLatLng(feature.geometry.coordinates);
    const point = this.map.project(at, zoom);
    const wide = name.length * (rank === 1 ? 10.5 : 7.6) + 10;
    const kind = rank === 1 ? " map__name--town" : "";
    const sides = [["", -4, -10], [" map__name--left", 4 - wide, -10], [" map__name--above", -wide / 2, -24], [" map__name--below", -wide / 2, 4]];
    if (rank === 1) sides.push(["", 14, -10, 18], [" map__name--left", -14 - wide, -10, 18], [" map__name--above", -wide / 2, -42, 18], [" map__name--below", -wide / 2, 22, 18]);
    const side = sides.find(([, x, y]) => this.take(point.x + x, point.y + y, wide));
    if (side) this.write(at, name, kind + side[0] + (side[3] ? " map__name--far" : ""));
  }

  water(feature, zoom) {
    const { coordinates } = feature.geometry;
    const at = this.L.GeoJSON.coordsToLatLng(coordinates[Math.floor(coordinates.length / 2)]);
    const point = this.map.project(at, zoom);
    const wide = feature.properties.name.length * 9;
    if (this.take(point.x - wide / 2, point.y - 10, wide)) this.write(at, feature.properties.name, " map__name--water");
  }

  take(left, top, wide) {
    const box = [left, top, left + wide, top + 20];
    const free = this.taken.every((other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1]);
    if (free) this.taken.push(box);
    return free;
  }

  write(at, name, kind) {
    const icon = this.L.divIcon({ className: `map__name${kind}`, html: make("span", { textContent: name }), iconSize: null });
    this.layer.addLayer(this.L.marker(at, { icon, pane: "names", interactive: false, keyboard: false }));
  }
}
