// The worker of saved excursions. It hands out what stands in a finished pack, and only to pages of packs: it is
// registered for their addresses alone. It writes nothing into any cache; saving is the page's work
// (static/js/pack/store.js), which also checks every part. Everything that is in no pack goes to the network as ever.
const PREFIX = "pack1|";
const MARK = "/.pack";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function packed(url) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX)).reverse();
  for (const name of names) {
    const cache = await caches.open(name);
    if (!(await cache.match(MARK))) continue; // still being saved, or broken off
    const found = await cache.match(url, { ignoreVary: true });
    if (found) return found;
  }
  return null;
}

async function answer(request) {
  const found = await packed(request.url);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    // A page that was never saved, without a network: what is saved instead.
    const list = self.registration.scope;
    if (request.mode === "navigate" && request.url !== list && (await packed(list))) return Response.redirect(list);
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  // The page asks for what the site has now: a manifest, or the parts of a pack that is being saved.
  if (request.cache === "no-store" && request.mode !== "navigate") return;
  event.respondWith(answer(request));
});
