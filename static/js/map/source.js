// What map.json says of the box in view; nothing is asked twice.
const KEPT = 24;

const asPoint = ([longitude, latitude, sign, id, title, url, words, exact, language]) => (
  { longitude, latitude, kind: sign.replace("~", ""), stale: sign.endsWith("~"), id, title, url, words, exact, language }
);

/** A mark of its own for each drawing: what is kept here is not marked. */
export const asCluster = (cluster) => ({ ...cluster, key: `c${cluster.longitude},${cluster.latitude},${cluster.count}` });

/** Of a layer that the page brought along; all of it is known, and its number is none of a profile's. */
export const asSpot = ([kind, longitude, latitude, title, words, url, language, number, text], at) => (
  { id: -1 - at, kind, longitude, latitude, title, words, url, language: language || undefined, number, text, isWhole: true }
);

export class Source {
  constructor(address, query) {
    Object.assign(this, { address, query, answers: new Map(), whole: null });
  }

  /** `{n, bound, clusters, points}` of Leaflet's bounds; throws AbortError when a later question overtakes this one. */
  async ask(bounds, zoom) {
    if (!this.address) return { n: 0, bound: false, clusters: [], points: [] }; // the page brought all there is
    this.request?.abort();
    if (this.whole?.bounds.contains(bounds)) return this.within(bounds);
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((edge) => edge.toFixed(4));
    const address = `${this.address}?${this.query}${this.query ? "&" : ""}view=${box.join(",")}&zoom=${Math.round(zoom)}`;
    let answer = this.answers.get(address);
    if (!answer) {
      answer = await this.load(address);
      this.answers.set(address, answer);
      if (this.answers.size > KEPT) this.answers.delete(this.answers.keys().next().value);
    }
    // Everything is here by name: closer views need no more questions.
    if (!answer.clusters.length && answer.points.every((point) => point.title)) this.whole = { bounds, answer };
    return answer;
  }

  async load(address) {
    this.request = new AbortController();
    const response = await fetch(address, { signal: this.request.signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`map data: ${response.status}`);
    const { n, b, c, p } = await response.json();
    return {
      n, bound: b, points: p.map(asPoint), clusters: c.map(([longitude, latitude, count]) => ({ longitude, latitude, count })),
    };
  }

  within(bounds) {
    const points = this.whole.answer.points.filter((point) => bounds.contains([point.latitude, point.longitude]));
    return { n: points.length, bound: false, clusters: [], points };
  }

  /** Things at one spot, however many; for a cluster that no zoom takes apart. */
  async at({ longitude, latitude }) {
    const far = 0.0004;
    const view = [longitude - far, latitude - far, longitude + far, latitude + far].map((edge) => edge.toFixed(5));
    return this.load(`${this.address}?${this.query}${this.query ? "&" : ""}view=${view}&zoom=22`);
  }
}
