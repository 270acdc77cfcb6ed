"""Fields for what people type."""

from typing import Any

from django import forms

from core import text


class CleanCharField(forms.CharField):
    """Text without what no reader sees (NUL, marks of direction), canonical."""

    def to_python(self, value: Any) -> str:
        return text.clean(str(value or ""))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without `maxlength`: a browser would cut what is pasted without a word; the form says what is too long."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}
