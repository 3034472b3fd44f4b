// Words come with the page, in its language; here they are only filled in.
const node = document.getElementById("pack-words");
const words = node ? JSON.parse(node.textContent) : {};

/** `say("saving", {done: 3, all: 12})` */
export function say(name, values = {}) {
  return (words[name] ?? "").replace(/\{(\w+)\}/g, (_all, key) => values[key]);
}
