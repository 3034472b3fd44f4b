// The live map of a list, over the drawing of the server.
import { addGround, addTiles } from "./ground.js";
import { gestures } from "./gestures.js";
import { grouped } from "./group.js";
import { around, boxOf, corners, createMap } from "./leaflet.js";
import { highlight, listAddress, listen, reload } from "./list.js";
import { Markers } from "./markers.js";
import { Popup } from "./popup.js";
import { Shapes } from "./shapes.js";
import { asCluster, asSpot, Source } from "./source.js";
import { tools } from "./tools.js";
import { fill, mapData, number } from "./words.js";

const APART = 40; // px at the deepest zoom
const PAUSE = 120; // ms after a move before the data are asked for

class Live {
  constructor(L, map, frame) {
    const { url, query, itemUrl } = frame.dataset;
    Object.assign(this, { L, map, frame, data: mapData(), source: new Source(url, query) });
    this.browse = frame.closest("[data-browse]");
    this.message = frame.querySelector("[data-map-message]");
    this.search = frame.querySelector("[data-map-search]");
    this.markers = new Markers(L, map, this.data, {
      open: (mark) => this.open(mark),
      point: (ids) => this.point(ids),
    });
    this.popup = new Popup(frame.querySelector("[data-map-popup]"), itemUrl, () => this.closed());
    this.shapes = new Shapes(L, map, this.data.areas, (mark) => this.open(mark));
    this.spots = this.data.spots.map(asSpot);
    this.listenToMap();
    if (this.browse) this.listenToList();
  }

  /** What is pointed at, else what the popup tells of. */
  point(ids = []) {
    if (this.browse) highlight(this.browse, ids.length ? ids : (this.told ?? []));
  }

