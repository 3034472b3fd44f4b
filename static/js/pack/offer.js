// On an excursion's page: the way to its pack, where this browser can keep one, and whether it is kept already.
import { isSupported, saved } from "./store.js";

const offer = document.querySelector("[data-pack-offer]");
if (offer && isSupported()) {
  offer.hidden = false;
  saved({ key: offer.dataset.key, language: document.documentElement.lang }).then((pack) => {
    if (!pack) return;
    offer.querySelector("[data-pack-words]").textContent = offer.dataset.savedWords;
    offer.querySelector("a").hash = "";
  }).catch(() => {});
}
