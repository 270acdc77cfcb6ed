"""The small forms of the case screen: each asks only what its step needs."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.fields import CleanCharField, EmailField, PhoneField
from feedback.enums import FREE_KINDS, STAFF_CHANNELS, Channel, Kind, Outcome, Status
from feedback.forms import files_field
from feedback.models import Case
from feedback.models.cases import LONGEST_PLACE, LONGEST_TEXT
from feedback.selectors import OPEN
from feedback.services import Draft, Sender, Submission, keep_under
from organisations.models import Topic, Unit, Village

OUTCOMES = [("", _("Choose …")), *(choice for choice in Outcome.choices if choice[0])]
WITHOUT_ANSWER = (Outcome.NOTED, Outcome.DUPLICATE, Outcome.NOT_OURS, Outcome.NO_CASE)


def paragraph(label: Any, rows: int = 4, **kwargs: Any) -> CleanCharField:
    # Not required by the form: the service asks for it, with its own sentence, and nothing typed is lost.
    return CleanCharField(
        label=label, required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": rows}), **kwargs
    )


class FilterForm(forms.Form):
    """What narrows the list."""

    q = forms.CharField(label=_("Words or code"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All")), (OPEN, _("Not finished")), *Status.choices]
    )
    topic = forms.ModelChoiceField(label=_("Topic"), queryset=Topic.objects.all(), required=False, empty_label=_("All"))
    unit = forms.ModelChoiceField(
        label=_("Unit"), queryset=Unit.objects.writing(), required=False, empty_label=_("All")
    )
    village = forms.ModelChoiceField(
        label=_("Village"), queryset=Village.objects.all(), required=False, empty_label=_("All")
    )
    late = forms.BooleanField(label=_("Late only"), required=False)


class PhoneForm(forms.Form):
    """The number that somebody left."""

    phone = PhoneField(label=_("Phone number that the sender left"))


class StepForm(forms.Form):
    """A step on the version of the case that the officer saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        self.case = case
        super().__init__(*args, **{"initial": {"seen": case.version}, **kwargs})
        self.label_suffix = ""

    def values(self) -> dict[str, Any]:
        """The arguments of the service, apart from `by`."""
        return dict(self.cleaned_data)


class NoteForm(StepForm):
    note = paragraph(_("Note for colleagues"), rows=3)


class AssignForm(StepForm):
    unit = forms.ModelChoiceField(
        label=_("To which unit?"),
        queryset=Unit.objects.writing(),
        empty_label=_("Choose …"),
        help_text=_("From then on only that unit, the standing committee and whoever wrote it down can open it."),
    )
    note = paragraph(_("Note for colleagues"), rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units: Any = self.fields["unit"]
        units.queryset = units.queryset.exclude(pk=self.case.unit_id)


class ForwardForm(StepForm):
    to = CleanCharField(label=_("To which office?"), required=False, max_length=200)
    words = paragraph(_("What the sender reads"), rows=3)
    note = paragraph(_("Note for colleagues"), rows=2)


class AskForm(StepForm):
    question = paragraph(_("Question to the sender"), rows=3)


class ProposeForm(StepForm):
    text = paragraph(_("Answer to the sender"), rows=7)
    outcome = forms.ChoiceField(label=_("How does it end?"), required=False, choices=OUTCOMES)
    publish = forms.BooleanField(label=_("Publish question and answer"), required=False)
    public_question = paragraph(_("The question as everybody reads it, without anything personal"))
    public_answer = paragraph(_("The answer as everybody reads it, without anything personal"))
    looked_over = forms.BooleanField(
        label=_("I have looked over the text for everybody: nothing personal is left in it"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.case.may_publish:
            for name in ("publish", "public_question", "public_answer", "looked_over"):
                del self.fields[name]

    def values(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        seen = data.pop("seen")
        return {"seen": seen, "draft": Draft(**{**data, "outcome": Outcome(data["outcome"])})}


class SendBackForm(StepForm):
    reason = paragraph(_("What should be changed?"), rows=3)


class CloseForm(StepForm):
    outcome = forms.ChoiceField(
        label=_("Why is there no answer?"),
        choices=[("", _("Choose …")), *((item.value, item.label) for item in WITHOUT_ANSWER)],
    )
    reason = paragraph(_("Reason; the sender reads it"), rows=3)


class ReopenForm(StepForm):
    words = paragraph(_("What the sender reads"), rows=2)


class KeepClosedForm(StepForm):
    reason = paragraph(_("Reason; the sender reads it"), rows=3)


class EntryForm(forms.Form):
    """What an officer writes down for somebody."""

    text = paragraph(_("What was said"), rows=5)
    topic = forms.ModelChoiceField(
        label=_("Topic"), queryset=Topic.objects.all(), required=False, empty_label=_("I do not know")
    )
    channel = forms.ChoiceField(
        label=_("How did it come?"), choices=[(item.value, item.label) for item in STAFF_CHANNELS]
    )
    photos = files_field()
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(kind.value, kind.label) for kind in FREE_KINDS], initial=Kind.REPORT
    )
    village = forms.ModelChoiceField(
        label=_("Village"), queryset=Village.objects.current(), required=False, empty_label=_("Not about a village")
    )
    place = CleanCharField(label=_("Where?"), required=False, max_length=LONGEST_PLACE)
    name = CleanCharField(label=_("Name of the sender"), required=False, max_length=100)
    phone = PhoneField(label=_("Phone of the sender"), required=False)
    email = EmailField(label=_("E-mail of the sender"), required=False, max_length=200)
    may_publish = forms.BooleanField(label=_("The sender agrees to publication without a name"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput)
    meant = forms.BooleanField(widget=forms.HiddenInput, required=False)  # though the same was written down just now

    # All a village board is asked; what is folded only if people like to say it.
    SHORT = ("text", "topic", "channel", "photos", "key", "meant")
    FOLDED = ("name", "phone", "may_publish")

    def __init__(self, *args: Any, village: Village | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.village_of_board = village
        self.label_suffix = ""
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = _("Please write what was said.")
        if village:
            for name in [name for name in self.fields if name not in self.SHORT + self.FOLDED]:
                del self.fields[name]
            self.fields["channel"].initial = Channel.NOTEBOOK

    def submission(self) -> Submission:
        data = self.cleaned_data
        return Submission(
            key=data["key"],
            kind=Kind(data.get("kind", Kind.REPORT)),
            text=data["text"],
            topic=data["topic"],
            channel=Channel(data["channel"]),
            village=self.village_of_board or data["village"],
            place=data.get("place", ""),
            may_publish=data.get("may_publish", False),
            sender=Sender(name=data.get("name", ""), phone=data.get("phone", ""), email=data.get("email", "")),
        )

    @property
    def folded_fields(self) -> list[Any]:
        return [self[name] for name in self.FOLDED] if self.village_of_board else []

    @property
    def shown_fields(self) -> list[Any]:
        folded = {field.name for field in self.folded_fields}
        return [field for field in self.visible_fields() if field.name not in folded]

    @property
    def is_meant(self) -> bool:
        return bool(self.cleaned_data.get("meant"))

    def ask_whether_meant(self) -> None:
        """Shows the form again; the next press is meant."""
        data: Any = self.data
        self.data = data.copy()
        self.data["meant"] = "on"  # type: ignore[index]

    def use_new_key(self) -> None:
        """Sends what was typed under another key, with its files."""
        key = uuid.uuid4()
        keep_under(self.cleaned_data["key"], key)
        data: Any = self.data
        self.data = data.copy()
        self.data["key"] = str(key)  # type: ignore[index]
