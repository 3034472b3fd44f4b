// “Near me”: asked by a press, answered by the device, rounded to about a kilometre before anything leaves the phone.
import { reload } from "./list.js";
import { mapData } from "./words.js";

const REASONS = { 1: "denied", 2: "unavailable", 3: "timeout" };

function position() {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) reject({ code: 2 });
    else navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000, maximumAge: 300_000 });
  });
}

const rounded = (degrees) => (Math.round(degrees * 100) / 100).toFixed(2);

/** Order the list by distance and tell the map; what happens is said in `message`. */
export async function near(browse, message) {
  const { words } = mapData();
  message.textContent = words.locating;
  let coords;
  try {
    ({ coords } = await position());
  } catch (error) {
    message.textContent = words[REASONS[error.code] ?? "unavailable"];
    return;
  }
  const latitude = rounded(coords.latitude);
  const longitude = rounded(coords.longitude);
  await reload(browse, { near: `${latitude},${longitude}`, order: null, box: null, letter: null });
  message.textContent = words.here_you_are;
  browse.querySelector("[data-map]")?.map?.here(Number(longitude), Number(latitude));
}
