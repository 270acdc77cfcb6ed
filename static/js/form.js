// What is typed stays in this window until a receipt is seen: after any error between (a server away, a lost network) it is there
// again where the fields come empty. With it the form's key, so that what did arrive is not kept twice; whoever goes back to a form
// that was sent finds its key again.
(function () {
  "use strict";
  var PREFIX = "dang-viet:";
  var SENT = PREFIX + "gui";
  var DONE = PREFIX + "xong:";
  var CARRIED = ["key", "opened"];
  function store(change) {
    try { return change(sessionStorage); } catch (error) { return null; /* nothing is kept, and all else works */ }
  }
  if (document.querySelector("[data-form-sent]")) {
    store(function (kept) {
      var sent = kept.getItem(SENT);
      (JSON.parse(kept.getItem(sent) || "[]")).forEach(function (one) { if (one[0] === "key") kept.setItem(DONE + sent, one[1]); });
      kept.removeItem(sent);
      kept.removeItem(SENT);
    });
  }
  document.querySelectorAll("form[data-keep]").forEach(function (form) {
    var key = PREFIX + form.getAttribute("action").replace(/^\/en(?=\/)/, ""); // the same form in another language
    var fields = Array.prototype.filter.call(form.elements, function (field) {
      return field.name && (field.type !== "hidden" || CARRIED.indexOf(field.name) >= 0) &&
        ["file", "submit", "button"].indexOf(field.type) < 0 && !field.closest(".honey");
    });
    var pickers = Array.prototype.filter.call(form.elements, function (field) { return field.type === "file"; });
    function isChoice(field) { return field.type === "radio" || field.type === "checkbox"; }
    function keep() {
      store(function (kept) {
        kept.setItem(key, JSON.stringify(fields.map(function (field) {
          return isChoice(field) ? [field.name, field.value, field.checked] : [field.name, field.value];
        }).concat(pickers.map(function (field) {
          return [field.name, Array.prototype.map.call(field.files, function (file) { return file.name; })];
        }))));
      });
    }
    // A form that came back with errors holds its words already.
    var said = document.querySelector(".error-summary, [name=challenge]") ? null
      : store(function (kept) { return JSON.parse(kept.getItem(key) || "null"); });
    (said || []).forEach(function (one) {
      pickers.forEach(function (field) {
        if (field.name !== one[0] || !one[1].length || field.files.length || !field.dataset.again) return;
        var line = document.createElement("p"); // a browser keeps no files: she would think that they go with it
        line.className = "survey__error";
        line.textContent = field.dataset.again.replace("{names}", one[1].join(", "));
        field.parentNode.append(line);
        field.addEventListener("change", function () { line.remove(); });
      });
      fields.forEach(function (field) {
        if (field.name !== one[0]) return;
        if (isChoice(field)) { if (field.value === one[1]) field.checked = one[2]; }
        else if (!field.value || CARRIED.indexOf(field.name) >= 0) field.value = one[1];
      });
    });
    var came = (performance.getEntriesByType("navigation")[0] || {}).type;
    var done = store(function (kept) { return kept.getItem(DONE + key); });
    if (form.elements.key && !said && came === "back_forward" && done) form.elements.key.value = done;
    else if (form.elements.key && came === "navigate" && "mayBeBack" in form.dataset && window.crypto && crypto.randomUUID) {
      form.elements.key.value = crypto.randomUUID();
    }
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", function () {
      keep();
      store(function (kept) { kept.setItem(SENT, key); });
    });
  });
})();
