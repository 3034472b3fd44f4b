// The button shows once two screens have gone by; the footer has the same link without a script.
const button = document.querySelector("[data-back-to-top]");

if (button) {
  const mark = document.createElement("div");
  mark.className = "back-to-top__mark";
  document.body.append(mark);
  new IntersectionObserver(([entry]) => {
    button.hidden = entry.isIntersecting || entry.boundingClientRect.top > 0;
  }).observe(mark);
}