  listenToMap() {
    let timer;
    this.map.on("moveend", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.refresh(), PAUSE);
      this.search.hidden = !this.browse || !this.isElsewhere();
    });
    this.settle();
    this.map.on("click", () => this.popup.close());
    this.frame.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.popup.isOpen) return;
      event.preventDefault();
      this.popup.close();
    });
    this.search.addEventListener("click", () => this.searchHere());
  }

  /** The view that the list answers for; another one offers to search there. */
  settle() {
    this.settled = { centre: this.map.getCenter(), zoom: this.map.getZoom() };
    this.search.hidden = true;
  }

  isElsewhere() {
    const size = this.map.getSize();
    const far = this.map.latLngToContainerPoint(this.settled.centre).distanceTo(size.divideBy(2));
    return this.map.getZoom() !== this.settled.zoom || far > Math.min(size.x, size.y) * 0.2;
  }

  listenToList() {
    let last = null;
    listen(this.browse.querySelector(".split"), (id, place) => {
      if (id === last) return;
      last = id;
      this.markers.raise(id === null ? [] : [id]);
      this.shapes.point(id, place);
    });
  }

  async refresh() {
    const { x, y } = this.map.getSize();
    if (!x || !y) return; // the list alone is shown: there is no view to ask about
    const zoom = this.map.getZoom();
    try {
      const bounds = this.map.getBounds();
      const answer = await this.source.ask(bounds, zoom);
      const spots = this.spots.filter((spot) => bounds.contains([spot.latitude, spot.longitude]));
      this.marks = [...this.singles([...answer.points, ...spots], zoom), ...answer.clusters.map(asCluster)];
      this.markers.draw(this.marks);
      this.names?.draw(this.marks);
      this.say(fill(this.data.words.on_map, { n: number(answer.n + spots.length) }), true);
      this.frame.dataset.drawn = String(answer.n + spots.length);
    } catch (error) {
      if (error.name !== "AbortError") this.say(this.data.words.failed);
    }
  }

  write(names) {
    this.names = names;
    names.draw(this.marks ?? []);
  }

  singles(points, zoom) {
    const groups = grouped(points, (point) => this.map.project([point.latitude, point.longitude], zoom));
    return groups.map((group) => ({
      key: `p${group.map((point) => point.id + (point.title ? "n" : "")).join("-")}`,
      longitude: group[0].longitude, latitude: group[0].latitude, points: group,
    }));
  }

  /** `isQuiet`: for those who listen alone. */
  say(words, isQuiet = false) {
    this.message.classList.toggle("map__message--quiet", isQuiet);
    if (this.message.textContent !== words) this.message.textContent = words;
  }

  async open(mark) {
    if (mark.count && this.map.getZoom() < this.map.getMaxZoom()) {
      this.markers.focus(mark.button ? mark : null);
      this.map.setView([mark.latitude, mark.longitude], Math.min(this.map.getZoom() + 2, this.map.getMaxZoom()));
      return;
    }
    this.opened?.button?.setAttribute("aria-expanded", "false");
    this.opened = mark;
    const points = mark.count ? (await this.source.at(mark)).points : mark.points;
    if (points.length === 1) this.popup.open(points[0]).then(() => this.opened === mark && this.uncover(mark));
    else this.popup.list(points, listAddress({ box: around(mark), near: null }), this.closer(points));
    mark.button?.setAttribute("aria-expanded", "true");
    this.told = points.map((point) => point.id);
    this.point();
    this.uncover(mark);
    this.popup.focus();
  }

  /** What shows the points of a group apart from each other; nothing where no zoom does. */
  closer(points) {
    const bounds = this.L.latLngBounds(points.map((point) => [point.latitude, point.longitude]));
    const far = this.map.project(bounds.getNorthWest(), this.map.getMaxZoom()).distanceTo(this.map.project(bounds.getSouthEast(), this.map.getMaxZoom()));
    if (far < APART || this.map.getZoom() >= this.map.getMaxZoom()) return null;
    return () => {
      this.popup.close();
      this.map.fitBounds(bounds, { padding: [60, 60] });
    };
  }

  /** The mark of an open popup is seen beside it. */
  uncover(mark) {
    const at = this.markers.at(mark);
    const popup = this.popup.box.offsetHeight + 44;
    const size = this.map.getSize();
    const high = Math.min(size.y - 30, Math.max(40, size.y - popup));
    const covered = at.y > high && at.x < this.popup.box.offsetWidth + 40;
    const aside = at.x < 30 ? at.x - 30 : at.x > size.x - 30 ? at.x - size.x + 30 : 0;
    if (!covered && !aside && at.y > 30) return;
    const wasElsewhere = this.isElsewhere();
    this.map.once("moveend", () => wasElsewhere || this.settle());
    this.map.panBy([aside, covered ? at.y - high : Math.min(0, at.y - 30)]);
  }

  closed() {
    const mark = this.opened;
    const had = document.activeElement;
    this.opened = this.told = null;
    mark?.button?.setAttribute("aria-expanded", "false");
    this.point();
    if (mark && (had === document.body || this.frame.contains(had))) this.markers.back(mark);
  }

  async searchHere() {
    const found = await reload(this.browse, { box: boxOf(this.map.getBounds()), near: null });
    const size = this.map.getSize();
    this.markers.focus(this.markers.nearest(size.divideBy(2)));
    this.settle();
    if (found) this.say(found, true);
  }

  /** Where the reader is, to a kilometre; called by near.js. */
  here(longitude, latitude) {
    this.me ??= this.L.circle([0, 0], { radius: 700, className: "map__me", interactive: false });
    this.me.setLatLng([latitude, longitude]).addTo(this.map);
    this.map.once("moveend", () => this.settle());
    this.map.setView([latitude, longitude], Math.max(this.map.getZoom(), 12));
  }
}

/** Take the drawing's place; resolves to the live map once its first marks stand. */
export async function live(frame) {
  const { leaflet, bbox, extent, tiles: tileAddress, ground, near } = frame.dataset;
  const container = frame.querySelector("[data-map-live]");
  container.hidden = false;
  try {
    const bounds = { bounds: corners(bbox), extent: corners(extent), hasTiles: Boolean(tileAddress) };
    const { L, map } = await createMap(leaflet, container, bounds);
    describe(frame, container);
    const shown = new Live(L, map, frame);
    gestures(map, frame);
    tools(map, frame, shown.browse, shown.message);
    addTiles(L, map, { address: tileAddress, extent: corners(extent), credit: frame.querySelector("[data-map-credit]") });
    addGround(L, map, ground).then((names) => shown.write(names), () => {}); // without a ground: tiles or paper
    frame.querySelector("[data-map-drawing]").hidden = true;
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(container);
    if (near) shown.here(...near.split(",").map(Number));
    if (shown.data.way) (await import("./ways.js")).drawWays(L, map, shown.data.way);
    await shown.refresh();
    return shown;
  } catch (error) {
    container.hidden = true;
    throw error;
  }
}

function describe(frame, container) {
  container.setAttribute("role", "application");
  container.setAttribute("aria-label", frame.dataset.label);
  container.setAttribute("aria-describedby", "map-keys");
}
