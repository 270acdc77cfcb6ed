"""Reads of articles, documents and events for every page that shows some."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from core import languages
from core.visibility import visible_to_public
from news.models import DocumentPage, EventPage, NewsPage


def visible() -> Any:
    """The articles that the public may see: live, and in no private part of the tree."""
    return visible_to_public(NewsPage.objects.all())


def articles(language: str = settings.LANGUAGE_CODE) -> Any:
    """The public's articles in one language, newest first. Vietnamese is the whole; the others are translations of it."""
    return visible().filter(locale__language_code=language).for_listing()


def documents(language: str = settings.LANGUAGE_CODE) -> Any:
    """The public's official documents in one language, newest first."""
    return visible_to_public(DocumentPage.objects.all()).filter(locale__language_code=language).for_listing()


def events(language: str = settings.LANGUAGE_CODE) -> Any:
    """The public's events in one language."""
    return visible_to_public(EventPage.objects.all()).filter(locale__language_code=language).for_listing()


def events_of_any_language() -> Any:
    return visible_to_public(EventPage.objects.all()).for_listing()


def related(page: NewsPage, limit: int = 3) -> list[NewsPage]:
    """Others of the same campaign or topic, newest first; their pictures are loaded by the caller."""
    same = Q(topic=page.topic_id)
    if page.campaign_id:
        same |= Q(campaign=page.campaign_id)
    return list(articles(languages.code_of(page.locale_id)).filter(same).exclude(pk=page.pk)[:limit])


def replaced_by(page: DocumentPage) -> list[DocumentPage]:
    """The documents that `page` replaces."""
    return list(documents(languages.code_of(page.locale_id)).filter(replaced_by=page.pk))


def report_of(event: EventPage) -> Page | None:
    """The article that tells what came of `event`, if everybody may read it."""
    if event.report_id is None:
        return None
    return visible_to_public(NewsPage.objects.filter(pk=event.report_id)).for_listing().first()
