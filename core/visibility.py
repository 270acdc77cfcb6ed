"""What the public may see, decided once: pages, lists, feeds, the sitemap and the API ask here."""

from typing import Any

from django.db.models import Exists, F, OuterRef, TextField
from django.db.models.functions import Cast
from wagtail.models import PageViewRestriction


def restricted() -> Exists:
    """Whether a view restriction stands on the page of the outer query, or above it."""
    restriction = PageViewRestriction.objects.annotate(below=Cast(OuterRef("path"), TextField()))
    return Exists(restriction.filter(below__startswith=F("page__path")))


def visible_to_public(pages: Any) -> Any:
    """The live pages among `pages` that stand under no view restriction. No query of its own, unlike Wagtail's `public()`."""
    return pages.filter(~restricted(), live=True)
