// One finger scrolls the page, two move the map; the wheel scrolls the page, Ctrl and the wheel zoom. A hint says so.
const SHOWN = 1600; // ms

function hint(box) {
  let timer;
  return () => {
    box.classList.add("map__hint--on");
    clearTimeout(timer);
    timer = setTimeout(() => box.classList.remove("map__hint--on"), SHOWN);
  };
}

export function gestures(map, frame) {
  const container = map.getContainer();
  const touchHint = hint(frame.querySelector("[data-hint-touch]"));
  const wheelHint = hint(frame.querySelector("[data-hint-wheel]"));
  // In the capture phase: Leaflet must not have begun to drag. Two fingers are its touchZoom, which moves as well.
  frame.addEventListener("pointerdown", (event) => {
    event.pointerType === "touch" ? map.dragging.disable() : map.dragging.enable();
  }, true);
  let from = null;
  container.addEventListener("touchstart", (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  container.addEventListener("touchmove", (event) => {
    if (!from || event.touches.length > 1) return;
    const [touch] = event.touches;
    if (Math.hypot(touch.clientX - from.clientX, touch.clientY - from.clientY) > 12) touchHint();
  }, { passive: true });
  frame.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      map.scrollWheelZoom.enable();
    } else {
      map.scrollWheelZoom.disable();
      if (container.contains(event.target)) wheelHint();
    }
  }, { capture: true, passive: false });
}
