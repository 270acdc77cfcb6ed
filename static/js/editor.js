// The editor on a weak line: nothing is sent while the last words are still being saved, a lost line and an ended session are said in
// words, what waits is sent by itself, and whoever is signed out signs in without leaving her article.
(function (told) {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("form[data-edit-form]");
    if (form) lookAfter(form);
  });

  function lookAfter(form) {
    var words = JSON.parse(told.words);
    var SOON = 5000; // milliseconds
    var saving = false, sending = false, ready = false, waiting = [], timer = null;

    // A new article's key: of this page only, whatever a browser brings back with it.
    var creation = form.elements.creation;
    function nameIt() {
      if (creation) creation.value = creation.defaultValue || Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
        return byte.toString(16).padStart(2, "0");
      }).join("");
    }
    nameIt();

    var bar = document.createElement("div");
    bar.className = "editor-told";
    bar.setAttribute("role", "alert");
    bar.hidden = true;
    document.body.append(bar);
    function tell(sentence, press, label) {
      bar.replaceChildren(document.createTextNode(sentence));
      if (press) {
        var button = document.createElement("button");
        button.type = "button";
        button.className = "button button-small";
        button.textContent = label;
        button.addEventListener("click", press);
        bar.append(button);
      }
      bar.hidden = !sentence;
    }

    // Whose article it is. On a shared computer somebody else may sign in meanwhile: nothing is saved in her name.
    var writer = null;
    function ask() { return fetch(told.session, { headers: { Accept: "application/json" }, cache: "no-store" }); }
    function isWriter(said) {
      if (writer === null) writer = said.user;
      if (said.user !== writer) tell(words.other.replace("{name}", said.name), signIn, words.signIn);
      return said.user === writer;
    }
    ask().then(function (answer) { return answer.ok && answer.json().then(isWriter); }).catch(function () { /* asked again later */ });

    // --- Saving by itself (Wagtail's w-autosave tells of it) ---
    function save() { form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } })); }
    function trySoon() {
      clearTimeout(timer);
      timer = setTimeout(save, SOON);
    }
    function settled() {
      saving = false;
      waiting.splice(0).forEach(function (go) { go(); });
    }
    form.addEventListener("w-autosave:save", function (event) {
      if (sending) event.preventDefault(); // what is on the screen is about to be sent as a whole
      else saving = true;
    });
    form.addEventListener("w-autosave:success", function () {
      clearTimeout(timer);
      tell("");
      settled();
    });
    form.addEventListener("w-autosave:error", function (event) {
      var detail = event.detail;
      if (detail.response && detail.response.signed_out) tell(words.out, signIn, words.signIn);
      else if (detail.type === "network_error" || detail.type === "server_error") {
        tell(detail.type === "network_error" ? words.lost : words.fault);
        ask().then(function (answer) { return answer.ok ? answer.json().then(isWriter) : true; }, function () { return true; })
          .then(function (goesOn) { if (goesOn) trySoon(); });
      }
      settled();
    });
    window.addEventListener("online", function () { if (!bar.hidden) save(); });

    // --- Sending ---
    function isSettled() { return saving ? new Promise(function (go) { waiting.push(go); }) : Promise.resolve(); }
    // Whether she is signed in and the line holds; asks until both are so.
    function isIn() {
      return ask().then(function (answer) {
        if (answer.status === 401) {
          tell(words.out, signIn, words.signIn);
          return signIn().then(function (isSignedIn) { return isSignedIn && isIn(); });
        }
        if (!answer.ok) throw new Error(answer.status);
        return answer.json().then(function (said) {
          if (!isWriter(said)) return false;
          renew(said.token);
          return true;
        });
      }).catch(function (error) {
        tell(error instanceof TypeError ? words.lost : words.fault);
        return new Promise(function (go) { setTimeout(go, SOON); }).then(isIn);
      });
    }
    function renew(token) {
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach(function (field) { field.value = token; });
      window.wagtailConfig.CSRF_TOKEN = token;
    }
    document.addEventListener("submit", function (event) {
      if (event.target !== form || ready) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (sending) return;
      var by = event.submitter;
      if (saving) tell(words.sending);
      isSettled().then(function () {
        sending = true;
        return isIn();
      }).then(function (mayGo) {
        sending = mayGo; // she closed the window to sign in: nothing is sent
        if (!mayGo) return;
        if (by && by.name) { // Wagtail disables the button meanwhile
          var pressed = document.createElement("input");
          pressed.type = "hidden";
          pressed.name = by.name;
          pressed.value = by.value;
          form.append(pressed);
        }
        tell("");
        ready = true;
        form.requestSubmit();
      });
    }, true);
    // Wagtail's own question about a lost line would come first, and leave the sending to her.
    document.addEventListener("click", function (event) {
      var session = document.querySelector("[data-controller~=w-session]");
      var its = event.target.closest("[type=submit]") && session
        && window.wagtail.app.getControllerForElementAndIdentifier(session, "w-session");
      if (its && its.interceptValue === "network") its.interceptValue = "";
    }, true);
    window.addEventListener("pageshow", function (event) {
      sending = ready = false;
      if (event.persisted) nameIt();
    });

    // --- Signing in without leaving ---
    function signIn() {
      var dialog = document.createElement("dialog");
      var frame = document.createElement("iframe");
      var close = document.createElement("button");
      dialog.className = "editor-sign-in";
      frame.title = words.signIn;
      frame.src = told.login + "?next=" + encodeURIComponent(told.session);
      close.type = "button";
      close.className = "button button-secondary";
      close.textContent = words.close;
      close.addEventListener("click", function () { dialog.close(); });
      dialog.append(frame, close);
      document.body.append(dialog);
      dialog.showModal();
      return new Promise(function (done) {
        var isSignedIn = false;
        frame.addEventListener("load", function () {
          if (frame.contentWindow.location.pathname !== told.session) return;
          var said = JSON.parse(frame.contentDocument.body.textContent);
          isSignedIn = isWriter(said);
          dialog.close();
          if (!isSignedIn) return;
          renew(said.token);
          tell("");
          if (!sending) save();
        });
        dialog.addEventListener("close", function () {
          dialog.remove();
          done(isSignedIn);
        });
      });
    }
  }
})(document.currentScript.dataset);
