// The directory's page: what is small and wanted at once. The map itself comes when somebody sees it.
const browse = document.querySelector("[data-browse]");
const map = document.querySelector("[data-map]");

function watch(element) {
  const seen = new IntersectionObserver(async (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    try {
      const { live } = await import("./live.js");
      element.map = await live(element);
    } catch (error) {
      // No net, or a browser too old: the drawing stays, and the list says it all.
      console.warn("the map stays a drawing", error);
    }
  }, { rootMargin: "200px" });
  seen.observe(element);
}

/** On a phone the address says which of the two is seen; the links tell it to those who do not see them. */
function views(nav) {
  const tell = () => nav.querySelectorAll("a").forEach((link) => {
    const current = (location.hash === "#map") === (link.hash === "#map");
    current ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  });
  window.addEventListener("hashchange", tell);
  tell();
  // Who narrows while looking at the map goes on looking at it.
  browse.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (location.hash === "#map" && link && !link.hash && link.pathname === location.pathname) link.hash = "#map";
  });
}

function nearMe() {
  const offer = () => browse.querySelectorAll("[data-near-me]").forEach((button) => { button.hidden = false; });
  offer();
  browse.addEventListener("list-changed", offer);
  browse.addEventListener("click", async (event) => {
    if (!event.target.closest("[data-near-me]")) return;
    const { near } = await import("./near.js");
    near(browse, browse.querySelector("[data-message]"));
  });
}

if (map) watch(map);
if (browse) {
  views(browse.querySelector("[data-views]"));
  nearMe();
}
