from typing import Any

from django.forms import Select
from wagtail.admin.panels import FieldPanel


class SelectPanel(FieldPanel):
    """A plain list to choose from, where there are few choices: quicker than Wagtail's chooser dialog, and works on a phone."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        kwargs.setdefault("widget", Select)
        super().__init__(field_name, **kwargs)
