// “Where am I?”: a dot on the drawn map. The position is reckoned into the drawing here and leaves the phone by no way.
import { say } from "./words.js";

const RADIUS = 6_371_000;
const REASONS = { 1: "denied", 2: "nowhere", 3: "nowhere" };

function metres([lon, lat], [toLon, toLat]) {
  const rad = Math.PI / 180;
  const x = (toLon - lon) * rad * Math.cos(((lat + toLat) / 2) * rad);
  return RADIUS * Math.hypot(x, (toLat - lat) * rad);
}

function far(distance) {
  const isNear = distance < 995;
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit: isNear ? "meter" : "kilometer", maximumFractionDigits: isNear || distance > 20_000 ? 0 : 1,
  });
  return format.format(isNear ? Math.max(10, Math.round(distance / 10) * 10) : distance / 1000);
}

/** Web Mercator into the pixels of the drawing (directory/base_map/view.py). */
function pixel(longitude, latitude, { scale, left, top }) {
  const rad = (latitude * Math.PI) / 180;
  return [((longitude + 180) / 360) * scale - left, ((1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2) * scale - top];
}

class Where {
  constructor(box) {
    this.box = box;
    this.view = Object.fromEntries(["scale", "left", "top", "width", "height"].map((name) => [name, Number(box.dataset[name])]));
    this.stops = JSON.parse(document.getElementById("pack-stops").textContent);
    this.button = box.querySelector("[data-where-button]");
    this.message = box.querySelector("[data-where-message]");
    this.dot = box.querySelector("[data-where-dot]");
    this.button.addEventListener("click", () => (this.watching === undefined ? this.begin() : this.end()));
    this.button.hidden = false;
    this.end();
  }

  begin() {
    this.message.textContent = say("locating");
    this.label("where_stop");
    this.watching = navigator.geolocation.watchPosition(
      ({ coords }) => this.show(coords), (error) => { this.end(); this.message.textContent = say(REASONS[error.code] ?? "nowhere"); },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 });
  }

  end() {
    if (this.watching !== undefined) navigator.geolocation.clearWatch(this.watching);
    this.watching = undefined;
    this.dot.hidden = true;
    this.message.textContent = "";
    this.label("where");
  }

  label(name) {
    this.button.querySelector("span").textContent = say(name);
  }

  show({ longitude, latitude }) {
    const [x, y] = pixel(longitude, latitude, this.view);
    const isOnMap = x >= 0 && y >= 0 && x <= this.view.width && y <= this.view.height;
    this.dot.hidden = !isOnMap;
    this.dot.style.insetInlineStart = `${(x / this.view.width) * 100}%`;
    this.dot.style.insetBlockStart = `${(y / this.view.height) * 100}%`;
    const [nearest] = this.stops.map(([number, name, ...place]) => ({ number, name, away: metres([longitude, latitude], place) }))
      .sort((a, b) => a.away - b.away);
    if (!nearest) return;
    const { number, name, away } = nearest;
    const words = say(isOnMap ? "here" : "outside", { number, name, far: far(away) });
    if (words !== this.message.textContent) this.message.textContent = words;
  }
}

export function where(box) {
  return box && navigator.geolocation ? new Where(box) : null;
}
