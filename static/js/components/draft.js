// A form that keeps what is typed: every change is written to this device at once and sent a moment later. Without a
// connection, or signed out, it waits on this device and is sent as soon as that is possible. The form itself saves all
// of it too, so nothing here is needed to write.
const DELAY = 700; // ms after the last key
const LONGEST_WAIT = 3000; // ms of typing without a pause
const AGAIN = 4000; // ms before the next try without a connection
const LARGEST_LAST = 60000; // bytes that a browser takes along when a page is left

class Draft {
  constructor(form) {
    this.form = form;
    this.words = JSON.parse(form.dataset.words);
    this.known = Number(form.dataset.version);
    this.state = form.querySelector("[data-draft-state]");
    this.store = `draft:${form.dataset.key}`;
    this.was = JSON.parse(form.elements.was.value || "{}");
    this.names = Object.keys(this.was);
    this.device = form.elements.device.value;
    form.addEventListener("input", () => this.typed());
    form.addEventListener("change", () => this.typed());
    form.addEventListener("submit", (event) => this.leaving(event));
    addEventListener("online", () => this.send());
    addEventListener("pagehide", () => this.last());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.last());
    this.bringBack();
  }

  /** What stands in the fields of this step: text, or a list of texts. */
  read() {
    const now = {};
    for (const name of this.names) {
      const fields = [...this.form.querySelectorAll(`[name="${name}"]`)];
      if (!fields.length) continue;
      if (Array.isArray(this.was[name])) {
        now[name] = fields.filter((field) => field.checked).map((field) => field.value);
        if (name === "covers" || name === "topics") now[name].sort();
      } else if (fields[0].type === "checkbox") now[name] = fields[0].checked ? "on" : "";
      else if (fields[0].type === "radio") now[name] = fields.find((field) => field.checked)?.value ?? "";
      else now[name] = fields[0].value.replaceAll("\r\n", "\n").trim();
    }
    return now;
  }

  changed() {
    const now = this.read();
    return Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(this.was[name])));
  }

  typed() {
    const changed = this.changed();
    this.keep(changed);
    clearTimeout(this.timer);
    if (!Object.keys(changed).length) return;
    this.since ??= Date.now();
    this.timer = setTimeout(() => this.send(), Math.min(DELAY, this.since + LONGEST_WAIT - Date.now()));
  }

  /** On this device, until it has arrived. Other steps may have left something here too. */
  keep(changed) {
    const { typed, was } = this.kept();
    for (const name of this.names) delete typed[name];
    for (const [name, value] of Object.entries(changed)) {
      typed[name] = value;
      was[name] ??= this.was[name];
    }
    this.write({ typed, was });
  }

  kept() {
    try {
      const { typed = {}, was = {} } = JSON.parse(localStorage.getItem(this.store)) ?? {};
      return { typed, was };
    } catch {
      return { typed: {}, was: {} };
    }
  }

  write(kept) {
    try {
      if (Object.keys(kept.typed).length) localStorage.setItem(this.store, JSON.stringify(kept));
      else localStorage.removeItem(this.store);
    } catch { /* storage is full or closed to us: the form and the server are there still */ }
  }

  message() {
    const { typed, was } = this.kept();
    const mine = this.changed();
    return {
      device: this.device, known: this.known, moment: Date.now(),
      typed: { ...typed, ...mine }, was: { ...was, ...this.was },
    };
  }

  options(message) {
    return {
      method: "POST", body: JSON.stringify(message), redirect: "manual", credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.token() },
    };
  }

  token() {
    return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? this.form.elements.csrfmiddlewaretoken.value;
  }

  async send() {
    clearTimeout(this.timer);
    this.since = null;
    if (this.isSending) {
      this.isWaiting = true;
      return;
    }
    const message = this.message();
    if (!Object.keys(message.typed).length) return;
    this.isSending = true;
    this.tell("saving");
    try {
      await this.taken(await fetch(this.form.dataset.draft, this.options(message)), message);
    } catch {
      this.tell("offline");
      this.timer = setTimeout(() => this.send(), AGAIN);
    }
    this.isSending = false;
    if (this.isWaiting) {
      this.isWaiting = false;
      this.send();
    }
  }

  async taken(answer, message) {
    if (answer.type === "opaqueredirect" || answer.status === 403) return this.tell("signed_out", [this.words.sign_in, this.form.dataset.signIn]);
    if (answer.status === 404) return this.tell("gone");
    if (!answer.ok) throw new Error(answer.status);
    const { version, conflicts } = await answer.json();
    this.known = version;
    for (const [name, value] of Object.entries(message.typed)) if (name in this.was) this.was[name] = value;
    const isOfOthers = Object.keys(message.typed).some((name) => !this.names.includes(name));
    this.write({ typed: this.changed(), was: {} });
    if (conflicts.length) this.tell("conflict", [this.words.compare, location.pathname]);
    else this.tell("saved", null, { time: new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }) });
    if (isOfOthers || this.isBack) location.reload(); // shown as the server has it now
  }

  /** What an earlier page could not send. */
  bringBack() {
    if (!Object.keys(this.kept().typed).length) return;
    this.isBack = true;
    this.send();
  }

  last() {
    const message = this.message();
    if (this.isLeaving || !Object.keys(message.typed).length) return;
    const options = this.options(message);
    if (options.body.length < LARGEST_LAST) fetch(this.form.dataset.draft, { ...options, keepalive: true }).catch(() => {});
  }

  /** The form saves everything itself: it is told what has arrived already. */
  leaving() {
    this.isLeaving = true;
    clearTimeout(this.timer);
    this.form.elements.known.value = this.known;
    this.form.elements.was.value = JSON.stringify(this.was);
    this.form.elements.csrfmiddlewaretoken.value = this.token();
    setTimeout(() => { this.isLeaving = false; }, 3000);
  }

  tell(name, link, values = {}) {
    this.state.textContent = this.words[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);
    this.state.dataset.draftState = name;
    if (!link) return;
    const anchor = document.createElement("a");
    [anchor.textContent, anchor.href] = link;
    this.state.append(" ", anchor);
  }
}

document.querySelectorAll("[data-draft]").forEach((form) => new Draft(form));

// A picture is sent as soon as it is chosen; the button beside it does the same without a script.
document.querySelectorAll("[data-upload]").forEach((input) => {
  const button = input.parentElement.querySelector("[data-upload-button]");
  button.hidden = true;
  input.addEventListener("change", () => input.files.length && input.form.requestSubmit(button));
});
// The cut is shown while it is chosen.
document.querySelectorAll("[data-cut]").forEach((box) => {
  const part = box.querySelector("[data-cut-result]");
  box.addEventListener("change", ({ target }) => {
    part.className = `cut__part cut__part--${target.value}`;
  });
});
