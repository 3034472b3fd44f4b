// Before the first paint: text size and contrast as this device remembers them. Classic and small on purpose: a module
// would come too late, and the page would jump. js/components/reading.js writes what is read here.
(function () {
  var root = document.documentElement;
  // What is for those without scripts never shows for a moment to those with them.
  root.dataset.scripts = "on";
  try {
    ["text", "contrast"].forEach(function (name) {
      var value = localStorage.getItem("reading-" + name);
      if (value) root.dataset[name] = value;
    });
  } catch (error) {
    // Storage may be closed to us (private window, settings); the page then looks as it does without a script.
  }
})();
