// The marks on the map: one Tab stop for all of them, arrow keys between them, and no redraw takes the focus away.
import { towards } from "./group.js";
import { pin } from "./pins.js";

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export class Markers {
  /** `open(mark)` is called when a mark is pressed, `point(ids)` when one is pointed at or left (empty). */
  constructor(L, map, data, { open, point }) {
    Object.assign(this, { L, map, data, open, point, drawn: new Map(), current: null, wanted: null });
    this.box = map.getContainer();
    this.Pin = L.Icon.extend({ createIcon() { return this.options.element; }, createShadow: () => null });
    this.layer = L.layerGroup().addTo(map);
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("focusin", (event) => this.focused(event));
    this.box.tabIndex = 0;
  }

  /** Marks from north to south, so that a reader who goes on meets them in order. What stays is not touched. */
  draw(marks) {
    const had = this.focusedMark();
    const isSeen = had?.button.matches(":focus-visible");
    const next = new Map(marks.sort((a, b) => b.latitude - a.latitude).map((mark) => [mark.key, mark]));
    for (const [key, mark] of this.drawn) {
      if (!next.has(key)) {
        this.layer.removeLayer(mark.layer);
        this.drawn.delete(key);
      }
    }
    for (const [key, mark] of next) if (!this.drawn.has(key)) this.add(key, mark);
    const isLost = had && (!this.drawn.has(had.key) || (isSeen && !this.wanted && !this.isInView(had)));
    if (isLost) this.focus(this.nearest(this.at(had)));
    this.settle();
    if (this.wanted) this.goOn(had);
  }

  add(key, mark) {
    const button = pin(mark, this.data);
    mark.button = button;
    mark.layer = this.L.marker([mark.latitude, mark.longitude], {
      icon: new this.Pin({ element: button }), interactive: false, keyboard: false,
    });
    const ids = (mark.points ?? []).map((point) => point.id);
    this.L.DomEvent.disableClickPropagation(button);
    button.addEventListener("click", () => this.open(mark));
    button.addEventListener("pointerenter", () => this.show(mark, ids));
    button.addEventListener("pointerleave", () => this.show(mark, []));
    button.addEventListener("blur", () => this.show(mark, []));
    this.drawn.set(key, mark);
    this.layer.addLayer(mark.layer);
  }

  show(mark, ids) {
    const width = this.map.getSize().x;
    mark.button.classList.toggle("map__pin--left", this.at(mark).x > width / 2);
    mark.layer.setZIndexOffset(ids.length ? 10000 : 0);
    this.point(ids);
  }

  /** Raise the marks of these things; `[]` for none. */
  raise(ids) {
    for (const mark of this.drawn.values()) {
      const on = (mark.points ?? []).some((point) => ids.includes(point.id));
      mark.button.classList.toggle("map__pin--on", on);
      mark.layer.setZIndexOffset(on ? 10000 : 0);
    }
  }

  at(mark) {
    return this.map.latLngToContainerPoint([mark.latitude, mark.longitude]);
  }

  inView() {
    const size = this.map.getSize();
    return [...this.drawn.values()]
      .map((mark) => ({ mark, ...xy(this.at(mark)) }))
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.x && y <= size.y);
  }

  isInView(mark) {
    return this.inView().some((spot) => spot.mark.key === mark.key);
  }

  nearest({ x, y }) {
    const far = (spot) => Math.hypot(spot.x - x, spot.y - y);
    return this.inView().sort((a, b) => far(a) - far(b))[0]?.mark;
  }

  focusedMark() {
    return [...this.drawn.values()].find((mark) => mark.button === document.activeElement);
  }

  focus(mark) {
    (mark?.button ?? this.box).focus({ preventScroll: true });
  }

  /** One Tab stop: the mark last used while it is in view, else the one in the middle, else the map itself. */
  settle() {
    const seen = this.inView().map(({ mark }) => mark);
    const size = this.map.getSize();
    const kept = this.focusedMark() ?? seen.find((mark) => mark.key === this.current);
    const first = this.inOrder().find((mark) => mark.points?.[0].number);
    const stop = kept ?? first ?? this.nearest({ x: size.x / 2, y: size.y / 2 });
    for (const mark of this.drawn.values()) mark.button.tabIndex = mark === stop ? 0 : -1;
    this.box.tabIndex = stop ? -1 : 0;
    this.current = stop?.key ?? null;
  }

  focused() {
    const mark = this.focusedMark();
    if (!mark) return;
    this.current = mark.key;
    this.settle();
    if (mark.button.matches(":focus-visible")) this.show(mark, (mark.points ?? []).map((point) => point.id));
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (ARROWS[event.key]) this.step(...ARROWS[event.key]);
    else if (event.key === "Home" || event.key === "End") this.focus(this.inOrder().at(event.key === "Home" ? 0 : -1));
    else if (event.key === "PageDown" || event.key === "PageUp") this.follow(event.key === "PageDown" ? 1 : -1);
    else if (event.key === "+" || event.key === "=") this.map.zoomIn();
    else if (event.key === "-") this.map.zoomOut();
    else return;
    event.preventDefault();
  }

  /** To the next mark in a direction; where there is none, the map moves half its size and the step is taken then. */
  step(dx, dy) {
    const mark = this.focusedMark();
    const size = this.map.getSize();
    const spots = this.inView().filter((spot) => spot.mark !== mark);
    const found = mark ? towards(spots, this.at(mark), dx, dy) : this.nearest({ x: size.x / 2, y: size.y / 2 });
    if (found) return this.focus(found.mark ?? found);
    this.wanted = [dx, dy];
    this.map.panBy([dx * size.x / 2, dy * size.y / 2]);
  }

  inOrder() {
    const number = (mark) => Math.min(...(mark.points ?? []).map((point) => point.number || Infinity));
    return this.inView().map(({ mark }) => mark)
      .sort((a, b) => (number(a) - number(b) || 0) || b.latitude - a.latitude || a.longitude - b.longitude);
  }

  /** To the next one in view, stops by their numbers, all else from north to south: this way nothing can be missed. */
  follow(way) {
    const marks = this.inOrder();
    const at = marks.indexOf(this.focusedMark());
    this.focus(marks.at((at + way) % marks.length));
  }

  goOn(from) {
    const [dx, dy] = this.wanted;
    const size = this.map.getSize();
    this.wanted = null;
    if (!from && document.activeElement !== this.box) return;
    const spots = this.inView().filter((spot) => spot.mark.key !== from?.key);
    const found = from ? towards(spots, this.at(from), dx, dy)?.mark : this.nearest(size.divideBy(2));
    if (found) this.focus(found);
    else if (!from || !this.isInView(from)) this.focus(); // the map itself: the next arrow goes on from its middle
  }

  /** After a popup: back to its mark, or to what stands in its place now. */
  back(mark) {
    this.focus(this.drawn.get(mark.key) ?? this.nearest(this.at(mark)));
  }
}

const xy = ({ x, y }) => ({ x, y });
