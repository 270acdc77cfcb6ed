"""Surveys that everybody may answer, and what came of them, can be found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from search import registry
from search.registry import Source, Text
from surveys.models import Survey


def survey(row: Survey) -> Text:
    asked = row.asked.questions_list if row.asked else []
    return Text(
        title=row.title,
        body="\n".join([row.introduction, row.period_label, *(question.text for question in asked)]),
        unit=row.unit.slug,
        date=row.opens_at,
    )


def _addresses(numbers: Iterable[int]) -> dict[int, str]:
    return {row.pk: row.url for row in Survey.objects.filter(pk__in=list(numbers))}


def register() -> None:
    registry.register(
        Source(
            name="khao-sat",
            label=_("Surveys"),
            model=Survey,
            text=survey,
            kept=lambda: Survey.objects.shown().select_related("unit"),
            visible=Survey.objects.shown,
            addresses=_addresses,
        )
    )
