"""Days and hours typed into forms, ours and every package's: the reason told is the reason, and no year is a slip of the finger.

Django says of 31/11/2026 that it is not written as a date is; written so it is, but there is no such day. And it takes the year 202.
"""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIRST_YEAR = 1930  # of the Front: nothing that is written here is older
YEARS_AHEAD = 30
WRITTEN_AS_A_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}( \d{1,2}:\d{2})?|\d{4}-\d{2}-\d{2}( \d{1,2}:\d{2}(:\d{2})?)?")
NO_SUCH_DAY = _("There is no such day or hour: %(value)s. Please look at it again.")
ODD_YEAR = _("The year %(year)s cannot be meant. Please look at it again.")
_plain = {field: field.to_python for field in (forms.DateField, forms.DateTimeField)}


def close() -> None:
    """From now on all fields for days and hours look at what is typed."""
    for field, plain in _plain.items():
        field.to_python = _looked_at(plain)  # type: ignore[method-assign]


def _looked_at(plain: Any) -> Any:
    def to_python(field: forms.Field, value: Any) -> date | datetime | None:
        try:
            day: date | datetime | None = plain(field, value)
        except ValidationError:
            if isinstance(value, str) and WRITTEN_AS_A_DAY.fullmatch(value.strip()):
                raise ValidationError(NO_SUCH_DAY, code="no_such_day", params={"value": value.strip()}) from None
            raise
        if day and not FIRST_YEAR <= day.year <= timezone.localdate().year + YEARS_AHEAD:
            raise ValidationError(ODD_YEAR, code="odd_year", params={"year": day.year})
        return day

    return to_python
