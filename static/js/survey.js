// One question at a time, kept on this device until it is sent. Without it the whole page is the form.
(function () {
  "use strict";
  var form = document.querySelector("form[data-survey]");
  var sent = document.querySelector("[data-survey-sent]");
  function store(change) {
    try { return change(localStorage); } catch (error) { return null; /* nothing is kept, and all else works */ }
  }
  if (sent) {
    store(function (kept) {
      Object.keys(kept).forEach(function (key) {
        if (key.indexOf("khao-sat:" + sent.dataset.surveySent + "-") === 0) kept.removeItem(key);
      });
    });
  }
  if (!form) return;
  var key = "khao-sat:" + form.dataset.survey;
  var steps = Array.prototype.slice.call(form.querySelectorAll("[data-step]"));
  var foot = form.querySelector(".survey__foot");
  var back = foot.querySelector("[data-back]");
  var next = foot.querySelector("[data-next]");
  var bar = form.querySelector(".survey__bar");
  var send = form.querySelector(".feedback__send");
  var now = 0;

  function keep() {
    var said = {};
    new FormData(form).forEach(function (value, name) {
      if (name.indexOf("q-") === 0) (said[name] = said[name] || []).push(value);
    });
    store(function (kept) { kept.setItem(key, JSON.stringify(said)); });
  }

  function recall() {
    var said = store(function (kept) { return JSON.parse(kept.getItem(key) || "{}"); }) || {};
    Array.prototype.forEach.call(form.elements, function (field) {
      var values = said[field.name];
      if (!values) return;
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.indexOf(field.value) >= 0;
      else if (!field.value) field.value = values[0];
    });
  }

  function show(place, focus) {
    now = Math.max(0, Math.min(steps.length - 1, place));
    steps.forEach(function (step, number) { step.hidden = number !== now; });
    back.hidden = now === 0;
    next.hidden = now === steps.length - 1;
    send.hidden = !next.hidden;
    bar.value = now + 1;
    if (focus) {
      var heading = steps[now].querySelector("legend, label");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      steps[now].scrollIntoView({ block: "start" });
    }
  }

  var failed = steps.findIndex(function (step) { return step.querySelector(".survey__error"); });
  if (failed < 0) recall();
  form.classList.add("survey--steps");
  bar.hidden = foot.hidden = false;
  bar.max = steps.length;
  show(Math.max(failed, 0)); // what is wrong stands at the top, and has the focus
  // The list of what is missing leads to questions that are hidden.
  document.addEventListener("click", function (event) {
    var link = event.target.closest('.error-summary a[href^="#"]');
    var place = link ? steps.findIndex(function (step) { return step.matches(link.hash) || step.querySelector(link.hash); }) : -1;
    if (place >= 0) { event.preventDefault(); show(place, true); }
  });
  back.addEventListener("click", function () { show(now - 1, true); });
  next.addEventListener("click", function () { show(now + 1, true); });
  form.addEventListener("change", keep);
  form.addEventListener("input", keep);
  // A tap on an answer goes on by itself; the keyboard's arrows only choose.
  form.addEventListener("click", function (event) {
    var step = event.target.closest("[data-one]");
    if (step && event.target.type === "radio" && event.detail > 0 && now < steps.length - 1) {
      setTimeout(function () { if (steps[now] === step) show(now + 1, true); }, 250);
    }
  });
  form.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.type !== "textarea" && event.target.tagName !== "BUTTON" && now < steps.length - 1) {
      event.preventDefault();
      show(now + 1, true);
    }
  });
})();
