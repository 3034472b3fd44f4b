// The buttons on the map: nothing needs dragging. One Tab stop, arrow keys between them (ARIA's toolbar).
import { near } from "./near.js";

const PART = 0.4; // of the map, for one press of an arrow

export function tools(map, frame, browse, message) {
  const bar = frame.querySelector("[data-map-tools]");
  const pad = frame.querySelector("[data-map-pad]");
  const buttons = [...bar.querySelectorAll("button")].filter((button) => browse || button.dataset.tool !== "near");
  const [inward, outward] = ["in", "out"].map((name) => bar.querySelector(`[data-tool=${name}]`));
  bar.querySelector("[data-tool=near]").hidden = !browse;

  const actions = {
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    near: () => near(browse, message),
    move: (button) => {
      pad.hidden = !pad.hidden;
      button.setAttribute("aria-expanded", String(!pad.hidden));
    },
  };
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.getAttribute("aria-disabled") !== "true") actions[button.dataset.tool](button);
  });
  pad.addEventListener("click", (event) => {
    const [x, y] = event.target.closest("button").dataset.pan.split(",").map(Number);
    const size = map.getSize();
    map.panBy([x * size.x * PART, y * size.y * PART]);
  });

  const rove = (button) => buttons.forEach((each) => { each.tabIndex = each === button ? 0 : -1; });
  rove(buttons[0]);
  bar.addEventListener("focusin", (event) => rove(event.target));
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length).focus();
  });

  const limits = () => {
    inward.setAttribute("aria-disabled", String(map.getZoom() >= map.getMaxZoom()));
    outward.setAttribute("aria-disabled", String(map.getZoom() <= map.getMinZoom()));
  };
  map.on("zoomend", limits);
  limits();
  bar.hidden = false;
}
