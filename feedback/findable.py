"""Answers that everybody may read can be found."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from feedback.models import ProposedAnswer
from search import registry
from search.registry import Source, Text


def answer(row: ProposedAnswer) -> Text:
    case = row.case
    return Text(
        title=row.title,
        body=f"{row.public_question}\n{row.public_answer}",
        language=settings.LANGUAGE_CODE,
        topic=case.topic.slug if case.topic else "",
        unit=case.unit.slug,
        villages=(case.village.slug,) if case.village else (),
        date=row.approved_at,
    )


def _addresses(numbers: Iterable[int]) -> dict[int, str]:
    return {row.pk: row.get_absolute_url() for row in ProposedAnswer.objects.filter(pk__in=list(numbers))}


def register() -> None:
    registry.register(
        Source(
            name="hoi-dap",
            label=_("Answers"),
            model=ProposedAnswer,
            text=answer,
            kept=lambda: ProposedAnswer.objects.filter(publish=True, approved_at__isnull=False).select_related(
                "case__topic", "case__unit", "case__village"
            ),
            visible=ProposedAnswer.objects.public,
            addresses=_addresses,
        )
    )
