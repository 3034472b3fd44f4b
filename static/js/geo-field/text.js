// Places, ways and areas as text: the grammar of directory/geo/ on this side. Pure; a place is [latitude, longitude].
const DECIMALS = 6;
const LONGEST_PLACE = 200;
const LONGEST_LINK = 1000;
const SAME = { "′": "'", "’": "'", "´": "'", "`": "'", "″": '"', "”": '"', "“": '"', "º": "°", "˚": "°", "−": "-", "–": "-" };
const NUMBER = "\\d{1,3}(?:[.,]\\d{1,15})?";
const SMALL = "\\d{1,2}(?:[.,]\\d{1,15})?";
const SIDE = "[NSEWZDAR]";
const ANGLE = `([-+]?${NUMBER}) ?°? ?(?:(${SMALL}) ?' ?)?(?:(${SMALL}) ?" ?)?`;
const SIDES_FIRST = new RegExp(`^\\(?(${SIDE}) ?${ANGLE}[,;/]? ?(${SIDE}) ?${ANGLE}\\)?$`);
const SIDES_LAST = new RegExp(`^\\(?${ANGLE}(${SIDE})?(?: ?[,;/] ?| )${ANGLE}(${SIDE})?\\)?$`);
const IN_LINK = /(-?\d{1,3}\.\d{1,15})(?:,|\/|%2C|!4D|&MLON=)(-?\d{1,3}\.\d{1,15})/g;

/** What is written, in the order latitude, longitude; `null` for what is no place. */
export function readPlace(written) {
  if (written.length > LONGEST_LINK) return null;
  let text = [...written].map((letter) => SAME[letter] ?? letter).join("").replaceAll("''", '"').toUpperCase();
  text = text.trim().split(/\s+/).join(" ");
  if (/^(HTTPS?|GEO):/.test(text)) {
    const found = [...text.matchAll(IN_LINK)].at(-1);
    return found ? [Number(found[1]), Number(found[2])] : null;
  }
  if (text.length > LONGEST_PLACE) return null;
  text = text.replace(/,+$/, "");
  const first = SIDES_FIRST.exec(text);
  if (first) return placed(first[1], first.slice(2, 5), first[5], first.slice(6));
  const last = SIDES_LAST.exec(text);
  if (last) return placed(last[4], last.slice(1, 4), last[8], last.slice(5, 8));
  return ofBareNumbers(text);
}

const axis = (side) => (side ? ("NSZD".includes(side) ? "latitude" : "longitude") : "");

function placed(side, angle, otherSide, otherAngle) {
  const axes = [axis(side), axis(otherSide)];
  const values = [degrees(angle, side), degrees(otherAngle, otherSide)];
  if (values.includes(null) || (axes[0] && axes[0] === axes[1])) return null;
  return axes[0] === "longitude" || axes[1] === "latitude" ? values.reverse() : values;
}

function degrees([whole, minutes, seconds], side) {
  const [d, m, s] = [whole, minutes, seconds].map((number) => Number((number ?? "0").replace(",", ".")));
  if (m >= 60 || s >= 60) return null;
  const value = Math.abs(d) + m / 60 + s / 3600;
  return whole.startsWith("-") || (side && "SWDR".includes(side)) ? -value : value;
}

function ofBareNumbers(text) {
  const parts = text.split(" ").map((part) => part.replace(/[,;]+$/, ""));
  const half = parts.length / 2;
  const number = new RegExp(`^${NUMBER}$`);
  if (![4, 6].includes(parts.length) || !parts.every((part) => number.test(part))) return null;
  const values = [degrees(parts.slice(0, half)), degrees(parts.slice(half))];
  return values.includes(null) ? null : values;
}

export const rounded = (place) => place.map((number) => Number(number.toFixed(DECIMALS)));
export const line = (place) => rounded(place).join(", ");
const isInside = ([latitude, longitude], [west, south, east, north]) =>
  south <= latitude && latitude <= north && west <= longitude && longitude <= east;

/** `{place, swapped}` on the map; `null` where neither order of the two numbers is. */
export function putRight(place, extent) {
  const right = rounded(place);
  if (isInside(right, extent)) return { place: right, swapped: false };
  const turned = [right[1], right[0]];
  return isInside(turned, extent) ? { place: turned, swapped: true } : null;
}

/**
 * `{shapes, swapped}`, a shape being a list of places; or `{error}`: a name in the words of the field. `find` knows
 * places by name.
 */
export function read(text, kind, extent, find = () => null) {
  const written = text.trim();
  if (!written) return { shapes: [], swapped: false };
  const found = /^[{[]/.test(written) ? fromJson(written) : fromLines(written, kind, find);
  if (found.error) return found;
  let swapped = false;
  const shapes = [];
  for (const shape of found.shapes) {
    const right = shape.map((place) => putRight(place, extent));
    if (right.includes(null)) return { error: "off_map" };
    swapped ||= right.some((one) => one.swapped);
    shapes.push(right.map((one) => one.place));
  }
  if (kind === "point" && (shapes.length !== 1 || shapes[0].length !== 1)) return { error: "unreadable" };
  return { shapes, swapped };
}

function fromLines(written, kind, find) {
  if (kind === "point") {
    const place = readPlace(written) ?? find(written);
    return place ? { shapes: [[place]] } : { error: "unreadable" };
  }
  const blocks = written.replaceAll("\r\n", "\n").split(/\n[ \t\r]*\n/);
  const shapes = blocks.map((block) => block.split("\n").filter((row) => row.trim()).map(readPlace)).filter((shape) => shape.length);
  return shapes.flat().includes(null) ? { error: "unreadable" } : { shapes };
}

function fromJson(written) {
  const rings = [];
  const collect = (thing) => {
    const { type, coordinates } = thing;
    if (type === "FeatureCollection") thing.features.forEach(collect);
    else if (type === "GeometryCollection") thing.geometries.forEach(collect);
    else if (type === "Feature") collect(thing.geometry);
    else if (type === "Point") rings.push([[coordinates]]);
    else if (type === "LineString") rings.push([coordinates]);
    else if (type === "MultiLineString") coordinates.forEach((way) => rings.push([way]));
    else if (type === "Polygon") rings.push(coordinates.map(open));
    else if (type === "MultiPolygon") coordinates.forEach((area) => rings.push(area.map(open)));
    else throw new TypeError(type);
  };
  try {
    collect(JSON.parse(written));
    const shapes = rings.map(([outer]) => outer.map(([longitude, latitude]) => [Number(latitude), Number(longitude)]));
    if (!shapes.length || !shapes.flat(2).every(Number.isFinite)) return { error: "unreadable" };
    return rings.some((one) => one.length > 1) ? { error: "holes" } : { shapes };
  } catch {
    return { error: "unreadable" };
  }
}

/** A ring without its last place, which repeats the first. */
function open(ring) {
  return ring.length > 1 && String(ring[0]) === String(ring.at(-1)) ? ring.slice(0, -1) : ring;
}

export const write = (shapes) => shapes.map((shape) => shape.map(line).join("\n")).join("\n\n");
