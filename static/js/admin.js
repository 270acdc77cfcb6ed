// What a picture is, its content says (core.pictures): one from a phone may have no ending, and what is refused is told why.
jQuery(function () { jQuery("#fileupload").removeAttr("data-accept-file-types"); });

// The date picker would write today over a date that it cannot read. What was typed stays, and the form says what is wrong with it.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
// What is wrong with a form stands at its top, and is read first.
document.addEventListener("DOMContentLoaded", function () {
  var said = document.querySelector(".error-summary, .messages .error");
  if (!said) return;
  said.tabIndex = -1;
  said.focus();
});
