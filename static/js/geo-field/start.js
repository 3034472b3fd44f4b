// <geo-field>: a map beside a field of text that holds a place, a way or areas. What is written in the field counts;
// everything here writes there. Starts wherever it is inserted: by the page, an inline panel, a StreamField.
import { CornersTool } from "./corners.js";
import { outlineOf } from "./ground.js";
import { createMap } from "./map.js";
import { button, fill, make } from "./parts.js";
import { PointTool } from "./point.js";
import { apart, isNear } from "./shapes.js";
import { line, putRight, read, rounded, write } from "./text.js";

const MOST_UNDONE = 50;

class GeoField extends HTMLElement {
  connectedCallback() {
    // A frame later: a StreamField writes the value after it has put the element in.
    requestAnimationFrame(() => {
      if (!this.isConnected) return;
      if (!this.tool) this.start();
      else if (this.isStopped) this.watch();
    });
  }

  disconnectedCallback() {
    // Moving a row takes the element out and puts it in again.
    requestAnimationFrame(() => this.isConnected || this.stop());
  }

  start() {
    this.input = this.querySelector(".geo__text");
    this.words = JSON.parse(this.dataset.words);
    this.places = JSON.parse(this.dataset.places);
    this.extent = this.dataset.extent.split(",").map(Number);
    this.outline = [];
    this.undone = [];
    this.shapes = [];
    this.tool = this.dataset.kind === "point" ? new PointTool(this) : new CornersTool(this);
    this.build();
    this.take();
    this.input.addEventListener("change", () => this.isOwn || this.typed());
    this.watch();
    outlineOf(this.dataset.ground).then((outline) => { this.outline = outline; this.report(); }).catch(() => {});
  }

  stop() {
    this.isStopped = true;
    this.seen?.disconnect();
    this.sized?.disconnect();
    this.map?.remove();
    this.map = null;
  }

  word(name, values = {}) {
    return fill(this.words[name], values);
  }

  lineOf(place) {
    return line(place);
  }

  build() {
    const id = `${this.input.id}-map`;
    this.status = make("p", { className: "geo__status" });
    this.status.setAttribute("role", "status");
    this.undo = button(this.word("undo"), () => this.takeBack());
    this.clear = button(this.word("clear"), () => this.change([]));
    this.add = button(this.word("add"), () => this.tool.addCentre());
    this.mapBox = make("div", { className: "geo__map", tabIndex: 0, id });
    this.mapBox.setAttribute("role", "application");
    this.mapBox.setAttribute("aria-label", this.word("map"));
    this.mapBox.setAttribute("aria-describedby", `${id}-keys`);
    this.frame = make("div", { className: "geo__frame" }, this.mapBox, make("span", { className: "geo__cross" }),
      make("div", { className: "geo__zoom" },
        button(this.word("in"), () => this.map?.zoomIn(1), "in"), button(this.word("out"), () => this.map?.zoomOut(1), "out")));
    const keys = make("p", { className: "geo__keys", id: `${id}-keys`, textContent: this.word("keys") });
    const bar = make("div", { className: "geo__bar" }, ...this.chooser(),
      make("div", { className: "geo__buttons" }, this.add, this.undo, this.clear));
    this.querySelector("[data-outside]")?.remove();
    const parts = [this.status, bar, this.frame, keys, ...(this.tool.panel ? [this.tool.panel] : [])];
    if (this.tool.panel) {
      this.asText = make("details", { className: "geo__as-text" }, make("summary", { textContent: this.word("as_text") }));
      this.asText.append(this.input, this.querySelector(".geo__how"));
      this.asText.open = this.input.getAttribute("aria-invalid") === "true";
      this.input.labels.forEach((label) => label.addEventListener("click", () => { this.asText.open = true; }));
      this.append(...parts, this.asText);
    } else this.append(...parts);
    this.classList.add("geo--live");
  }

  chooser() {
    if (!this.places.length) return [];
    const id = `${this.input.id}-settlement`;
    const select = make("select", { id, className: "geo__select" }, new Option(this.word("choose"), ""),
      ...this.places.map(([name], index) => new Option(name, index)));
    select.addEventListener("change", () => {
      if (select.value === "") return;
      const [, latitude, longitude] = this.places[select.value];
      this.tool.go([latitude, longitude]);
    });
    return [make("div", { className: "geo__pair" }, make("label", { htmlFor: id, textContent: this.word("go") }), select)];
  }

