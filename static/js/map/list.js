// The list beside the map: what is pointed at, and the same list for another box or place without leaving the page.

/** Cards and marks point at each other; `onPoint(id, place)` hears of the card, `place` is `[longitude, latitude]`. */
export function listen(browse, onPoint) {
  const tell = (event) => {
    const card = event.target.closest?.("[data-listing]");
    const place = card?.dataset.at?.split(",").map(Number);
    onPoint(card && place ? Number(card.dataset.listing) : null, place);
  };
  browse.addEventListener("pointerover", tell);
  browse.addEventListener("pointerleave", () => onPoint(null));
  browse.addEventListener("focusin", tell);
  browse.addEventListener("focusout", (event) => event.relatedTarget?.closest("[data-listing]") || onPoint(null));
}

export function highlight(browse, ids) {
  browse.querySelectorAll("[data-listing]").forEach((card) => {
    card.classList.toggle("card--on", ids.includes(Number(card.dataset.listing)));
  });
}

/** The address of the list with parameters changed (`null` takes one away), back on page one. */
export function listAddress(changes) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries({ page: null, ...changes })) {
    value === null ? url.searchParams.delete(name) : url.searchParams.set(name, value);
  }
  url.search = url.search.replaceAll("%2C", ",");
  return url;
}

/** Load the list under changed parameters and write them into the address; a page that cannot be had is gone to. */
export async function reload(browse, changes) {
  const url = listAddress(changes);
  let fresh;
  try {
    const answer = await fetch(url, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`list: ${answer.status}`);
    fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (error) {
    location.assign(url);
    return "";
  }
  const from = (selector) => fresh.querySelector(`[data-browse] ${selector}`);
  const focus = keepFocus(browse);
  const found = from("[data-found]").textContent;
  const open = [...browse.querySelectorAll("[data-filter] details")].map((part) => part.open);
  for (const name of ["[data-filter]", "[data-list]"]) browse.querySelector(name).replaceChildren(...from(name).childNodes);
  browse.querySelectorAll("[data-filter] details").forEach((part, index) => { part.open = open[index] ?? part.open; });
  document.querySelectorAll("header a[hreflang]").forEach((link) => {
    const other = fresh.querySelector(`header a[hreflang="${link.hreflang}"]`);
    if (other) link.href = other.getAttribute("href");
  });
  history.replaceState(null, "", url);
  browse.dispatchEvent(new CustomEvent("list-changed"));
  focus();
  return found;
}

/** What is replaced takes the focus with it: put it on the same control, or on the list. */
function keepFocus(browse) {
  const had = document.activeElement;
  if (!browse.contains(had) || !had.closest("[data-filter], [data-list]")) return () => {};
  const isNear = had.matches("[data-near-me]");
  return () => {
    const list = browse.querySelector("[data-list]");
    list.tabIndex = -1;
    (isNear ? browse.querySelector("[data-near-me]") : list).focus({ preventScroll: true });
  };
}
