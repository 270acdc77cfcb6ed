// Only makes things nicer: without it every page works. Passes a page on, copies its address, sets the size of type, closes menus.
(function () {
  "use strict";
  document.querySelectorAll("[data-share]").forEach(function (button) {
    if (!navigator.share) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(function () {});
    });
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return; // no TLS, or an old browser: the phone's own "share" still works
    var words = button.querySelector("span");
    var before = words.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        words.textContent = button.dataset.done;
        setTimeout(function () { words.textContent = before; }, 3000);
      });
    });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  // The size of type: three steps, remembered by this browser.
  var sizes = document.querySelector(".text-size");
  if (sizes) {
    var root = document.documentElement;
    var show = function (step) {
      root.dataset.textSize = step;
      try { localStorage.textSize = step; } catch (error) { /* it holds for this page only */ }
      sizes.querySelectorAll("button").forEach(function (button) {
        button.setAttribute("aria-disabled", String(step + Number(button.dataset.step) < 0 || step + Number(button.dataset.step) > 2));
      });
    };
    sizes.hidden = false;
    show(Number(root.dataset.textSize) || 0);
    sizes.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (button) show(Math.min(2, Math.max(0, Number(root.dataset.textSize) + Number(button.dataset.step))));
    });
  }

  // Choosing files: a button in the site's own words (the browser's are in its language), and below it what was chosen.
  document.querySelectorAll("input[data-choose]").forEach(function (input) {
    var button = document.createElement("label");
    button.className = "btn btn-outline-primary";
    button.htmlFor = input.id;
    button.textContent = input.dataset.choose;
    var chosen = document.createElement("ul");
    chosen.className = "chosen-files";
    chosen.setAttribute("aria-live", "polite");
    input.classList.add("visually-hidden");
    input.after(button, chosen);
    var held = []; // what was chosen before: a phone's camera gives one photo at a time
    function take(files) {
      var taken = new DataTransfer();
      files.forEach(function (file) { taken.items.add(file); });
      input.files = taken.files;
    }
    function gather() {
      if (!input.multiple || !window.DataTransfer) return;
      var added = Array.from(input.files).filter(function (file) {
        return !held.some(function (one) { return one.name === file.name && one.size === file.size; });
      });
      try { take(held.concat(added)); } catch (error) { /* an old browser: the last choice counts, and is shown */ }
    }
    function list() {
      held = Array.from(input.files);
      chosen.replaceChildren.apply(chosen, held.map(function (file) {
        var line = document.createElement("li");
        line.textContent = file.name + " (" + (file.size / 1e6).toFixed(1).replace(".", ",") + " MB) ";
        if (input.dataset.leaveOut && window.DataTransfer) {
          var away = document.createElement("button");
          away.type = "button";
          away.className = "btn btn-link";
          away.textContent = input.dataset.leaveOut;
          away.setAttribute("aria-label", input.dataset.leaveOut + ": " + file.name);
          away.addEventListener("click", function () {
            take(held.filter(function (one) { return one !== file; }));
            list();
            button.focus();
            input.dispatchEvent(new Event("input", { bubbles: true }));
          });
          line.append(away);
        }
        return line;
      }));
    }
    // What would be refused anyway is left out before it takes minutes to arrive, and named.
    function leaveOut() {
      if (!input.dataset.most || !window.DataTransfer) return;
      var taken = [];
      var refused = [];
      Array.from(input.files).forEach(function (file) {
        if (file.size > Number(input.dataset.largest)) refused.push(input.dataset.tooLarge.replace("{name}", file.name));
        else if (taken.length >= Number(input.dataset.most)) refused.push(input.dataset.tooMany.replace("{name}", file.name));
        else taken.push(file);
      });
      if (!refused.length) return;
      try { take(taken); } catch (error) { return; /* an old browser: the server says it */ }
      list();
      refused.forEach(function (sentence) {
        var line = document.createElement("li");
        line.className = "survey__error";
        line.textContent = sentence;
        chosen.append(line);
      });
    }
    input.addEventListener("change", function () { gather(); list(); leaveOut(); });
    list(); // a browser may bring the choice back with the page
  });

  // A form came back with errors: the summary is read first.
  var summary = document.querySelector(".error-summary");
  if (summary) summary.focus();

  // Menus and filters: one open at a time; a click elsewhere or Escape closes.
  var folds = document.querySelectorAll("details[data-closes]");
  function closeAll(except) {
    folds.forEach(function (fold) {
      if (fold !== except) fold.open = false;
    });
  }
  document.addEventListener("click", function (event) {
    closeAll(event.target.closest("details[data-closes]"));
  });
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && document.querySelector("details[data-closes][open]");
    if (!open) return;
    closeAll();
    open.querySelector("summary").focus();
  });

  // The box to search with: suggestions as one types, by keyboard and for screen readers (WAI-ARIA: combobox with a list).
  document.querySelectorAll("[data-suggest]").forEach(function (form) {
    var input = form.querySelector("input");
    var list = document.createElement("ul");
    var timer, asked = 0, chosen = -1;
    list.className = "search-form__list";
    list.id = input.id + "-goi-y";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0].textContent);
    list.hidden = true;
    form.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    function close() {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function choose(place) {
      chosen = (place + list.children.length) % list.children.length;
      Array.from(list.children).forEach(function (item, number) { item.setAttribute("aria-selected", String(number === chosen)); });
      input.setAttribute("aria-activedescendant", list.children[chosen].id);
    }
    function show(found) {
      list.replaceChildren.apply(list, found.map(function (hit, number) {
        var item = document.createElement("li");
        item.id = list.id + number;
        item.textContent = hit.title;
        item.dataset.url = hit.url;
        item.setAttribute("role", "option");
        return item;
      }));
      close();
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!!found.length));
    }
    close();
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        var mine = (asked += 1);
        fetch(form.dataset.suggest + "?q=" + encodeURIComponent(input.value))
          .then(function (response) { return response.json(); })
          .then(function (answer) { if (mine === asked) show(answer.suggestions); })
          .catch(close);
      }, 200);
    });
    input.addEventListener("keydown", function (event) {
      if (list.hidden) return;
      if (event.key === "ArrowDown") choose(chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen >= 0) location.href = list.children[chosen].dataset.url;
      else return;
      event.preventDefault();
    });
    list.addEventListener("mousedown", function (event) {
      var item = event.target.closest("li");
      if (item) location.href = item.dataset.url;
    });
    input.addEventListener("blur", close);
  });
})();