  /** Make the map when the field is first seen: in a closed tab it has no size. */
  watch() {
    this.isStopped = false;
    this.seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.seen.disconnect();
      this.take();
      createMap(this.mapBox, this.dataset).then((made) => {
        this.map = made.map;
        this.tool.attach(made);
        this.sized = new ResizeObserver(() => this.map?.invalidateSize());
        this.sized.observe(this.mapBox);
        this.dataset.drawn = "";
      }).catch((error) => {
        this.frame.hidden = true;
        this.tell([this.word("failed")], true);
        console.warn(error.message);
      });
    }, { rootMargin: "200px" });
    this.seen.observe(this);
  }

  centre() {
    const { lat, lng } = this.map ? this.map.getCenter() : this.middle();
    return [lat, lng];
  }

  middle() {
    const [west, south, east, north] = this.dataset.view.split(",").map(Number);
    return { lat: (south + north) / 2, lng: (west + east) / 2 };
  }

  named(name) {
    const found = this.places.find((place) => place[0].toLowerCase() === name.trim().toLowerCase());
    return found ? found.slice(1) : null;
  }

  /** What is written, onto the map. */
  take() {
    const found = read(this.input.value, this.dataset.kind, this.extent, (name) => this.named(name));
    this.error = found.error;
    if (!found.error) this.shapes = found.shapes;
    else if (found.error === "holes") this.shapes = [];
    this.report(found.swapped);
    this.tool.draw();
    return found;
  }

  /** Somebody typed: put right what was swapped, and write it as we do. */
  typed() {
    this.remember();
    const found = this.take();
    if (found.error) return;
    this.store();
    this.tool.show();
  }

  /** A tool changed the shapes. */
  change(shapes) {
    const right = shapes.map((shape) => shape.map((place) => putRight(rounded(place), this.extent)?.place));
    if (right.flat().includes(undefined)) {
      this.tell([this.word("off_map")], true);
      this.tool.draw();
      return;
    }
    this.remember();
    this.shapes = right;
    this.changed();
  }

  remember() {
    this.undone.push(JSON.stringify(this.shapes));
    if (this.undone.length > MOST_UNDONE) this.undone.shift();
  }

  takeBack() {
    if (!this.undone.length) return;
    this.shapes = JSON.parse(this.undone.pop());
    this.changed();
  }

  changed() {
    this.error = undefined;
    this.store();
    this.report();
    this.tool.draw();
  }

  store() {
    const text = write(this.tool.finished ? this.tool.finished(this.shapes) : this.shapes);
    if (this.input.value === text) return;
    this.input.value = text;
    this.isOwn = true;
    for (const name of ["input", "change"]) this.input.dispatchEvent(new Event(name, { bubbles: true }));
    this.isOwn = false;
  }

  report(swapped = false) {
    const isWrong = Boolean(this.error) && this.error !== "holes";
    const said = isWrong ? [this.word(this.error)] : this.tool.say();
    if (swapped) said.unshift(this.word("swapped"));
    if (!isWrong) said.push(...this.about());
    this.tell(said, isWrong || this.tool.isCrossing);
    this.undo.disabled = !this.undone.length;
    this.clear.disabled = !this.shapes.flat().length && !this.input.value;
    this.add.disabled = this.error === "holes";
  }

  /** What is near, and whether it lies outside. */
  about() {
    const all = this.shapes.flat();
    if (!all.length) return [];
    const said = [];
    if (this.outline.length && !all.some((place) => this.outline.some((ring) => isNear(place, ring)))) said.push(this.word("outside"));
    const [nearest] = [...this.places].sort((a, b) => apart(all[0], a.slice(1)) - apart(all[0], b.slice(1)));
    if (nearest && this.dataset.kind === "point") said.push(this.word("near", { name: nearest[0] }));
    return said;
  }

  tell(said, isWrong = false) {
    this.status.textContent = said.join(" ");
    this.status.classList.toggle("geo__status--wrong", Boolean(isWrong));
    if (isWrong) this.input.setAttribute("aria-invalid", "true");
    else if (this.wasWrong) this.input.removeAttribute("aria-invalid"); // what the server found is not ours to take away
    this.wasWrong = isWrong;
  }
}

customElements.get("geo-field") || customElements.define("geo-field", GeoField);
