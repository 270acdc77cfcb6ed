// The date picker would write today over a date that it cannot read. What was typed stays, and the form says what is wrong with it.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
