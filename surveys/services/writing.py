"""What officers do with a survey: write it, put it out, repeat it, publish what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import text
from core.refusal import Refused
from organisations.models import Unit
from surveys import permissions, results
from surveys.enums import CHOICES, Dimension, Half, Kind, State
from surveys.models import Answer, Option, Question, Survey, SurveyVersion

MOST_QUESTIONS = 30
FEWEST_OPTIONS = 2
LONGEST_OPTION = 150  # characters
LONGEST_PUBLIC = 2000  # characters


@dataclass(frozen=True)
class OptionDraft:
    text: str
    text_en: str = ""


@dataclass(frozen=True)
class QuestionDraft:
    """A question as it was written; `key` is that of the one it was, empty for a new one."""

    kind: Kind
    text: str
    text_en: str = ""
    key: str = ""
    options: tuple[OptionDraft, ...] = ()
    is_required: bool = True
    is_public: bool = True

    def wording(self) -> tuple[Any, ...]:
        """As `Question.wording`."""
        options = self.options if self.kind in CHOICES else ()
        return self.kind, text.clean(self.text), tuple(text.clean(option.text) for option in options)


@dataclass(frozen=True)
class SurveyDraft:
    unit: Unit
    about: Unit | None
    title: str
    introduction: str
    year: int
    half: int
    opens_at: datetime
    closes_at: datetime
    questions: Sequence[QuestionDraft]
    title_en: str = ""
    introduction_en: str = ""


@transaction.atomic
def write(draft: SurveyDraft, *, by: Any, survey: Survey | None = None, repeats: Survey | None = None) -> Survey:
    """Writes a survey, or changes it. Raises ValidationError by field, Refused where `by` may not.

    What nobody put out yet is changed in place. Once it was, its words stay; only its last day moves, and other questions are a new
    version, which people get when somebody else has put it out too. Who has the old one before her is counted with the old one.
    """
    if not permissions.writing_units(by).filter(pk=draft.unit.pk).exists():
        raise Refused(_("You may not ask in the name of this unit."))
    locked = Survey.objects.select_for_update(of=("self",))  # as it is now, not as it was read
    survey = locked.get(pk=survey.pk) if survey else Survey(repeats=repeats)
    if survey.pk and not permissions.may_write(by, survey):
        raise Refused(_("You may not change this survey."))
    if survey.state in {State.CLOSED, State.PUBLISHED}:
        raise Refused(_("It is closed; what was asked stays as it was. Repeat it to ask again."))
    _refuse_odd(draft.questions)
    if survey.put_out_at is None:
        survey.unit, survey.about, survey.year, survey.half = draft.unit, draft.about, draft.year, draft.half
        survey.opens_at = draft.opens_at
        survey.slug = _slug(survey, draft)
        survey.title, survey.title_en = text.clean(draft.title), text.clean(draft.title_en)
        survey.introduction, survey.introduction_en = text.clean(draft.introduction), text.clean(draft.introduction_en)
    elif draft.closes_at < survey.closes_at:
        raise ValidationError({"closes_on": _("People were told a later last day; it can only be moved on.")})
    survey.closes_at = draft.closes_at
    survey.full_clean()
    survey.save()
    _write_questions(survey, draft.questions, by)
    log(survey, "surveys.write", user=by)
    return survey


@transaction.atomic
def put_out(survey: Survey, *, by: Any, seen: datetime | None) -> None:
    """Gives people its newest version, from its day on. Raises Refused: `by` wrote on it or may not, it changed meanwhile, it is over."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if not permissions.may_put_out(by, survey):
        raise Refused(_("Somebody else has to put it out: not whoever wrote it."))
    if survey.newest.put_out_at:
        raise Refused(_("It was put out already."))
    if survey.changed_at != seen:
        raise Refused(_("It was changed meanwhile. Please read it again."))
    if survey.closes_at <= timezone.now():
        raise Refused(_("Its last day is over. Please change the days first."))
    now = timezone.now()
    SurveyVersion.objects.filter(pk=survey.newest.pk).update(put_out_at=now)
    survey.put_out_at = survey.put_out_at or now
    survey.save(update_fields=["put_out_at"])
    log(survey, "surveys.put_out", user=by)


@transaction.atomic
def publish_results(survey: Survey, *, by: Any, split: Dimension | None = Dimension.VILLAGE) -> None:
    """Makes the results public, once it is closed, and fixes what of them is public. Raises Refused."""
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if not permissions.may_publish(by, survey):
        raise Refused(_("Somebody else has to publish the results: not whoever wrote the survey or typed in sheets."))
    if survey.state != State.CLOSED:
        raise Refused(_("Results are published once, when the survey is closed."))
    survey.results_at = timezone.now()
    survey.published = results.freeze(survey, split)
    survey.save(update_fields=["results_at", "published"])
    log(survey, "surveys.publish_results", user=by)


