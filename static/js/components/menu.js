// What <details> and popover do not do by themselves: Escape, a click elsewhere and leaving by Tab close a drop-down.
const menu = document.querySelector("[data-menu]");

function close(item, refocus = false) {
  if (!item?.open) return;
  item.open = false;
  if (refocus) item.querySelector("summary").focus();
}

if (menu) {
  const wide = matchMedia("(min-width: 64rem)");
  const items = [...menu.querySelectorAll("details")];

  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const item = event.target.closest("details[open]");
    if (!item || !wide.matches) return;
    event.preventDefault();
    close(item, true);
  });
  items.forEach((item) => {
    item.addEventListener("focusout", (event) => {
      if (wide.matches && event.relatedTarget && !item.contains(event.relatedTarget)) close(item);
    });
  });
  document.addEventListener("click", (event) => {
    if (wide.matches) items.filter((item) => !item.contains(event.target)).forEach((item) => close(item));
  });
  // On a phone the section one is in stands open.
  if (!wide.matches) menu.querySelector("[aria-current]")?.parentElement.querySelector("details")?.setAttribute("open", "");
}
