"""What citizens fill in. Whatever is wrong, nothing they wrote is lost."""

import uuid
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Fieldset, Layout
from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core import text
from core.visibility import visible_to_public
from feedback import senders
from feedback.enums import Judgement, Kind
from feedback.models.cases import LONGEST_PLACE, LONGEST_TEXT
from feedback.models.files import MOST_FILES
from feedback.services import Proposed, Sender, Submission
from models_showcase.models import ModelPage
from organisations.models import Topic, Village

# Not a kind of case: there is a law of its own for it, and an office of its own.
GRIEVANCE = "grievance"
FASTEST = 3  # seconds; nobody reads and fills the form in less
OPEN_FOR = 60 * 60 * 24  # seconds
SALT = "feedback.opened"
LONGEST_NUMBER = 10  # digits of a page's number


class CleanCharField(forms.CharField):
    """Text without what no reader sees (NUL, marks of direction), canonical."""

    def to_python(self, value: Any) -> str:
        return text.clean(str(value or ""))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without `maxlength`: a browser would cut what is pasted without a word; the form says what is too long."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class PhoneField(CleanCharField):
    """A phone number that somebody could be rung under."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=30, **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not senders.is_phone(value):
            raise ValidationError(_("This phone number is not complete. Example: 0912 345 678"))


class LabelChoiceField(forms.ModelChoiceField):
    """Shows names in the active language."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.label)


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Any number of files; `feedback.services.keep_pending` says which are taken."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, (list, tuple)) else [data] if data else []
        return [file for file in files if file]


def files_field() -> SeveralFilesField:
    return SeveralFilesField(
        label=_("Photos or PDFs"),
        required=False,
        help_text=format_lazy(
            _("Up to {number}, 10 MB each. The place and the device noted in a photo are removed."), number=MOST_FILES
        ),
        widget=SeveralFilesInput(
            attrs={"accept": "image/*,.heic,.heif,application/pdf", "data-choose": _("Choose photos or files")}
        ),
    )


def opened_now() -> str:
    """The present moment, signed."""
    return signing.dumps(int(timezone.now().timestamp()), salt=SALT)


class CitizenForm(forms.Form):
    """What every form of a citizen has: the words, photos, who (if she likes), and what tells machines from people."""

    text = CleanCharField(
        label=_("What do you want to say?"),
        widget=forms.Textarea(attrs={"rows": 6, "autocapitalize": "sentences"}),
        max_length=LONGEST_TEXT,
        error_messages={
            "required": _("Please write what you want to say."),
            "max_length": _(
                "The text is too long: %(show_value)s letters, at most %(limit_value)s. Please shorten it."
            ),
        },
    )
    village = LabelChoiceField(
        label=_("Village"), queryset=Village.objects.none(), required=False, empty_label=_("Not about a village")
    )
    photos = files_field()
    name = CleanCharField(
        label=_("Your name"), required=False, max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = PhoneField(
        label=_("Phone"), required=False, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("This e-mail address is not complete. Example: ten@example.vn")},
    )
    wants_answer = forms.BooleanField(label=_("I want an answer"), required=False, initial=True)
    key = forms.UUIDField(widget=forms.HiddenInput)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)
    # A field that people do not see and machines fill in.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}))

    # What the form begins with, what it lets one wish, what it carries unseen.
    beginning: tuple[Any, ...] = ()
    wishes: tuple[str, ...] = ("wants_answer",)
    carried: tuple[str, ...] = ("key", "opened")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["village"].queryset = Village.objects.current()  # type: ignore[attr-defined]
        self.label_suffix = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True  # nobody is signed in here: there is nothing to forge
        self.helper.form_show_errors = True
        self.helper.layout = Layout(
            *self.beginning,
            Fieldset(_("Photos"), HTML('{% include "feedback/pending_files.html" %}'), "photos"),
            Fieldset(
                _("Who you are (only if you like)"),
                HTML('{% include "feedback/privacy.html" %}'),
                "name",
                "phone",
                "email",
            ),
            Fieldset(_("What you wish"), *self.wishes),
            *(Field(name) for name in self.carried),
            Div("website", css_class="honey", aria_hidden="true"),
        )

    @classmethod
    def new_initial(cls) -> dict[str, Any]:
        return {"key": uuid.uuid4(), "opened": opened_now()}

    def restate(self, **values: Any) -> None:
        """Shows the form again with other values in some fields; all words stay."""
        given: Any = self.data
        data = given.copy()
        for name, value in values.items():
            data[name] = str(value)
        self.data = data

    def ensure_key(self) -> uuid.UUID:
        """The key of a form that was sent, also where other fields have errors; a new one where it came without."""
        try:
            return uuid.UUID(str(self.data.get("key", "")))
        except ValueError:
            self.restate(key=(key := uuid.uuid4()))
            return key

    @property
    def is_grievance(self) -> bool:
        """Whether it is none of ours: there is a law and an office of its own for it."""
        return False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("website"):
            raise ValidationError(_("Please leave the last, hidden field empty and send again."), code="machine")
        try:
            age = timezone.now().timestamp() - signing.loads(cleaned.get("opened", ""), salt=SALT)
        except signing.BadSignature:
            age = OPEN_FOR + 1
        if age > OPEN_FOR:
            raise ValidationError(
                _("This page was open for a long time. Everything you wrote is still here: please press “Send” again."),
                code="old",
            )
        if age < FASTEST:
            raise ValidationError(_("That was very fast. Please look it over and press “Send” again."), code="fast")
        return cleaned

    def submission(self) -> Submission:
        raise NotImplementedError

    def sender(self) -> Sender:
        return Sender(**{name: self.cleaned_data[name] for name in ("name", "phone", "email")})


