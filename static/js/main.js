// Behaviours over pages that already work without them. Each module finds its own hooks and does nothing without them.
// Mind the closing semicolon of every import: Django's manifest storage silently skips an import without one.
import "./components/reading.js";
import "./components/menu.js";
import "./components/back-to-top.js";
import "./components/print.js";
import "./components/video.js";
import "./components/suggestions.js";
import "./components/gallery.js";
import "./components/error-summary.js";
import "./components/before-after.js";
import "./components/passkey.js";
import "./map/start.js";

// What few pages have is fetched where it is found. A page does without when it cannot be had.
const elsewhere = [
  ["[data-pack-offer]", () => import("./pack/offer.js")],
  ["[data-known-url]", () => import("./components/known.js")],
];
for (const [hook, load] of elsewhere) {
  if (document.querySelector(hook)) load().catch((error) => console.warn("left as it is", error));
}
