// The way of an excursion, under its stops.
import { decode } from "../lib/polyline.js";

/** `way`: lines as lib/polyline.js reads them. */
export function drawWays(L, map, way) {
  const renderer = L.svg({ padding: 0.5 });
  decode(way).forEach((line) => L.polyline(line, {
    renderer, className: "map__way", interactive: false, smoothFactor: 1,
  }).addTo(map));
}
