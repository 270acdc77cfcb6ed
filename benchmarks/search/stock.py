"""Wagtail's own search, with the same texts: pages with a title and a body."""

from functools import cache
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from modelsearch.backends.database import SearchBackend
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText
from wagtail.search.query import PlainText

from home.models import HomePage, StandardPage

LONGEST_TITLE = 250


@cache
def stock() -> Any:
    """The backend as it comes, not the folding one of `search.wagtail_backend`."""
    return SearchBackend({})


def fill_wagtail(texts: list[str]) -> dict[int, int]:
    """Makes and indexes a page of each text; returns the place of the text by the key of its page."""
    root = Page.get_first_root_node()
    home = root.add_child(
        instance=HomePage(title="Trang chủ", slug=f"thu-{uuid4().hex[:8]}", locale=Locale.get_default())
    )
    kind = ContentType.objects.get_for_model(StandardPage)
    Page.objects.bulk_create(
        Page(
            path=Page._get_path(home.path, home.depth + 1, number + 1),
            depth=home.depth + 1,
            title=text.partition("\n")[0][:LONGEST_TITLE],
            draft_title="",
            slug=f"b{number}",
            url_path=f"{home.url_path}b{number}/",
            content_type=kind,
            locale_id=home.locale_id,
            translation_key=uuid4(),
            live=True,
        )
        for number, text in enumerate(texts)
    )
    names = {}
    for number, page in enumerate(Page.objects.child_of(home).order_by("path")):
        whole = StandardPage(page_ptr=page, body=[("text", RichText(f"<p>{texts[number]}</p>"))])
        whole.__dict__.update({name: value for name, value in page.__dict__.items() if not name.startswith("_")})
        whole.save_base(raw=True)
        names[page.pk] = number
    index = stock().get_index_for_model(StandardPage)
    index.add_items(StandardPage, list(StandardPage.objects.filter(pk__in=names)))
    return names


def found_by_wagtail(typed: str, most: int) -> list[int]:
    """The keys of the pages found, the best first. An error of the backend counts as nothing found."""
    try:
        return [page.pk for page in stock().search(PlainText(typed, operator="or"), StandardPage)[:most]]
    except Exception:
        return []
