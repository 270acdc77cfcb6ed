"""The editor's forms for pages of this app."""

from typing import Any

from core.forms.pages import PageForm

A_DAY = "%d/%m/%Y"


class EventPageForm(PageForm):
    """An event may be of a day whose hour nobody knows: the day alone will do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"starts_at", "ends_at"} & self.fields.keys():
            self.fields[name].input_formats = [*self.fields[name].input_formats, A_DAY]
