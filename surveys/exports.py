"""A survey's answers as a table: a row for each filled-in sheet, by lot, without names, hours or addresses."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from surveys.enums import ABOUT_WHO, CHOICES, WORDS, Kind
from surveys.models import Answer, Question, Response, Survey

AT_ONCE = 2000  # responses whose answers are in memory


def rows(survey: Survey) -> Iterator[list[Any]]:
    """The head, then the sheets in the order of their random keys."""
    questions = [
        question
        for question in Question.objects.filter(version__survey=survey)
        .select_related("version")
        .prefetch_related("options")
        .order_by("version__number", "order", "pk")
        if question.kind not in ABOUT_WHO
    ]
    heads = [f"{question.text} ({question.version.number})" for question in questions]
    yield [_("Version"), _("How it came"), _("Village"), _("Age"), _("Unit"), _("Day"), *heads]
    labels = {question.pk: dict(question.choices()) for question in questions}
    responses = Response.objects.filter(version__survey=survey).select_related("version", "village", "unit")
    batch: list[Response] = []
    for response in responses.order_by("idempotency_key").iterator(chunk_size=AT_ONCE):
        batch.append(response)
        if len(batch) == AT_ONCE:
            yield from _rows(batch, questions, labels)
            batch = []
    yield from _rows(batch, questions, labels)


def _rows(batch: list[Response], questions: list[Question], labels: dict[int, dict[str, str]]) -> Iterator[list[Any]]:
    said: dict[tuple[int, int], list[Answer]] = {}
    for answer in Answer.objects.filter(response__in=batch).select_related("option"):
        said.setdefault((answer.response_id, answer.question_id), []).append(answer)
    for response in batch:
        yield [
            response.version.number,
            str(response.get_channel_display()),
            str(response.village or ""),
            str(response.get_age_display()),
            str(response.unit or ""),
            response.sent_on,
            *(_cell(question, said.get((response.pk, question.pk), []), labels[question.pk]) for question in questions),
        ]


def _cell(question: Question, answers: list[Answer], labels: dict[str, str]) -> Any:
    if not answers:
        return ""
    if question.kind == Kind.SCALE:
        return answers[0].number
    if question.kind in CHOICES:
        return "; ".join(answer.option.text for answer in answers if answer.option)
    if question.kind in WORDS:
        return answers[0].words
    return labels[str(answers[0].number)]
