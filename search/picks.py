"""What the committee wants to be seen first when certain words are sought: Wagtail's promoted results."""

from typing import Any

from django.db.models import Q
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from core import text
from core.visibility import visible_to_public
from search import folding


def picked(typed: str) -> list[dict[str, Any]]:
    """`{title, url, text}` of what is promoted for exactly these words, their marks aside; in one query."""
    shown = Q(page=None) | Q(page__in=visible_to_public(Page.objects.all()))
    words = _words(typed)
    return [
        {
            "title": promotion.title,
            "url": promotion.page.url if promotion.page else promotion.external_link_url,
            "text": promotion.description,
        }
        for promotion in SearchPromotion.objects.filter(shown).select_related("query", "page")
        if _words(promotion.query.query_string) == words
    ]


def _words(typed: str) -> list[str]:
    return folding.words(text.folded(typed))
