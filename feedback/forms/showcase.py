"""Forms that lead to the showcase: a village wants to copy a model, somebody proposes a good deed."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from core.forms.fields import CleanCharField, PhoneField
from feedback.enums import Kind
from feedback.forms.citizen import CitizenForm
from feedback.services import Proposed, Submission
from models_showcase.models import ModelPage
from organisations.models import Village


class CopyForm(CitizenForm):
    """A village that wants to copy a model: which one, whom to ring, what it wants to know."""

    title = _("We want to copy this")
    introduction = _("Whoever leads the model rings you, shows you how it is done, and notes what came of it.")
    who = _("Whom to ring")
    photos = None  # type: ignore[assignment]
    wishes = ()

    field_order = ("village", "text")
    beginning = (Fieldset(_("Which village, and what to ask"), "village", "text"),)

    def __init__(self, *args: Any, model: ModelPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.model = model
        village, text = self.fields["village"], self.fields["text"]
        village.required = True
        village.label = _("Which village wants to do the same?")
        village.error_messages["required"] = _("Please choose the village.")
        village.empty_label = _("Choose …")  # type: ignore[attr-defined]
        text.required = False
        text.label = _("What would you like to know first?")
        text.widget.attrs["rows"] = 3
        phone = self.fields["phone"]
        phone.required = True
        phone.error_messages["required"] = _("Please leave a phone number: they will ring you.")

    @property
    def about_page(self) -> ModelPage:
        return self.model

    def clean_village(self) -> Village:
        village: Village = self.cleaned_data["village"]
        if village.pk == self.model.village_id:
            raise ValidationError(_("The model began in this village."))
        return village

    def submission(self) -> Submission:
        data = self.cleaned_data
        return Submission(
            key=data["key"],
            kind=Kind.COPY,
            text=data["text"] or gettext("We want to copy the model “%(title)s”.") % {"title": self.model.title},
            village=data["village"],
            about=self.model,
            sender=self.sender(),
            language=get_language() or settings.LANGUAGE_CODE,
        )


class NominationForm(CitizenForm):
    """A good deed that somebody proposes: who, what, where; the rest as on the one form."""

    title = _("Propose a good deed")
    introduction = _(
        "You know somebody who did something good? Tell us. "
        "The village's Front board asks, and it is published only if whoever did it agrees."
    )

    honoured = CleanCharField(
        label=_("Who did it?"),
        max_length=160,
        help_text=_("A person or a group. It is published only if they agree."),
        error_messages={"required": _("Please write who did it.")},
    )
    is_group = forms.BooleanField(label=_("It is a group"), required=False)
    is_child = forms.BooleanField(label=_("It is a child (under 16)"), required=False)
    guardian_name = CleanCharField(label=_("Parent or guardian"), required=False, max_length=100)
    guardian_phone = PhoneField(
        label=_("Phone of the parent or guardian"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    happened_on = forms.DateField(
        label=_("When? (if you know)"),
        required=False,
        help_text=_("For example: 19/05/2026."),
        input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"],
        widget=forms.DateInput(attrs={"autocomplete": "off"}, format="%d/%m/%Y"),
        error_messages={"invalid": _("Please write the day like 19/05/2026.")},
    )

    field_order = ("honoured", "is_group", "text", "village", "happened_on", "is_child")
    beginning = (
        Fieldset(_("The good deed"), "honoured", "is_group", "text", "village", "happened_on"),
        Fieldset(_("If it is a child"), "is_child", "guardian_name", "guardian_phone"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("What did they do?")
        self.fields["text"].error_messages["required"] = _("Please tell what they did.")
        self.fields["village"].required = True
        self.fields["village"].error_messages["required"] = _("Please choose the village, so that its board can ask.")
        self.fields["village"].empty_label = _("Choose …")  # type: ignore[attr-defined]

    def clean_happened_on(self) -> Any:
        day = self.cleaned_data["happened_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("It cannot have happened in the future."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("is_child") and not (cleaned.get("guardian_name") and cleaned.get("guardian_phone")):
            self.add_error(
                "guardian_name",
                _("For a child we ask the parents first: please give the name and phone of a parent or guardian."),
            )
        return cleaned

    def submission(self) -> Submission:
        data = self.cleaned_data
        names = ("honoured", "is_group", "is_child", "guardian_name", "guardian_phone", "happened_on")
        return Submission(
            key=data["key"],
            kind=Kind.NOMINATION,
            text=data["text"],
            village=data["village"],
            wants_answer=data["wants_answer"],
            sender=self.sender(),
            language=get_language() or settings.LANGUAGE_CODE,
            proposed=Proposed(**{name: data[name] for name in names}),
        )
