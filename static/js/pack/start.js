// The page of a pack: keeps itself on the phone, says in words whether it is there, whole and new.
import { isRemembered, isSupported, remove, save, saved, startWorker, stopWorker } from "./store.js";
import { where } from "./where.js";
import { say } from "./words.js";

class Pack {
  constructor(box) {
    this.box = box;
    this.pack = { key: box.dataset.key, language: document.documentElement.lang };
    this.message = box.querySelector("[data-pack-message]");
    this.progress = box.querySelector("[data-pack-progress]");
    this.take = box.querySelector("[data-pack-save]");
    this.drop = box.querySelector("[data-pack-remove]");
    this.take.addEventListener("click", () => this.save());
    this.drop.addEventListener("click", () => this.remove());
    this.drop.textContent = say("remove");
  }

  /** `state` is what the message and the style sheet call it; `action` is what the first button says, if anything. */
  show(state, { action = "", words = say(state) } = {}) {
    this.box.dataset.state = state;
    this.message.textContent = words;
    this.progress.hidden = state !== "saving";
    this.take.hidden = !action;
    this.take.disabled = state === "saving";
    this.take.textContent = action && say(action, { size: this.manifest?.size_text });
  }

  async look() {
    const here = await saved(this.pack);
    this.drop.hidden = !here;
    if (here) await this.work(); // saved, and then the worker failed: it is tried again
    const answer = await this.ask();
    if (answer === "withdrawn" && here) return this.show("withdrawn");
    if (here && (!this.manifest || this.manifest.version === here.version)) return this.show("ready");
    if (here) return this.show("newer", { action: "update" });
    if (!this.manifest) return this.show("offline", { action: "again" });
    return this.show(isRemembered(this.pack) ? "gone" : "none", { action: "save" });
  }

  /** The manifest of what the site has now; without a network there is none. */
  async ask() {
    this.manifest = null;
    if (!navigator.onLine) return "";
    try {
      const answer = await fetch(this.box.dataset.manifest, { credentials: "omit", cache: "no-store" });
      if (answer.ok) this.manifest = await answer.json();
      else if ([404, 410].includes(answer.status)) return "withdrawn";
    } catch {
      // No network: what is on the phone counts.
    }
    return "";
  }

  async save() {
    const isThere = Boolean(await saved(this.pack));
    await this.ask();
    if (!this.manifest) return this.fail("offline", isThere);
    const { length } = this.manifest.parts;
    this.tell(0, length);
    try {
      await save(this.manifest, (done, all) => this.tell(done, all));
      await this.work();
    } catch (error) {
      return this.fail(error.reason ?? "failed", isThere);
    }
    this.drop.hidden = false;
    this.show("ready");
    // Elsewhere the button is gone now: whoever pressed it stands before what it did.
    this.message.focus();
    if (isThere) location.reload(); // what is seen is the version before
    return undefined;
  }

  work() {
    return startWorker(this.box.dataset.worker, this.box.dataset.scope);
  }

  tell(done, all) {
    this.progress.max = all;
    this.progress.value = done;
    if (this.box.dataset.state === "saving") this.message.textContent = say("saving", { done, all });
    else this.show("saving", { words: say("saving", { done, all }), action: "" });
  }

  fail(reason, isThere) {
    const words = say(reason, { size: this.manifest?.size_text });
    this.show(reason, { action: "again", words: isThere ? `${words} ${say("kept")}` : words });
    this.take.focus();
  }

  async remove() {
    await remove(this.pack);
    await stopWorker(this.box.dataset.scope);
    this.drop.hidden = true;
    await this.ask();
    this.show("removed", { action: this.manifest ? "save" : "" });
    this.message.focus();
  }
}

const box = document.querySelector("[data-pack]");
if (box && !isSupported()) box.querySelector("[data-pack-without]").dataset.shown = "";
else if (box) {
  const pack = new Pack(box);
  pack.look().then(() => {
    // The excursion's page sends here with this: whoever pressed the button there need not press another.
    if (location.hash !== "#save") return;
    history.replaceState(null, "", location.pathname);
    if (["none", "gone", "newer"].includes(box.dataset.state)) pack.save();
  }).catch(() => pack.show("failed", { action: "again" }));
}
where(document.querySelector("[data-where]"));
