// Pictures of a gallery, enlarged one after another in a dialog; without a script each link opens its picture.
import { make } from "../lib/make.js";

class Viewer {
  constructor(gallery) {
    this.links = [...gallery.querySelectorAll("[data-gallery-link]")];
    this.words = gallery.dataset;
    this.icons = gallery.querySelector("[data-gallery-icons]").content;
    this.links.forEach((link, index) => link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.open(index);
    }));
  }

  build() {
    const button = (role, label, icon) => make("button", { type: "button", className: `viewer__button viewer__${role}`, ariaLabel: label },
      this.icons.querySelector(`[data-icon="${icon}"]`).cloneNode(true));
    this.image = make("img", { className: "viewer__image", alt: "" });
    this.caption = make("p", { className: "viewer__caption" });
    this.count = make("p", { className: "viewer__count" });
    this.count.setAttribute("role", "status");
    const close = button("close", this.words.labelClose, "close");
    const previous = button("previous", this.words.labelPrevious, "chevron-left");
    const next = button("next", this.words.labelNext, "chevron-right");
    const figure = make("div", { className: "viewer__figure" }, this.image);
    this.dialog = make("dialog", { className: "viewer", ariaLabel: this.words.labelGallery },
      make("div", { className: "viewer__inner" }, this.count, close, previous, figure, next, this.caption));
    document.body.append(this.dialog);
    close.addEventListener("click", () => this.dialog.close());
    previous.addEventListener("click", () => this.show(this.index - 1));
    next.addEventListener("click", () => this.show(this.index + 1));
    this.dialog.addEventListener("click", (event) => event.target === figure && this.dialog.close());
    this.dialog.addEventListener("close", () => this.links[this.index].focus());
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") this.show(this.index - 1);
      if (event.key === "ArrowRight") this.show(this.index + 1);
    });
    this.swipe(figure);
  }

  swipe(figure) {
    let start = null;
    figure.addEventListener("pointerdown", (event) => { start = event.isPrimary ? event.clientX : null; });
    figure.addEventListener("pointerup", (event) => {
      const way = start === null ? 0 : event.clientX - start;
      if (Math.abs(way) > 48) this.show(this.index + (way < 0 ? 1 : -1));
      start = null;
    });
  }

  open(index) {
    if (!this.dialog) this.build();
    this.dialog.showModal();
    this.show(index);
  }

  show(index) {
    this.index = (index + this.links.length) % this.links.length;
    const link = this.links[this.index];
    const small = link.querySelector("img");
    Object.assign(this.image, { src: link.href, alt: small?.alt ?? "" });
    this.caption.textContent = link.dataset.caption ?? "";
    this.count.textContent = `${this.index + 1} / ${this.links.length}`;
  }
}

document.querySelectorAll("[data-gallery]").forEach((gallery) => new Viewer(gallery));
