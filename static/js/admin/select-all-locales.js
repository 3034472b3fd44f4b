/* "All languages" ticks every language on the page where a translation is begun. */
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'select_all') return;
  for (const box of document.querySelectorAll('[name="locales"]')) box.checked = target.checked;
});
