// “Saved on this phone”: the phone alone knows which.
import { make } from "../lib/make.js";
import { all, isSupported, lost, remove, stopWorker } from "./store.js";
import { say } from "./words.js";

const box = document.querySelector("[data-packs]");

async function show(message) {
  const list = box.querySelector("[data-packs-list]");
  const packs = (await all()).filter((pack) => pack.language === document.documentElement.lang)
    .sort((a, b) => a.title.localeCompare(b.title, document.documentElement.lang));
  list.replaceChildren(...packs.map(row));
  const gone = (await lost()).map((each) => each.title);
  const words = [packs.length ? "" : say("empty"), gone.length ? `${say("gone")} ${gone.join(", ")}.` : ""];
  message.textContent = words.filter(Boolean).join(" ");
}

function row(pack) {
  const button = make("button", { type: "button", className: "button button--quiet button--small" }, say("remove"));
  button.setAttribute("aria-label", `${say("remove")}: ${pack.title}`);
  const item = make("li", { className: "packs__item" },
    make("a", { className: "packs__link", href: pack.page }, pack.title),
    make("span", { className: "packs__size" }, pack.size_text), button);
  button.addEventListener("click", async () => {
    await remove(pack);
    await stopWorker(box.dataset.scope);
    const message = box.querySelector("[data-packs-message]");
    await show(message);
    message.textContent = `${say("removed", { title: pack.title })}. ${message.textContent}`.trim();
    message.focus();
  });
  return item;
}

if (box) {
  const message = box.querySelector("[data-packs-message]");
  if (isSupported()) show(message);
  else message.textContent = say("unsupported");
}
