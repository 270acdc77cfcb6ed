// What a picture is, its content says (core.pictures): one from a phone may have no ending, and what is refused is told why.
jQuery(function () { jQuery("#fileupload").removeAttr("data-accept-file-types"); });

// The date picker would write today over a date that it cannot read. What was typed stays, and the form says what is wrong with it.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
