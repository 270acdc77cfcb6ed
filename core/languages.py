"""The site's languages by the primary key of their locale: read once a process, because pages ask for them all the time."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Locale

from core.visibility import visible_to_public

_codes: dict[int, str] = {}


def code_of(locale_id: int) -> str:
    """The language code of a locale. Its row never changes its language."""
    if locale_id not in _codes:
        _codes.update(Locale.all_objects.values_list("pk", "language_code"))
    return _codes[locale_id]


def is_source(locale_id: int) -> bool:
    """Whether the locale is Vietnamese, the one source of all translations."""
    return code_of(locale_id) == settings.LANGUAGE_CODE


def in_active_language(pages: Any) -> list[Any]:
    """The Vietnamese pages of a query, each in the active language where it is translated; in one query, whatever the language.

    `pages` are of one type, with `for_listing`; a part of them (a slice) is taken as it stands, in their order.
    """
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return list(pages)
    found = visible_to_public(
        pages.model.objects.filter(
            translation_key__in=pages.values("translation_key"),
            locale__language_code__in=[settings.LANGUAGE_CODE, language],
        )
    )
    both = list(found.for_listing().order_by(*pages.query.order_by))
    translated = {page.translation_key: page for page in both if not is_source(page.locale_id)}
    result = []
    for page in both:
        if is_source(page.locale_id):
            translation = translated.get(page.translation_key)
            if translation:
                translation.stand_in_for(page)
            result.append(translation or page)
    return result