@transaction.atomic
def delete_draft(survey: Survey, *, by: Any) -> None:
    """Deletes what nobody was asked yet. Raises Refused."""
    survey = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    if not permissions.may_write(by, survey) or survey.put_out_at:
        raise Refused(_("Only a draft can be deleted, by whoever writes for its unit."))
    log(survey, "surveys.delete", user=by)
    survey.delete()


@transaction.atomic
def review_words(answer: Answer, *, by: Any, public: str) -> None:
    """Says what everybody may read of what somebody wrote: nothing, or the words without names and places. Raises Refused."""
    survey = answer.question.version.survey
    if not permissions.may_read_sheets(by, survey):
        raise Refused(_("These words are for whoever asked."))
    if survey.results_at:
        raise Refused(_("The results are public already: what stands there stays."))
    if found := text.contacts_in(public):
        raise Refused(
            _("The text for everybody still holds: %(found)s. Please take it out.") % {"found": ", ".join(found)}
        )
    answer.public_words = text.clean(public)[:LONGEST_PUBLIC]
    answer.reviewed_on = timezone.localdate()
    answer.save(update_fields=["public_words", "reviewed_on"])
    log(survey, "surveys.review_words", user=by)


def next_half(survey: Survey) -> tuple[int, int]:
    """The year and half-year after that of `survey`."""
    return (survey.year, Half.SECOND) if survey.half == Half.FIRST else (survey.year + 1, Half.FIRST)


def _refuse_odd(questions: Sequence[QuestionDraft]) -> None:
    """Raises ValidationError of `questions`: one sentence for each that is not right."""
    errors = []
    if not questions:
        errors.append(_("Ask at least one question."))
    if len(questions) > MOST_QUESTIONS:
        errors.append(_("At most %(number)s questions: nobody answers more.") % {"number": MOST_QUESTIONS})
    for question in questions:
        said = {"question": text.clean(question.text)}
        if not said["question"]:
            errors.append(_("A question has no words: write it, or tick that it is to go."))
        if question.kind in CHOICES and len({text.clean(option.text) for option in question.options}) < FEWEST_OPTIONS:
            errors.append(_("“%(question)s” needs at least two different answers to choose.") % said)
        if any(max(len(option.text), len(option.text_en)) > LONGEST_OPTION for option in question.options):
            errors.append(_("An answer to “%(question)s” is longer than 150 letters.") % said)
    for kind in (Kind.VILLAGE, Kind.AGE):
        if sum(question.kind == kind for question in questions) > 1:
            errors.append(_("“%(kind)s” is asked once only.") % {"kind": kind.label})
    if errors:
        raise ValidationError({"questions": errors})


def _slug(survey: Survey, draft: SurveyDraft) -> str:
    base = f"{text.slug(draft.title, 60) or 'khao-sat'}-{draft.year}-{draft.half}"
    taken = set(Survey.objects.filter(slug__startswith=base).exclude(pk=survey.pk).values_list("slug", flat=True))
    return next(slug for slug in (base, *(f"{base}-{number}" for number in range(2, 999))) if slug not in taken)


def _write_questions(survey: Survey, drafts: Sequence[QuestionDraft], by: Any) -> None:
    newest = survey.versions.order_by("-number").first()
    is_same = newest and [_said(question) for question in newest.questions_list] == [
        _drafted(draft) for draft in drafts
    ]
    if newest and newest.put_out_at is None:
        version = newest
    elif is_same:
        return
    else:
        version = SurveyVersion.objects.create(survey=survey, number=newest.number + 1 if newest else 1)
    version.writers.add(by)
    if is_same:
        return
    version.questions.all().delete()
    survey.__dict__.pop("newest", None)
    keys: set[str] = set()
    for order, draft in enumerate(drafts):
        question = Question.objects.create(
            version=version,
            key=_key(draft.key or draft.text, keys),
            kind=draft.kind,
            text=text.clean(draft.text),
            text_en=text.clean(draft.text_en),
            is_required=draft.is_required,
            is_public=draft.is_public,
            order=order,
        )
        chosen: set[str] = set()
        Option.objects.bulk_create(
            Option(
                question=question,
                key=_key(option.text, chosen),
                text=text.clean(option.text),
                text_en=text.clean(option.text_en),
                order=place,
            )
            for place, option in enumerate(draft.options if draft.kind in CHOICES else ())
        )


def _said(question: Question) -> tuple[Any, ...]:
    options = tuple((option.text, option.text_en) for option in question.options_list)
    return question.kind, question.text, question.text_en, question.is_required, question.is_public, options


def _drafted(draft: QuestionDraft) -> tuple[Any, ...]:
    options = tuple((text.clean(option.text), text.clean(option.text_en)) for option in draft.options)
    return (
        draft.kind,
        text.clean(draft.text),
        text.clean(draft.text_en),
        draft.is_required,
        draft.is_public,
        options if draft.kind in CHOICES else (),
    )


def _key(words: str, taken: set[str]) -> str:
    base = text.slug(words, 50) or "cau"
    key = next(key for key in (base, *(f"{base}-{number}" for number in range(2, 99))) if key not in taken)
    taken.add(key)
    return key
