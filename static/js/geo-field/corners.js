// A way or areas: corners on the map, and the same corners in a list with everything a hand can do.
import { listenToKeys, moved, pan } from "./map.js";
import { button, make } from "./parts.js";
import { crossing } from "./shapes.js";
import { readPlace, putRight } from "./text.js";

const MOST_HANDLES = 150; // around the chosen one; more would slow the map down
const STEP = 8; // px of Shift and an arrow key

export class CornersTool {
  constructor(field) {
    const { kind, many } = field.dataset;
    Object.assign(this, { field, isArea: kind === "area", isMany: many !== undefined, least: kind === "area" ? 3 : 2 });
    this.part = 0;
    this.corner = -1;
    this.build();
  }

  get shapes() {
    return this.field.shapes;
  }

  build() {
    const { field } = this;
    const id = `${field.input.id}-corners`;
    this.list = make("select", { id, size: 6, className: "geo__list" });
    this.list.addEventListener("change", () => this.choose(...this.list.value.split(".").map(Number)));
    this.exact = make("input", { type: "text", id: `${id}-one`, className: "geo__exact", autocomplete: "off", spellcheck: false });
    this.exact.addEventListener("change", () => this.setExact());
    this.exact.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // it would send the form
      this.setExact();
    });
    this.buttons = {
      up: button(field.word("up"), () => this.swap(-1)),
      down: button(field.word("down"), () => this.swap(1)),
      delete: button(field.word("delete"), () => this.remove()),
    };
    if (this.isMany) this.buttons.another = button(field.word("another"), () => this.begin());
    this.panel = make("div", { className: "geo__corners" },
      make("div", { className: "geo__pair" }, make("label", { htmlFor: id, textContent: field.word("corners") }), this.list),
      make("div", { className: "geo__pair" },
        make("label", { htmlFor: `${id}-one`, textContent: field.word("corner") }), this.exact,
        make("div", { className: "geo__buttons" }, ...Object.values(this.buttons))));
  }

  say() {
    const said = [];
    const number = this.shapes.flat().length;
    if (this.field.error === "holes") return [this.field.word("holes")];
    said.push(number ? this.field.word("count", { n: number }) : this.field.word("empty"));
    if (this.shapes.some((shape) => shape.length && shape.length < this.least)) said.push(this.field.word("few"));
    const at = this.isArea && this.shapes.map((shape) => shape.length > 3 && crossing(shape)).find(Boolean);
    if (at) said.push(this.field.word("crossing", { place: this.field.lineOf(at) }));
    this.isCrossing = Boolean(at);
    return said;
  }

  /** Shapes that are finished enough to be kept; what has too few corners stays on the map alone. */
  finished(shapes) {
    return shapes.filter((shape) => shape.length >= this.least);
  }

  add(place) {
    const shapes = this.copy();
    shapes[this.part] ??= [];
    this.corner = Math.min(this.corner, shapes[this.part].length - 1) + 1;
    shapes[this.part].splice(this.corner, 0, place);
    this.field.change(shapes);
  }

  addCentre() {
    this.add(this.field.centre());
  }

  /** Put the chosen corner elsewhere. */
  put(place) {
    const shapes = this.copy();
    shapes[this.part][this.corner] = place;
    this.field.change(shapes);
  }

  copy() {
    return this.shapes.map((shape) => [...shape]);
  }

  swap(by) {
    const shapes = this.copy();
    const shape = shapes[this.part];
    const to = this.corner + by;
    if (!shape?.[this.corner] || !shape[to]) return;
    [shape[this.corner], shape[to]] = [shape[to], shape[this.corner]];
    this.corner = to;
    this.field.change(shapes);
  }

  remove() {
    const shapes = this.copy();
    if (!shapes[this.part]?.[this.corner]) return;
    shapes[this.part].splice(this.corner, 1);
    if (shapes[this.part].length) this.corner = Math.max(0, this.corner - 1);
    else {
      shapes.splice(this.part, 1);
      this.part = Math.max(0, this.part - 1);
      this.corner = (shapes[this.part]?.length ?? 0) - 1;
    }
    this.field.change(shapes);
  }

  begin() {
    this.part = this.shapes.filter((shape) => shape.length).length;
    this.corner = -1;
    this.draw();
  }

  choose(part, corner) {
    Object.assign(this, { part, corner });
    this.draw();
    const place = this.shapes[part]?.[corner];
    if (place && this.map) this.map.panInside(place, { padding: [30, 30], animate: false });
  }

  step(by) {
    const all = this.shapes.flatMap((shape, part) => shape.map((_place, corner) => [part, corner]));
    const now = all.findIndex(([part, corner]) => part === this.part && corner === this.corner);
    const next = all[(now + by + all.length) % all.length];
    if (!next) return;
    this.choose(...next);
    this.field.tell([this.field.word("corner"), `${next[1] + 1}: ${this.field.lineOf(this.shapes[next[0]][next[1]])}`]);
  }

  setExact() {
    const place = readPlace(this.exact.value);
    const right = place && putRight(place, this.field.extent);
    if (!right) {
      this.field.tell([this.field.word(place ? "off_map" : "unreadable")], true);
      return;
    }
    if (this.shapes[this.part]?.[this.corner]) this.put(right.place);
    else this.add(right.place);
    if (right.swapped) this.field.tell([this.field.word("swapped")]);
  }

  go(place) {
    this.map?.setView(place, 14, { animate: false });
  }

  attach({ L, map }) {
    Object.assign(this, { L, map });
    const shape = this.isArea ? L.polygon : L.polyline;
    this.layer = shape([], { className: "geo__shape", interactive: false }).addTo(map);
    this.begun = L.polyline([], { className: "geo__shape", interactive: false }).addTo(map);
    this.handles = L.layerGroup().addTo(map);
    map.on("click", ({ latlng }) => this.field.error !== "holes" && this.add([latlng.lat, latlng.lng]));
    listenToKeys(map, {
      arrow: (x, y, isShift) => {
        const place = this.shapes[this.part]?.[this.corner];
        if (!isShift || !place) pan(map, x, y);
        else this.put(moved(map, place, x * STEP, y * STEP));
      },
      Enter: () => this.addCentre(),
      " ": () => this.addCentre(),
      Delete: () => this.remove(),
      PageUp: () => this.step(-1),
      PageDown: () => this.step(1),
    });
    this.draw();
    this.show();
  }

  show() {
    const places = this.shapes.flat();
    if (places.length && this.map) this.map.fitBounds(this.L.latLngBounds(places), { padding: [30, 30], maxZoom: 15, animate: false });
  }

  draw() {
    const { shapes } = this;
    const last = (shapes[this.part]?.length ?? 0) - 1;
    if (this.corner < 0 || this.corner > last) this.corner = last;
    this.drawList();
    if (!this.map) return;
    this.layer.setLatLngs(this.finished(shapes).map((one) => (this.isArea ? [one] : one)));
    this.begun.setLatLngs(shapes.filter((shape) => shape.length < this.least));
    this.layer.getElement().classList.toggle("geo__shape--wrong", Boolean(this.isCrossing));
    this.handles.clearLayers();
    const first = Math.max(0, this.corner - MOST_HANDLES / 2);
    (shapes[this.part] ?? []).slice(first, first + MOST_HANDLES).forEach((place, index) => this.handle(place, first + index));
    shapes.forEach((shape, part) => part !== this.part && shape[0] && this.handle(shape[0], 0, part));
  }

  handle(place, corner, part = this.part) {
    const isChosen = part === this.part && corner === this.corner;
    const icon = this.L.divIcon({ className: `geo__handle${isChosen ? " geo__handle--on" : ""}`, iconSize: [28, 28] });
    const mark = this.L.marker(place, { icon, draggable: true, keyboard: false });
    mark.on("click", () => this.choose(part, corner));
    mark.on("dragend", () => {
      const { lat, lng } = mark.getLatLng();
      Object.assign(this, { part, corner });
      this.put([lat, lng]);
    });
    this.handles.addLayer(mark);
  }

  drawList() {
    const { shapes, field } = this;
    const options = shapes.map((shape, part) => shape.map((place, corner) =>
      new Option(`${corner + 1}. ${field.lineOf(place)}`, `${part}.${corner}`)));
    const isGrouped = shapes.length > 1;
    this.list.replaceChildren(...options.flatMap((group, part) => {
      if (!isGrouped) return group;
      const element = make("optgroup", { label: field.word("part", { n: part + 1 }) }, ...group);
      return [element];
    }));
    const place = shapes[this.part]?.[this.corner];
    this.list.value = place ? `${this.part}.${this.corner}` : "";
    this.exact.value = place ? field.lineOf(place) : "";
    const length = shapes[this.part]?.length ?? 0;
    this.buttons.up.disabled = !place || this.corner === 0;
    this.buttons.down.disabled = !place || this.corner === length - 1;
    this.buttons.delete.disabled = !place;
    if (this.isMany) this.buttons.another.disabled = length < this.least;
  }
}
