// What a mark tells: one thing with its summary and picture, or a list of the things at one spot.
import { make } from "../lib/make.js";
import { fill, inLanguage, mapData } from "./words.js";

const MOST_LISTED = 60;

export class Popup {
  /** `closed()` is called after it was closed by hand. */
  constructor(box, itemAddress, closed) {
    Object.assign(this, { box, itemAddress, closed, body: box.querySelector("[data-popup-body]") });
    this.words = mapData().words;
    box.querySelector("[data-popup-close]").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return !this.box.hidden;
  }

  /** Of one point; what is known is shown at once, the rest follows. */
  async open(point) {
    this.fill(point.title ? [this.kind(point.kind, point.words), this.title(point)] : [this.kind(point.kind, this.words[point.kind]), this.heading("…")]);
    const opened = (this.opened = Symbol("popup"));
    if (point.text) this.body.append(make("p", { className: "map__popup-text", textContent: point.text, ...inLanguage(point.language) }));
    if (point.isWhole) return;
    try {
      const answer = await fetch(this.itemAddress.replace("/0.json", `/${point.id}.json`));
      if (!answer.ok) throw new Error(`map item: ${answer.status}`);
      const item = await answer.json();
      if (this.opened === opened) this.show(point, item);
    } catch (error) {
      if (this.opened === opened) this.body.append(make("p", { className: "map__popup-note", textContent: this.words.popup_failed }));
    }
  }

  show(point, item) {
    const parts = [this.kind(point.kind, item.kind, item.place), this.title(item)];
    if (item.summary) parts.push(make("p", { className: "map__popup-text", textContent: item.summary, ...inLanguage(item.language) }));
    if (!item.exact) parts.push(make("p", { className: "map__popup-note", textContent: this.words.settlement }));
    if (item.picture) parts.unshift(make("img", { className: "map__popup-picture", src: item.picture, alt: "", width: 320, height: 213 }));
    const hadLink = this.body.contains(document.activeElement);
    this.fill(parts, item.picture ? "map__popup-body--picture" : "");
    if (hadLink) this.body.querySelector("a").focus();
  }

  /** Of several at one spot; `listAddress` leads to all of them where there are too many, `closer()` parts them. */
  list(points, listAddress, closer) {
    const rows = points.filter((point) => point.title).slice(0, MOST_LISTED).map((point) => {
      const title = point.number ? `${point.number}. ${point.title}` : point.title;
      const link = make("a", { href: point.url, ...inLanguage(point.language) }, this.tag(point.kind), title);
      return make("li", {}, link);
    });
    const parts = [this.heading(fill(this.words.here_title, { n: points.length }))];
    if (rows.length) parts.push(make("ul", { className: "map__popup-list" }, ...rows));
    if (rows.length < points.length) {
      const words = fill(this.words.all, { n: points.length });
      parts.push(make("p", {}, make("a", { className: "more", href: listAddress, textContent: words })));
    }
    if (closer) {
      const button = make("button", { type: "button", className: "button button--quiet button--small", textContent: this.words.closer });
      button.addEventListener("click", closer);
      parts.push(make("p", { className: "map__popup-more" }, button));
    }
    this.opened = null;
    this.fill(parts);
  }

  fill(parts, kind = "") {
    this.body.className = `map__popup-body ${kind}`;
    this.body.replaceChildren(...parts);
    this.box.hidden = false;
    this.box.scrollTop = 0;
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    this.opened = null;
    this.box.hidden = true;
    this.closed();
  }

  tag(kind, words = "") {
    const tag = make("span", { className: `tag tag--${kind}`, textContent: words });
    if (!words) tag.ariaHidden = "true";
    return tag;
  }

  kind(kind, words, place = "") {
    return make("p", { className: "map__popup-kind" }, this.tag(kind, words), ...(place ? [make("span", { textContent: place })] : []));
  }

  heading(...words) {
    return make("h3", { className: "map__popup-title", id: "map-popup-title" }, ...words);
  }

  title({ title, url, language }) {
    return this.heading(make("a", { href: url, textContent: title, ...inLanguage(language) }));
  }
}
