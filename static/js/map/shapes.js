// Areas of profiles, under the marks, and the ring about what the list points at.
export class Shapes {
  /** `open(mark)` is told of an area that was pressed; by keyboard the mark of the same thing leads there. */
  constructor(L, map, areas, open) {
    const renderer = L.svg({ padding: 0.5 });
    this.map = map;
    this.areas = new Map(areas.map(([id, kind, title, polygons]) => {
      const layers = polygons.map((polygon) => L.polygon(L.GeoJSON.coordsToLatLngs(polygon, 1), {
        renderer, className: `map__area map__area--${kind}`,
      }).addTo(map));
      layers.forEach((layer) => layer.on("click", (event) => {
        L.DomEvent.stop(event);
        open({ points: [{ id, kind, title: "" }], ...centre(layer), key: `p${id}` });
      }));
      return [id, layers];
    }));
    this.ring = L.marker([0, 0], {
      icon: L.divIcon({ className: "map__ring", iconSize: null }), interactive: false, keyboard: false, zIndexOffset: 9000,
    });
  }

  /** `place`: [longitude, latitude] of the thing; an `id` of `null` points at nothing. */
  point(id, place) {
    this.areas.forEach((layers, key) => layers.forEach((layer) => layer.getElement()?.classList.toggle("map__area--on", key === id)));
    if (id === null) this.ring.remove();
    else this.ring.setLatLng([place[1], place[0]]).addTo(this.map);
  }
}

function centre(layer) {
  const { lat, lng } = layer.getBounds().getCenter();
  return { latitude: lat, longitude: lng };
}
