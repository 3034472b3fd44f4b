// How a mark looks and what it is called. The shapes are those of directory/base_map/picture.py and of the tags.
import { make } from "../lib/make.js";
import { fill, inLanguage, nearestPlace, number, plural } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  community: ["circle", { r: 9 }],
  organisation: ["rect", { x: -8.5, y: -8.5, width: 17, height: 17, rx: 2.5 }],
  venue: ["path", { d: "M0-11L10-1.5V9H-10V-1.5Z" }],
  excursion: ["path", { d: "M0-11L11 0L0 11L-11 0Z" }],
  place: ["path", { d: "M0 11C-9 2-9-3-9-4A9 9 0 0 1 9-4C9-3 9 2 0 11Z" }],
  placemaking: ["path", { d: "M0-11L3-4L10.5-3.4L4.8 1.5L6.6 9L0 5L-6.6 9L-4.8 1.5L-10.5-3.4L-3-4Z" }],
  event: ["path", { d: "M-9-10H9V3L0 11L-9 3Z" }],
};
const OTHER = ["path", { d: "M0-10L10 8H-10Z" }];
const SPOKEN = 4;

function drawn(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function shape({ kind, stale }) {
  const svg = drawn("svg", { class: "map__shape", viewBox: "-12 -12 24 24", "aria-hidden": "true", focusable: "false" });
  const marker = drawn("g", { class: `map__marker map__marker--${kind}${stale ? " map__marker--stale" : ""}` });
  const [name, attributes] = SHAPES[kind] ?? OTHER;
  marker.append(drawn(name, attributes));
  svg.append(marker);
  return svg;
}

/** A stop of an excursion: its number stands in it. */
function stop(numbers) {
  const svg = drawn("svg", { class: "map__shape map__shape--stop", viewBox: "-15 -15 30 30", "aria-hidden": "true", focusable: "false" });
  const marker = drawn("g", { class: "map__stop" });
  const text = drawn("text", { class: "map__stop-number", y: 4.6 });
  text.textContent = numbers;
  marker.append(drawn("circle", { r: 13 }), text);
  svg.append(marker);
  return svg;
}

/** “3”, “3, 5”, “3–6”: what stands at one spot. */
function numbersOf(points) {
  const numbers = points.map((point) => point.number).sort((a, b) => a - b);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (numbers.length < 3) return numbers.join(", ");
  return last - first === numbers.length - 1 ? `${first}–${last}` : `${first}…${last}`;
}

function names(points, words) {
  const named = points.slice(0, SPOKEN).map((point) => point.title ?? words[point.kind]);
  const more = points.length - named.length;
  return [...named, ...(more > 0 ? [fill(words.more, { n: more })] : [])].join(", ");
}

function areStops(points) {
  return points.every((point) => point.number);
}

/** What stands at a mark, in words: the name of the button, which begins with what is seen on it. */
export function label(mark, { words, places }) {
  if (mark.count) return `${plural(words.many, mark.count)} ${nearestPlace(places, mark.longitude, mark.latitude)}`;
  if (areStops(mark.points) && mark.points.length > 1) return `${numbersOf(mark.points)}: ${names(mark.points, words)}`;
  if (mark.points.length > 1) return fill(words.here, { n: mark.points.length, names: names(mark.points, words) });
  const [point] = mark.points;
  const named = point.title ? `${point.title}, ${point.words}` : words[point.kind];
  return point.stale ? `${named}, ${words.stale}` : named;
}

/** The button of a mark. */
export function pin(mark, data) {
  const button = make("button", { type: "button", className: "map__pin", tabIndex: -1, ariaLabel: label(mark, data) });
  button.setAttribute("aria-haspopup", mark.count ? "false" : "dialog");
  const many = mark.count ?? mark.points.length;
  if (mark.points && areStops(mark.points)) {
    if (many === 1) button.append(stop(numbersOf(mark.points)));
    else {
      button.classList.add("map__pin--many", "map__pin--stops");
      button.append(make("span", { className: "map__count", textContent: numbersOf(mark.points), ariaHidden: "true" }));
    }
  } else if (many > 1) {
    button.classList.add("map__pin--many");
    if (many > 99) button.classList.add("map__pin--hundreds");
    else if (many > 9) button.classList.add("map__pin--tens");
    button.append(make("span", { className: "map__count", textContent: number(many), ariaHidden: "true" }));
  } else button.append(shape(mark.points[0]));
  const [point] = mark.points ?? [{}];
  const tip = many === 1 && point.title ? point.title : button.ariaLabel;
  button.append(make("span", { className: "map__tip", textContent: tip, ariaHidden: "true", ...inLanguage(point.language) }));
  return button;
}
