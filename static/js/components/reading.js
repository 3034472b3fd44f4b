// Text size (three steps) and contrast: the form works by CSS alone, this remembers it on the device. No cookie.
const form = document.querySelector("[data-reading]");
const root = document.documentElement;

function remember(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  try {
    if (value) localStorage.setItem(`reading-${name}`, value);
    else localStorage.removeItem(`reading-${name}`);
  } catch {
    // Storage is closed to us: it holds until the next page.
  }
}

function read() {
  const size = form.elements["reading-text"].value;
  remember("text", size === "1" ? "" : size);
  remember("contrast", form.elements["reading-contrast"].checked ? "more" : "");
}

function show() {
  const size = root.dataset.text || "1";
  form.querySelectorAll("[name=reading-text]").forEach((radio) => {
    radio.checked = radio.value === size;
  });
  form.elements["reading-contrast"].checked = root.dataset.contrast === "more";
}

if (form) {
  show();
  form.addEventListener("change", read);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The browser has taken the choices back only after this event; focus goes where the hidden button was.
  form.addEventListener("reset", () => setTimeout(() => {
    read();
    form.querySelector("[name=reading-text]:checked")?.focus();
  }));
  // Two windows of one reader keep alike; a page from the back button too.
  addEventListener("storage", (event) => {
    const name = event.key?.replace("reading-", "");
    if (name !== "text" && name !== "contrast") return;
    remember(name, event.newValue || "");
    show();
  });
  addEventListener("pageshow", (event) => event.persisted && show());
}
