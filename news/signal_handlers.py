from typing import Any

from wagtail.models import Page
from wagtail.signals import post_page_move

from news.models import NewsPage
from organisations.models.folders import unit_of


def follow_the_folder(instance: Page, **kwargs: Any) -> None:
    """A moved article belongs to the unit whose folder it is in now (its drafts too: they take the live row's unit)."""
    for page in NewsPage.objects.descendant_of(instance, inclusive=True):
        unit = unit_of(page)
        if page.unit_id != (unit and unit.pk):
            NewsPage.objects.filter(pk=page.pk).update(unit=unit)


def connect() -> None:
    post_page_move.connect(follow_the_folder, dispatch_uid="news.follow_the_folder")
