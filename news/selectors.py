"""Reads of articles for every page that shows some."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language

from core import languages, renditions
from core.visibility import visible_to_public
from news.models import NewsPage


def visible() -> Any:
    """The articles that the public may see: live, and in no private part of the tree."""
    return visible_to_public(NewsPage.objects.all())


def articles(language: str = settings.LANGUAGE_CODE) -> Any:
    """The public's articles in one language, newest first. Vietnamese is the whole; the others are translations of it."""
    return visible().filter(locale__language_code=language).for_listing()


def with_pictures(queryset: Any, limit: int) -> list[NewsPage]:
    """The first `limit` articles in the active language, with their cards' pictures loaded."""
    pages = in_active_language(list(queryset[:limit]))
    renditions.prefetch(page.lead_image for page in pages)
    return pages


def related(page: NewsPage, limit: int = 3) -> list[NewsPage]:
    """Others of the same campaign or topic, newest first; their pictures are loaded by the caller."""
    same = Q(topic=page.topic_id)
    if page.campaign_id:
        same |= Q(campaign=page.campaign_id)
    return list(articles(languages.code_of(page.locale_id)).filter(same).exclude(pk=page.pk)[:limit])


def in_active_language(pages: list[NewsPage]) -> list[NewsPage]:
    """Each article in the active language where it is translated, in Vietnamese where not."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE or not pages:
        return pages
    keys = [page.translation_key for page in pages]
    translated = {page.translation_key: page for page in articles(language).filter(translation_key__in=keys)}
    return [translated.get(page.translation_key, page) for page in pages]
