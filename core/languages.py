"""The site's languages by the primary key of their locale: read once a process, because pages ask for them all the time."""

from django.conf import settings
from wagtail.models import Locale

_codes: dict[int, str] = {}


def code_of(locale_id: int) -> str:
    """The language code of a locale. Its row never changes its language."""
    if locale_id not in _codes:
        _codes.update(Locale.all_objects.values_list("pk", "language_code"))
    return _codes[locale_id]


def is_source(locale_id: int) -> bool:
    """Whether the locale is Vietnamese, the one source of all translations."""
    return code_of(locale_id) == settings.LANGUAGE_CODE
