// Elements and icons of the field.
const SVG = "http://www.w3.org/2000/svg";
const ICONS = { in: "M12 5v14M5 12h14", out: "M5 12h14" };

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function button(label, onClick, icon = "") {
  const element = make("button", { type: "button", className: icon ? "geo__zoom-button" : "geo__button" });
  element.addEventListener("click", onClick);
  if (!icon) {
    element.textContent = label;
    return element;
  }
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[icon]);
  drawing.append(path);
  element.append(drawing);
  element.setAttribute("aria-label", label);
  return element;
}

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);
