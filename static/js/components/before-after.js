// Two pictures laid one over the other; a slider, moved by finger, mouse or arrow keys, shows more of the one or the other.
import { make } from "../lib/make.js";

const START = 50;

for (const box of document.querySelectorAll("[data-before-after]")) {
  const slider = make("input", {
    type: "range", className: "before-after__edge", min: 0, max: 100, step: 1, value: START, ariaLabel: box.dataset.label,
  });
  const show = () => {
    box.style.setProperty("--edge", `${slider.value}%`);
    slider.ariaValueText = `${slider.value} %`;
  };
  slider.addEventListener("input", show);
  box.append(slider, make("span", { className: "before-after__line", ariaHidden: "true" }));
  box.classList.add("before-after--live");
  show();
}
