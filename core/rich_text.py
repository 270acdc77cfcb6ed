"""Rich text in the editor."""

from typing import Any

from django.core.exceptions import BadRequest
from wagtail.admin.rich_text import DraftailRichTextArea


class RichTextArea(DraftailRichTextArea):
    """Wagtail's, which refuses (400) what its own script would not send; Wagtail raises whatever its converter meets."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        try:
            return super().value_from_datadict(data, files, name)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise BadRequest(f"{name} is no content of the editor") from error
