// The button shows once two screens have gone by; the footer has the same link without a script.
const button = document.querySelector("[data-back-to-top]");

if (button) {
  const mark = document.createElement("div"); // as tall as two screens: while any of it is seen, the top is near
  mark.className = "back-to-top__mark";
  document.body.append(mark);
  new IntersectionObserver(([entry]) => {
    button.hidden = entry.isIntersecting;
  }).observe(mark);
}
