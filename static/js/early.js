// Before the first paint: the size of type this reader chose last time (site.js changes and remembers it).
try {
  document.documentElement.dataset.textSize = localStorage.textSize || "0";
} catch (error) { /* no storage: the usual size */ }
