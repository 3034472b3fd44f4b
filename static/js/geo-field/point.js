// One place: a mark on the map, set by click, drag, keys, or by the name of a settlement.
import { listenToKeys, moved } from "./map.js";
import { make } from "./parts.js";

const NEAR_ZOOM = 13;
const STEP = 16; // px of an arrow key; one with Shift

export class PointTool {
  constructor(field) {
    this.field = field;
  }

  /** The place, or `undefined`. */
  get place() {
    return this.field.shapes[0]?.[0];
  }

  set(place) {
    this.field.change(place ? [[place]] : []);
  }

  say() {
    return this.place ? [this.field.word("marked", { place: this.field.lineOf(this.place) })] : [this.field.word("empty")];
  }

  addCentre() {
    this.set(this.field.centre());
  }

  go(place) {
    this.set(place);
    this.show();
  }

  attach({ L, map }) {
    const icon = L.divIcon({ className: "geo__mark", html: make("span", { className: "geo__pin" }), iconSize: [44, 44], iconAnchor: [22, 40] });
    this.map = map;
    this.mark = L.marker([0, 0], { icon, draggable: true, keyboard: false });
    this.mark.on("dragend", () => {
      const { lat, lng } = this.mark.getLatLng();
      this.set([lat, lng]);
    });
    map.on("click", ({ latlng }) => this.set([latlng.lat, latlng.lng]));
    listenToKeys(map, {
      arrow: (x, y, isFine) => {
        const step = isFine ? 1 : STEP;
        this.place ? this.set(moved(map, this.place, x * step, y * step)) : this.addCentre();
        map.panInside(this.place, { padding: [40, 40], animate: false });
      },
      Enter: () => this.addCentre(),
      " ": () => this.addCentre(),
      Delete: () => this.set(null),
    });
    this.draw();
    this.show();
  }

  show() {
    if (this.map && this.place) this.map.setView(this.place, Math.max(this.map.getZoom(), NEAR_ZOOM), { animate: false });
  }

  draw() {
    if (!this.map) return;
    this.place ? this.mark.setLatLng(this.place).addTo(this.map) : this.mark.remove();
  }
}
