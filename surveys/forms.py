"""What people fill in: a field for each question of a version. Whatever is wrong, nothing they chose is lost."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.fields import CleanCharField
from organisations.models import Village
from surveys.enums import Age, Channel, Kind
from surveys.models import Question, SurveyVersion
from surveys.services import Filled
from surveys.services.answering import LONGEST

LONGEST_CODE = 40  # characters, with the blanks that somebody types
LONGEST_NUMBER = 10  # digits of a primary key
REQUIRED = {"required": _("Please choose an answer."), "invalid_choice": _("Please choose one of the answers.")}
LEFT_BLANK = _("left blank")
WORDS_MISSING = {"required": _("Please write an answer.")}


class AnswerForm(forms.Form):
    """The questions of `version`. Names in it are `q-` and the question's key."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    code = CleanCharField(widget=forms.HiddenInput, required=False, max_length=LONGEST_CODE)
    use_required_attribute = False

    def __init__(self, *args: Any, version: SurveyVersion, on_paper: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        for question in version.questions_list:
            self.fields[f"q-{question.key}"] = field = _field(question)
            if on_paper:  # people leave out what they like
                _may_be_blank(field)

    @classmethod
    def new_initial(cls, code: str = "") -> dict[str, Any]:
        return {"key": uuid.uuid4(), "code": code}

    def use_new_key(self) -> None:
        """Shows the form again, to be sent as one more."""
        given: Any = self.data
        self.data = data = given.copy()
        data["key"] = str(uuid.uuid4())

    def filled(self, channel: Channel | None = None) -> Filled:
        """What was answered; as a slip's where a code came with it."""
        data = self.cleaned_data
        kinds = {question.key: question.kind for question in self.version.questions_list}
        village = next((data[f"q-{key}"] for key, kind in kinds.items() if kind == Kind.VILLAGE), None)
        age = next((data[f"q-{key}"] for key, kind in kinds.items() if kind == Kind.AGE), "")
        return Filled(
            key=data["key"],
            values={key: data[f"q-{key}"] for key in kinds if data[f"q-{key}"] not in ("", None, [])},
            channel=channel or (Channel.SLIP if data["code"] else Channel.OPEN),
            village=village,
            age=age,
            code=data["code"],
        )

    @property
    def questions(self) -> list[dict[str, Any]]:
        """Each question with its bound field, for the template."""
        return [{"question": question, "field": self[f"q-{question.key}"]} for question in self.version.questions_list]


def _field(question: Question) -> forms.Field:
    common: dict[str, Any] = {"label": question.label, "required": question.is_required}
    if question.kind in LONGEST:
        widget = forms.TextInput if question.kind == Kind.SHORT else forms.Textarea(attrs={"rows": 4})
        return CleanCharField(
            widget=widget, max_length=LONGEST[Kind(question.kind)], error_messages=WORDS_MISSING, **common
        )
    if question.kind == Kind.VILLAGE:
        return VillageField(
            queryset=Village.objects.current(),
            widget=forms.RadioSelect,
            empty_label=None,
            error_messages=REQUIRED,
            **common,
        )
    if question.kind == Kind.SEVERAL:
        return forms.MultipleChoiceField(
            choices=question.choices(), widget=forms.CheckboxSelectMultiple, error_messages=REQUIRED, **common
        )
    choices = Age.choices if question.kind == Kind.AGE else question.choices()
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=REQUIRED, **common)


def _may_be_blank(field: forms.Field) -> None:
    field.required = False
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = LEFT_BLANK
    elif type(field) is forms.ChoiceField:
        choices: Any = field.choices
        field.choices = [("", LEFT_BLANK), *choices]


class VillageField(forms.ModelChoiceField):
    """By name in the active language; a village that was merged meanwhile counts as the one it became."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.label)

    def to_python(self, value: Any) -> Village | None:
        if value in self.empty_values:
            return None
        typed = str(value)
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < LONGEST_NUMBER else 0
        found = Village.objects.filter(pk=number).first()
        found = found and found.became()
        if found is None or not Village.objects.current().filter(pk=found.pk).exists():
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found
