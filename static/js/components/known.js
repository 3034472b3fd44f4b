// “Is it one of these?”: profiles that are there already, listed below the name while it is typed.
const DELAY = 250; // ms without a key before we ask
const SHORTEST = 3;

document.querySelectorAll("[data-known-url]").forEach((form) => {
  const input = form.querySelector("[name=name]");
  const box = form.querySelector("[data-known]");
  let timer = 0;
  let request = null;

  const show = (rows) => {
    box.hidden = !rows.length;
    const list = document.createElement("ul");
    for (const row of rows) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      Object.assign(link, { href: row.url, textContent: row.title });
      if (row.language) link.lang = row.language;
      item.append(link, row.place ? `, ${row.place}` : "");
      list.append(item);
    }
    const title = document.createElement("p");
    title.className = "known__title";
    title.textContent = form.dataset.knownLabel;
    box.replaceChildren(...(rows.length ? [title, list] : []));
  };

  const ask = async () => {
    request?.abort();
    const words = input.value.trim();
    if (words.length < SHORTEST) return show([]);
    request = new AbortController();
    const address = new URL(form.dataset.knownUrl, location.href);
    address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, { signal: request.signal, headers: { Accept: "application/json" } });
      if (answer.ok) show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") show([]); // no net: the server asks again when the form is sent
    }
  };

  input?.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
});