class FeedbackForm(CitizenForm):
    """The one form: what, where, photos, who (if she likes)."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Kind.REPORT, _("A report: something is wrong")),
            (Kind.PETITION, _("A petition: something should be done")),
            (Kind.SUGGESTION, _("A suggestion: something could be better")),
            (Kind.QUESTION, _("A question")),
            (Kind.PRAISE, _("Praise")),
            (GRIEVANCE, _("A complaint or denunciation under the law")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what it is.")},
    )
    place = CleanCharField(
        label=_("Where? (if it is about a place)"),
        required=False,
        max_length=LONGEST_PLACE,
        help_text=_("For example: the lane beside the house of culture."),
    )
    topic = LabelChoiceField(
        label=_("Subject"), queryset=Topic.objects.none(), required=False, empty_label=_("I do not know")
    )
    may_publish = forms.BooleanField(
        label=_("Question and answer may be published if useful to others, without my name and photos"), required=False
    )
    about = forms.ModelChoiceField(queryset=Page.objects.none(), required=False, widget=forms.HiddenInput)

    field_order = ("kind", "text", "place", "village", "topic")
    beginning = (Fieldset(_("What it is about"), "kind", "text", "place", "village", "topic"),)
    wishes = ("wants_answer", "may_publish")
    carried = ("about", "key", "opened")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["topic"].queryset = Topic.objects.all()
        fields["about"].queryset = visible_to_public(Page.objects.all())
        if self.about_page and self.about_page.specific_class is ModelPage:
            fields["kind"].choices = [(Kind.COPY, _("We want to copy this model")), *fields["kind"].choices]

    @cached_property
    def about_page(self) -> Page | None:
        """The page it is about, as the form carries it."""
        about: Any = self.fields["about"]
        number = str(self["about"].value() or "")
        return about.queryset.filter(pk=number).first() if number.isdigit() and len(number) < LONGEST_NUMBER else None

    @property
    def is_grievance(self) -> bool:
        return bool(self.cleaned_data.get("kind") == GRIEVANCE)

    def submission(self) -> Submission:
        data = self.cleaned_data
        return Submission(
            key=data["key"],
            kind=Kind(data["kind"]),
            text=data["text"],
            place=data["place"],
            topic=data["topic"],
            village=data["village"],
            about=data["about"],
            wants_answer=data["wants_answer"],
            may_publish=data["may_publish"],
            sender=self.sender(),
            language=get_language() or settings.LANGUAGE_CODE,
        )


class NominationForm(CitizenForm):
    """A good deed that somebody proposes: who, what, where; the rest as on the one form."""

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
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
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


class LookupForm(forms.Form):
    """Code and secret, as they stand on the receipt."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Eight letters and digits, like K7MA-2XHP. Small letters and spaces do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    secret = forms.CharField(
        label=_("Secret"),
        max_length=40,
        help_text=_("Six digits."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class MessageForm(forms.Form):
    """What the sender adds to her case."""

    words = CleanCharField(
        label=_("Your message"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    photos = files_field()
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class JudgementForm(forms.Form):
    """Whether the answer helped."""

    judgement = forms.ChoiceField(
        label=_("Did the answer help you?"),
        choices=[choice for choice in Judgement.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    judgement_words = CleanCharField(
        label=_("Anything you want to add"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
