"""What citizens fill in. Whatever is wrong, nothing they wrote is lost."""

import uuid
from typing import Any

from crispy_forms.layout import HTML, Div, Field, Fieldset, Layout
from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core import numbers
from core.forms.fields import CleanCharField, EmailField, PhoneField
from core.visibility import visible_to_public
from feedback.enums import Kind
from feedback.forms.fields import KeyedForm, LabelChoiceField, files_field
from feedback.models.cases import LONGEST_PLACE, LONGEST_TEXT
from feedback.services import Sender, Submission
from organisations.models import Topic, Village

# Not a kind of case: there is a law of its own for it, and an office of its own.
GRIEVANCE = "grievance"
FASTEST = 3  # seconds; nobody reads and fills the form in less
OPEN_FOR = 60 * 60 * 24  # seconds
SALT = "feedback.opened"


def opened_now(seconds_ago: int = 0) -> str:
    """The present moment, or one a little before it, signed."""
    return signing.dumps(int(timezone.now().timestamp()) - seconds_ago, salt=SALT)


class CitizenForm(KeyedForm):
    """What every form of a citizen has: the words, photos, who (if she likes), and what tells machines from people."""

    text = CleanCharField(
        label=_("What do you want to say?"),
        widget=forms.Textarea(attrs={"rows": 6, "autocapitalize": "sentences"}),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Please write what you want to say.")},
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
    email = EmailField(
        label=_("E-mail"),
        required=False,
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("This e-mail address is not complete. Example: ten@example.vn")},
    )
    wants_answer = forms.BooleanField(label=_("I want an answer"), required=False, initial=True)
    opened = forms.CharField(widget=forms.HiddenInput, required=False)
    # A field that people do not see and machines fill in; now and then it is her own phone.
    website = forms.CharField(
        label=_("Please leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    # How its page is headed; what the form begins with, what it lets one wish, what it carries unseen.
    title: Any = ""
    introduction: Any = ""
    who: Any = _("Who you are (only if you like)")
    beginning: tuple[Any, ...] = ()
    wishes: tuple[str, ...] = ("wants_answer",)
    carried: tuple[str, ...] = ("key", "opened")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["village"].queryset = Village.objects.current()  # type: ignore[attr-defined]
        photos = Fieldset(_("Photos"), HTML('{% include "feedback/pending_files.html" %}'), "photos")
        self.helper.layout = Layout(
            *self.beginning,
            *([photos] if self.takes_photos else []),
            Fieldset(
                self.who,
                HTML('{% include "feedback/privacy.html" %}'),
                "name",
                "phone",
                "email",
            ),
            *([Fieldset(_("What you wish"), *self.wishes)] if self.wishes else []),
            *(Field(name) for name in self.carried),
            Div("website", css_class="honey", aria_hidden="true"),
        )

    @classmethod
    def new_initial(cls) -> dict[str, Any]:
        return {"key": uuid.uuid4(), "opened": opened_now()}

    @classmethod
    def initial_again(cls, key: uuid.UUID) -> dict[str, Any]:
        """Of a form that was sent already: whoever went back to it has read it."""
        return {"key": key, "opened": opened_now(FASTEST)}

    def open_again(self) -> None:
        """Shows the form again as it was sent. Its time counts from when it was first opened, where that can still be read."""
        if self.has_error(NON_FIELD_ERRORS, "old"):
            self.restate(opened=opened_now())

    @property
    def takes_photos(self) -> bool:
        return "photos" in self.fields

    @property
    def is_filled_by_machine(self) -> bool:
        """Whether what people do not see holds something."""
        return bool(self.cleaned_data.get("website"))

    @property
    def about_page(self) -> Page | None:
        """The page it is about."""
        return None

    @property
    def is_grievance(self) -> bool:
        """Whether it is none of ours: there is a law and an office of its own for it."""
        return False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        try:
            age = timezone.now().timestamp() - signing.loads(cleaned.get("opened", ""), salt=SALT)
        except signing.BadSignature:
            age = OPEN_FOR + 1
        if age > OPEN_FOR:
            raise ValidationError(
                _("This page was open for a long time. Everything you wrote is still here: please press “Send” again."),
                code="old",
            )
        if 0 <= age < FASTEST:  # a time of ours after now: the clock was set back meanwhile
            raise ValidationError(_("That was very fast. Please look it over and press “Send” again."), code="fast")
        return cleaned

    def submission(self) -> Submission:
        raise NotImplementedError

    def sender(self) -> Sender:
        return Sender(**{name: self.cleaned_data[name] for name in ("name", "phone", "email")})


class FeedbackForm(CitizenForm):
    """The one form: what, where, photos, who (if she likes)."""

    title = _("Say what you think")
    introduction = _(
        "Something is wrong, something could be better, or you want to ask: write it here. "
        "You need no account; name and phone only if you like."
    )

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
        label=_("Field of life"), queryset=Topic.objects.none(), required=False, empty_label=_("I do not know")
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

    @cached_property
    def about_page(self) -> Page | None:
        """The page it is about, as the form carries it."""
        about: Any = self.fields["about"]
        number = str(self["about"].value() or "")
        return about.queryset.filter(pk=number).first() if numbers.is_key(number) else None

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
