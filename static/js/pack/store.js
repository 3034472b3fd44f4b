// Packs in the browser's caches: one cache for each version, finished when its mark is set, which is when every part has
// come with the size and the hash that the manifest names. The worker (templates/directory/sw.js) knows prefix and mark.
const PREFIX = "pack1|";
const MARK = "/.pack";
const RECORD = "packs";
// Of an answer that is kept: what says how it is to be read and what it may do.
const KEPT_HEADERS = ["content-type", "content-security-policy", "permissions-policy", "referrer-policy",
  "x-content-type-options", "x-frame-options", "cross-origin-opener-policy", "cross-origin-resource-policy"];

/** Why a pack was not saved: `refused`, `broken`, `offline` or `failed`. */
export class NotSaved extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

export function isSupported() {
  return "serviceWorker" in navigator && "caches" in window && Boolean(window.crypto?.subtle);
}

const nameOf = ({ language, key, version }) => `${PREFIX}${language}|${key}|${version}`;

async function digest(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What this phone remembers to have saved; caches can be thrown away without a word, this is told apart from it. */
function record(change) {
  try {
    const rows = JSON.parse(localStorage.getItem(RECORD) ?? "{}");
    if (!change) return rows;
    change(rows);
    localStorage.setItem(RECORD, JSON.stringify(rows));
    return rows;
  } catch {
    return {};
  }
}

export const isRemembered = ({ language, key }) => `${language}|${key}` in record();

/** `{language, key, title, page}` of what was saved and is gone, until it is saved again or removed. */
export async function lost() {
  const there = new Set((await all()).map(({ language, key }) => `${language}|${key}`));
  return Object.entries(record()).filter(([id]) => !there.has(id)).map(([id, row]) => {
    const [language, key] = id.split("|");
    return { language, key, ...row };
  });
}

async function manifestIn(name) {
  const cache = await caches.open(name);
  const mark = await cache.match(MARK);
  if (!mark) return null;
  const manifest = await mark.json();
  const urls = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  return manifest.parts.every((part) => urls.has(part.url)) ? manifest : null;
}

/** The manifests of all finished packs, the newest of each. */
export async function all() {
  const found = new Map();
  for (const name of (await caches.keys()).filter((each) => each.startsWith(PREFIX))) {
    const manifest = await manifestIn(name);
    if (manifest) found.set(`${manifest.language}|${manifest.key}`, manifest);
  }
  return [...found.values()];
}

/** The manifest of the pack that is on this phone, or null. */
export async function saved({ language, key }) {
  return (await all()).find((each) => each.language === language && each.key === key) ?? null;
}

async function removeOthers({ language, key }, except = "") {
  const own = `${PREFIX}${language}|${key}|`;
  const names = (await caches.keys()).filter((name) => name.startsWith(own) && name !== except);
  await Promise.all(names.map((name) => caches.delete(name)));
}

export async function remove(pack) {
  await removeOthers(pack);
  record((rows) => { delete rows[`${pack.language}|${pack.key}`]; });
}

/** The worker, for pages below `scope`; it comes with the first pack and goes with the last. */
export async function startWorker(address, scope) {
  if (!(await navigator.serviceWorker.getRegistration(scope))) {
    await navigator.serviceWorker.register(address, { scope, updateViaCache: "none" });
  }
  await navigator.serviceWorker.ready;
}

export async function stopWorker(scope) {
  if ((await all()).length) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
}

async function part(row, before) {
  // What has not changed since the last version need not come over the network again; it is checked all the same.
  const known = before && (await before.match(row.url, { ignoreVary: true }));
  for (const kept of known ? [known, null] : [null]) {
    const answer = kept ?? (await fetch(row.url, { credentials: "omit", cache: "no-store", redirect: "error" }));
    if (!answer.ok) throw new NotSaved("broken");
    const body = await answer.arrayBuffer();
    if (body.byteLength === row.size && (await digest(body)) === row.sha256) {
      const headers = KEPT_HEADERS.map((name) => [name, answer.headers.get(name)]).filter(([, value]) => value);
      return new Response(body, { headers });
    }
  }
  throw new NotSaved("broken");
}

function reasonOf(error) {
  if (error instanceof NotSaved) return error.reason;
  if (error.name === "QuotaExceededError") return "refused";
  return error instanceof TypeError ? "offline" : "failed";
}

/** Fetch and check every part; `tell(done, all)` after each. Throws NotSaved, and then nothing of it is left. */
export async function save(manifest, tell) {
  const name = nameOf(manifest);
  const earlier = await saved(manifest);
  const before = earlier && (await caches.open(nameOf(earlier)));
  const isOnlyRepeated = earlier?.version === manifest.version;
  try {
    const cache = await caches.open(name);
    for (const [number, row] of manifest.parts.entries()) {
      await cache.put(row.url, await part(row, before));
      tell(number + 1, manifest.parts.length);
    }
    await cache.put(MARK, new Response(JSON.stringify(manifest), { headers: { "content-type": "application/json" } }));
    if (!(await manifestIn(name))) throw new NotSaved("refused"); // some browsers drop what has no room
  } catch (error) {
    if (!isOnlyRepeated) await caches.delete(name).catch(() => {});
    throw new NotSaved(reasonOf(error));
  }
  await removeOthers(manifest, name);
  record((rows) => { rows[`${manifest.language}|${manifest.key}`] = { title: manifest.title, page: manifest.page }; });
  navigator.storage?.persist?.().catch(() => {});
}
