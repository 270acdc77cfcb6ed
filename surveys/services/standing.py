"""What is asked always: whether an answer helped, whether a page was useful. One survey a half-year, in the same rows as all others."""

import uuid
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import make_aware
from django.utils.translation import override
from wagtail.models import Page

from organisations.models import Unit
from surveys.enums import Half, Kind, Purpose
from surveys.models import Question, Survey, SurveyVersion
from surveys.services.answering import Filled, keep

KEY = "huu-ich"
KINDS = {Purpose.CASES: Kind.FACES, Purpose.PAGES: Kind.YES_NO}
FIRST_OF_SECOND_HALF = 7  # month


def half_of(day: date) -> tuple[int, Half]:
    return day.year, Half.FIRST if day.month < FIRST_OF_SECOND_HALF else Half.SECOND


def bounds(year: int, half: int) -> tuple[datetime, datetime]:
    """The half-year's first moment here, and the first after it."""
    begins = date(year, 1 if half == Half.FIRST else FIRST_OF_SECOND_HALF, 1)
    ends = date(year, FIRST_OF_SECOND_HALF, 1) if half == Half.FIRST else date(year + 1, 1, 1)
    return make_aware(datetime.combine(begins, time())), make_aware(datetime.combine(ends, time()))


@transaction.atomic
def record_standing(
    purpose: Purpose, *, value: int, unit: Unit | None, key: uuid.UUID, page: Page | None = None
) -> None:
    """Keeps one answer to what is asked always: a face of a case's answer, yes or no of a page."""
    filled = Filled(key=key, values={KEY: str(int(value))})
    keep(_standing(purpose).newest, filled, unit=unit, page=page)


def _standing(purpose: Purpose) -> Survey:
    year, half = half_of(timezone.localdate())
    found = Survey.objects.filter(purpose=purpose, year=year, half=half).first()
    if found:
        return found
    opens_at, closes_at = bounds(year, half)
    before = Survey.objects.filter(purpose=purpose).order_by("-year", "-half").first()
    with override("vi"):  # in which surveys are written
        title = str(purpose.label)
    with override("en"):
        title_en = str(purpose.label)
    survey, is_new = Survey.objects.get_or_create(
        purpose=purpose,
        year=year,
        half=half,
        defaults={
            "unit": Unit.objects.committee(),
            "title": title,
            "title_en": title_en,
            "slug": f"_{purpose.value}-{year}-{half}",  # no title makes such a one
            "opens_at": opens_at,
            "closes_at": closes_at,
            "put_out_at": timezone.now(),
            "repeats": before,
        },
    )
    if is_new:
        version = SurveyVersion.objects.create(survey=survey, number=1, put_out_at=timezone.now())
        Question.objects.create(version=version, key=KEY, kind=KINDS[purpose], text=title, text_en=title_en)
    return survey
