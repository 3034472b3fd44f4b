// “Saved on this phone”: the phone alone knows which.
import { make } from "../lib/make.js";
import { all, isSupported, lost, remove, stopWorker } from "./store.js";
import { say } from "./words.js";

const box = document.querySelector("[data-packs]");

const inPageLanguage = (pack) => pack.language === document.documentElement.lang;
const byTitle = (a, b) => a.title.localeCompare(b.title, document.documentElement.lang);

async function show(message) {
  const packs = (await all()).filter(inPageLanguage).sort(byTitle);
  const gone = (await lost()).filter(inPageLanguage).sort(byTitle);
  const rows = [...packs.map((pack) => row(pack)), ...gone.map((pack) => row(pack, "packs__item--gone"))];
  box.querySelector("[data-packs-list]").replaceChildren(...rows);
  message.textContent = rows.length ? "" : say("empty");
}

function row(pack, kind = "") {
  const button = make("button", { type: "button", className: "button button--quiet button--small" }, say("remove"));
  button.setAttribute("aria-label", `${say("remove")}: ${pack.title}`);
  const item = make("li", { className: `packs__item ${kind}`.trim() },
    make("a", { className: "packs__link", href: pack.page }, pack.title),
    make("span", { className: "packs__size" }, pack.size_text ?? say("gone")), button);
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
