"""What surveys add to pages below them."""

from typing import Any

from laces.components import Component

from models_showcase.models import ModelPage
from news.models import DocumentPage, NewsPage


class WasItUseful(Component):
    """Yes or no, under a page to read."""

    template_name = "surveys/useful.html"

    def __init__(self, page_id: int) -> None:
        self.page_id = page_id

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"page_id": self.page_id}


def was_it_useful(page: Any, request: Any) -> WasItUseful | None:
    return WasItUseful(page.pk) if isinstance(page, (NewsPage, DocumentPage, ModelPage)) else None
