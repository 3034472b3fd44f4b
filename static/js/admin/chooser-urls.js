/* Where wagtail-localize's editor finds the choosers; the addresses stand on this script's own element. */
(() => {
  const { imageChooser, documentChooser, pageChooser } = document.currentScript.dataset;
  window.chooserUrls ??= { imageChooser, documentChooser, pageChooser };
})();
