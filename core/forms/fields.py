"""Fields for what people type."""

from typing import Any

from django import forms


class CleanCharField(forms.CharField):
    """Text that may be long (what it holds, `core.forms.gate` cleans)."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without `maxlength`: a browser would cut what is pasted without a word; the form says what is too long."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}
