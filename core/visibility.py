"""What the public may see, decided once: pages, lists, feeds, the sitemap and the API ask here."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast, Now
from wagtail.models import Page, PageViewRestriction


def restricted() -> Exists:
    """Whether a view restriction stands on the page of the outer query, or above it.

    The restricted page is looked up for each restriction (there are few) and not joined: of a join with an empty table
    SQLite's planner, once it has statistics, reads all pages for every page.
    """
    root = Page.objects.filter(pk=OuterRef("page")).order_by().values("path")
    restriction = PageViewRestriction.objects.annotate(below=Cast(OuterRef("path"), TextField()), root=Subquery(root))
    return Exists(restriction.filter(below__startswith=F("root")))


def visible_to_public(pages: Any) -> Any:
    """The live pages among `pages` that stand under no view restriction and whose time is not over.

    No query of its own, unlike Wagtail's `public()`. What has expired is taken down by `publish_scheduled`, within a minute; here
    it is gone at once.
    """
    return pages.filter(~restricted(), Q(expire_at=None) | Q(expire_at__gt=Now()), live=True)
