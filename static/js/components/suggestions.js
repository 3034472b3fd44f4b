// Suggestions below a search field: the combobox of the ARIA Authoring Practices with a list to choose from.
// The field stands in a form that searches without this; `data-suggest-url` answers `?q=` with [{title, url, kind}].
const DELAY = 160; // ms without a key before we ask
const SHORTEST = 2;

class Suggestions {
  constructor(input, number) {
    this.input = input;
    this.box = input.closest("form");
    this.active = -1;
    this.options = [];
    this.list = document.createElement("div");
    Object.assign(this.list, { id: `suggestions-${number}`, className: "search__list", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.suggestLabel);
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.box.append(this.list, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id, autocomplete: "off",
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  ask() {
    clearTimeout(this.timer);
    this.request?.abort();
    const words = this.input.value.trim();
    if (words.length < SHORTEST) return this.close();
    this.timer = setTimeout(() => this.load(words), DELAY);
  }

  async load(words) {
    this.request = new AbortController();
    const address = new URL(this.input.dataset.suggestUrl, location.href);
    address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, { signal: this.request.signal, headers: { Accept: "application/json" } });
      if (answer.ok) this.show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // no net: the form still searches
    }
  }

  show(rows) {
    if (document.activeElement !== this.input) return;
    this.options = rows.map((row, index) => {
      const option = document.createElement("div");
      const kind = document.createElement("small");
      Object.assign(option, { id: `${this.list.id}-${index}`, className: "search__option", textContent: row.title });
      if (row.language) option.lang = row.language;
      option.setAttribute("role", "option");
      option.dataset.url = row.url;
      kind.textContent = row.kind;
      if (row.kind) option.append(kind);
      return option;
    });
    this.list.replaceChildren(...this.options);
    this.list.hidden = !rows.length;
    this.input.setAttribute("aria-expanded", String(rows.length > 0));
    this.status.textContent = rows.length ? `${this.input.dataset.suggestLabel}: ${rows.length}` : "";
    this.mark(-1);
  }

  mark(index) {
    this.active = index;
    this.options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", this.options[index].id);
    this.options[index].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const open = !this.list.hidden;
    const count = this.options.length;
    if (event.key === "Escape" && open) {
      event.preventDefault(); // the first Escape closes the list, the next one empties the field
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) {
        this.ask();
        return;
      }
      event.preventDefault();
      // Round through the options and the field itself, which stands at -1.
      const places = count + 1;
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.mark(((this.active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && open && this.active >= 0) {
      event.preventDefault();
      this.go(this.options[this.active]);
    }
  }

  go(option) {
    if (option) location.href = option.dataset.url;
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = "";
    this.mark(-1);
  }
}

document.querySelectorAll("[data-suggest-url]").forEach((input, number) => new Suggestions(input, number));
