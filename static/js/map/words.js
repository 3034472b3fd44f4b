// Words come with the page, in the reader's language; here they are only filled in.
let data;

/** `{words, places, areas}` of the page's map. */
export function mapData() {
  data ??= JSON.parse(document.getElementById("map-data").textContent);
  return data;
}

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
}

/** `{one: "{n} entry", other: "{n} entries"}` for a number, by the rules of the page's language. */
export function plural(forms, n) {
  const language = document.documentElement.lang;
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return fill(form, { n: new Intl.NumberFormat(language).format(n) });
}

/** `lang` for what is not in the page's language; an empty attribute would say “unknown”. */
export function inLanguage(code) {
  return code && code !== document.documentElement.lang ? { lang: code } : {};
}

export function number(n) {
  return new Intl.NumberFormat(document.documentElement.lang).format(n);
}

/** The settlement that lies nearest, as it is said: “near Baldone”. */
export function nearestPlace(places, longitude, latitude) {
  const flat = Math.cos((latitude * Math.PI) / 180);
  let best = null;
  let least = Infinity;
  for (const [lon, lat, words] of places) {
    const far = ((lon - longitude) * flat) ** 2 + (lat - latitude) ** 2;
    if (far < least) [least, best] = [far, words];
  }
  return best ?? "";
}
