"""The screen on which a survey is written: what it is, and its questions one under the other."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.forms.admin import CHOOSE, day
from organisations.models import Unit, Village
from surveys import permissions
from surveys.enums import CHOICES, Dimension, Half, Kind, Purpose
from surveys.models import Survey
from surveys.ready import ReadySurvey
from surveys.services import OptionDraft, QuestionDraft, SurveyDraft
from surveys.services.standing import half_of
from surveys.services.writing import MOST_QUESTIONS

WRITTEN = ("text", "text_en", "options")
LASTS = timedelta(days=14)
NEW_QUESTION = {"kind": Kind.FACES.value, "is_required": "on", "is_public": "on"}
MOST_SLIPS = 300  # thirty sheets: some seconds of work


class SurveyForm(forms.Form):
    """What the survey is; its first day and its last, both whole."""

    title = forms.CharField(label=_("Title"), max_length=150)
    introduction = forms.CharField(
        label=_("Introduction"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    unit = forms.ModelChoiceField(label=_("Asked by"), queryset=Unit.objects.none(), empty_label=CHOOSE)
    about = forms.ModelChoiceField(
        label=_("About the service of"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("no unit in particular"),
        help_text=_("What people say here counts for the satisfaction index of this unit."),
    )
    year = forms.IntegerField(label=_("Year"), min_value=2020, max_value=2100)
    half = forms.TypedChoiceField(label=_("Half-year"), choices=Half.choices, coerce=int)
    opens_on = day(label=_("First day"))
    closes_on = day(label=_("Last day"))
    title_en = forms.CharField(label=_("Title in English"), max_length=150, required=False)
    introduction_en = forms.CharField(
        label=_("Introduction in English"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, by: Any, survey: Survey | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for name, field in self.fields.items():
            field.disabled = survey is not None and survey.put_out_at is not None and name != "closes_on"
        units = permissions.writing_units(by)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["about"].queryset = Unit.objects.writing()  # type: ignore[attr-defined]
        if len(units) == 1:
            self.initial.setdefault("unit", units[0])
            self.initial.setdefault("about", units[0])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("opens_on") and data.get("closes_on") and data["closes_on"] < data["opens_on"]:
            self.add_error("closes_on", _("The last day comes after the first."))
        return data


class SlipsForm(forms.Form):
    """New slips with codes."""

    village = forms.ModelChoiceField(
        label=_("Village"),
        queryset=Village.objects.current(),
        required=False,
        empty_label=_("no village in particular"),
    )
    number = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=MOST_SLIPS,
        help_text=_("One for each household. At most 300 at once: print a large village in several goes."),
    )


class PublishForm(forms.Form):
    """How the results are published."""

    chia = forms.ChoiceField(
        label=_("Split the answers"),
        required=False,
        help_text=_(
            "By one fact only: two could be put together until somebody is recognised. This cannot be changed later."
        ),
    )

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dimensions = [Dimension.VILLAGE, Dimension.AGE, Dimension.CHANNEL]
        if survey.purpose != Purpose.SURVEY:
            dimensions = [Dimension.UNIT]
        split: Any = self.fields["chia"]
        split.choices = [*((each.value, each.label) for each in dimensions), ("", _("not at all"))]


class QuestionForm(forms.Form):
    """One question. Answers to choose stand one to a line; English after a bar."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    text = forms.CharField(label=pgettext_lazy("survey", "Question"), max_length=250, required=False)
    kind = forms.ChoiceField(label=_("Kind of answer"), choices=Kind.choices, initial=Kind.FACES)
    options = forms.CharField(
        label=_("Answers to choose"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line; only for “one of several” and “several”. English after a bar: Đường thôn | Roads"),
    )
    text_en = forms.CharField(label=_("Question in English"), max_length=250, required=False)
    is_required = forms.BooleanField(label=_("has to be answered"), required=False, initial=True)
    is_public = forms.BooleanField(label=_("its result is published"), required=False, initial=True)
    unlock = forms.BooleanField(
        label=_("ask it in other words than last time"),
        required=False,
        help_text=_("It was asked in these words before. In other words it cannot be compared any more."),
    )

    def draft(self) -> QuestionDraft:
        data = self.cleaned_data
        lines = [line.partition("|") for line in data["options"].splitlines() if line.strip()]
        return QuestionDraft(
            kind=Kind(data["kind"]),
            text=data["text"],
            text_en=data["text_en"],
            key=data["key"],
            options=tuple(OptionDraft(text.strip(), english.strip()) for text, _bar, english in lines),
            is_required=data["is_required"],
            is_public=data["is_public"],
        )


QuestionFormSet = forms.formset_factory(
    QuestionForm,
    extra=0,
    can_delete=True,
    can_order=True,
    max_num=MOST_QUESTIONS,
    absolute_max=MOST_QUESTIONS + 5,
)


def lock(formset: Any, before: Survey | None) -> bool:
    """Keeps the questions that `before` asked as they were, unless the officer wants other words. Whether they are; says where not."""
    asked = {question.key: question.wording() for question in before.newest.questions_list} if before else {}
    are_kept = True
    for form in formset.forms:
        wording = asked.get(form["key"].value())
        if wording is None:
            del form.fields["unlock"]
        elif (
            formset.is_bound
            and form.is_valid()
            and not form.cleaned_data["unlock"]
            and form.draft().wording() != wording
        ):
            form.add_error("unlock", _("These are other words than last time. Tick this if you mean it."))
            are_kept = False
    return are_kept


def drafts_of(formset: Any) -> list[QuestionDraft]:
    """The questions, in the order of their numbers; an empty one is left out."""
    kept = [
        form
        for form in formset.forms
        if any(form.cleaned_data.get(name) for name in WRITTEN) and not form.cleaned_data.get("DELETE")
    ]
    kept.sort(key=lambda form: (form.cleaned_data.get("ORDER") is None, form.cleaned_data.get("ORDER") or 0))
    return [form.draft() for form in kept]


def survey_draft(form: SurveyForm, questions: list[QuestionDraft]) -> SurveyDraft:
    data = form.cleaned_data
    return SurveyDraft(
        unit=data["unit"],
        about=data["about"],
        title=data["title"],
        title_en=data["title_en"],
        introduction=data["introduction"],
        introduction_en=data["introduction_en"],
        year=data["year"],
        half=data["half"],
        opens_at=_midnight(data["opens_on"]),
        closes_at=_midnight(data["closes_on"] + timedelta(days=1)),
        questions=questions,
    )


def initial_of(survey: Survey) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the screen shows of a survey that there is."""
    names = ("title", "title_en", "introduction", "introduction_en", "unit", "about", "year", "half")
    values = {name: getattr(survey, name) for name in names}
    values |= {"opens_on": timezone.localdate(survey.opens_at), "closes_on": survey.last_day}
    questions = [
        {
            "key": question.key,
            "text": question.text,
            "text_en": question.text_en,
            "kind": question.kind,
            "options": "\n".join(
                " | ".join(filter(None, [option.text, option.text_en])) for option in question.options_list
            ),
            "is_required": question.is_required,
            "is_public": question.is_public,
            "ORDER": number,
        }
        for number, question in enumerate(survey.newest.questions_list, 1)
    ]
    return values, questions


def initial_of_ready(ready: ReadySurvey | None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What it shows of a ready-made one, or of nothing: two weeks from today, this half-year."""
    today = timezone.localdate()
    year, half = half_of(today)
    values: dict[str, Any] = {
        "year": year,
        "half": half,
        "opens_on": today,
        "closes_on": today + LASTS,
    }
    if ready is None:
        return values, [{"ORDER": 1}]
    names = ("title", "title_en", "introduction", "introduction_en")
    values |= {name: getattr(ready, name) for name in names}
    questions = [
        {
            "key": question.key,
            "text": question.text,
            "text_en": question.text_en,
            "kind": question.kind,
            "options": "\n".join(" | ".join(pair) for pair in question.options) if question.kind in CHOICES else "",
            "is_required": question.is_required,
            "ORDER": number,
        }
        for number, question in enumerate(ready.questions, 1)
    ]
    return values, questions


def _midnight(day: Any) -> datetime:
    return make_aware(datetime.combine(day, time()))
