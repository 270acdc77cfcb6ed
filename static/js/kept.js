// An officer's form whose session was over: before it is sent again, it is asked whether she is signed in, and by which token.
(function () {
  "use strict";
  var form = document.querySelector("form[data-session]");
  if (!form) return;
  var told = document.createElement("p");
  told.setAttribute("role", "alert");
  form.append(told);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    fetch(form.dataset.session, { headers: { Accept: "application/json" }, cache: "no-store" }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (said) {
      form.elements.csrfmiddlewaretoken.value = said.token;
      form.submit();
    }).catch(function () { told.textContent = form.dataset.out; });
  });
})();
