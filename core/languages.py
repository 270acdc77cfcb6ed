"""The site's languages by the primary key of their locale: read once a process, because pages ask for them all the time."""

from typing import Any, TypeVar

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from core.visibility import visible_to_public

AnyPage = TypeVar("AnyPage", bound=Page)

_codes: dict[int, str] = {}


def code_of(locale_id: int) -> str:
    """The language code of a locale. Its row never changes its language."""
    if locale_id not in _codes:
        _codes.update(Locale.all_objects.values_list("pk", "language_code"))
    return _codes[locale_id]


def is_source(locale_id: int) -> bool:
    """Whether the locale is Vietnamese, the one source of all translations."""
    return code_of(locale_id) == settings.LANGUAGE_CODE


def each_in_active_language(*lists: list[Any]) -> list[list[Any]]:
    """`in_active_language` of several lists: one query to see which hold something translated, and one for each of these."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return list(lists)
    keys = [page.translation_key for pages in lists for page in pages]
    found = Page.objects.filter(translation_key__in=keys, locale__language_code=language, live=True)
    translated = set(found.values_list("translation_key", flat=True))
    return [
        in_active_language(pages) if translated.intersection(page.translation_key for page in pages) else pages
        for pages in lists
    ]


def in_active_language(pages: list[AnyPage]) -> list[AnyPage]:
    """Each page in the active language where it is translated, in Vietnamese where not. All are of one type with `for_listing`."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE or not pages:
        return pages
    keys = [page.translation_key for page in pages]
    objects: Any = type(pages[0]).objects
    found = visible_to_public(objects.filter(translation_key__in=keys, locale__language_code=language)).for_listing()
    translated = {page.translation_key: page for page in found}
    for page in pages:
        if page.translation_key in translated:
            translated[page.translation_key].stand_in_for(page)
    return [translated.get(page.translation_key, page) for page in pages]
