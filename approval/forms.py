import os
from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from approval.services import Shown


class ShownForm(forms.Form):
    """The version that was read, carried by the screen that showed it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    saved_at = forms.DateTimeField(widget=forms.HiddenInput, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z"])

    attachments = forms.CharField(widget=forms.HiddenInput, required=False)

    def shown(self) -> Shown:
        return Shown(self.cleaned_data["revision"], self.cleaned_data["saved_at"], self.cleaned_data["attachments"])

    @staticmethod
    def initial_of(revision: Any) -> dict[str, Any]:
        shown = Shown.of(revision)
        return {
            "revision": shown.revision_id,
            "saved_at": shown.saved_at.strftime("%Y-%m-%dT%H:%M:%S.%f%z"),
            "attachments": shown.files,
        }


class ReasonForm(ShownForm):
    """The version that was read, and why it goes back (or goes out without a second reader)."""

    reason = forms.CharField(
        label=_("What should be changed?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,  # the service asks for it, with its own sentence
    )


class SuccessorForm(forms.ModelForm):
    """A new picture or document in the collection of the `old` one, which stays as it is. Without a new file, only its words differ."""

    KEPT: tuple[str, ...] = ()  # what it takes over from the old one, unless it is changed

    def __init__(self, *args: Any, old: Any, user: Any, **kwargs: Any) -> None:
        self.old = old
        kept = {name: getattr(old, name) for name in self.KEPT}
        new = type(old)(file=old.file.name, collection=old.collection, uploaded_by_user=user, **kept)
        super().__init__(*args, user=user, instance=new, **kwargs)  # type: ignore[misc, call-arg]
        self.original_file = None  # which Wagtail's form would delete when a new one comes
        self.fields = {name: self.fields[name] for name in ("file", *self.KEPT)}
        self.fields["file"].required = False
        self.fields["file"].widget.attrs = {}  # does not write the name of the file over the title
        self.fields["file"].label = _("New file")
        self.fields["file"].help_text = _("Leave it empty if only the words below change.")

    def clean(self) -> Any:
        data = super().clean()
        if not self.changed_data and not self.errors:
            raise forms.ValidationError(_("Nothing is different yet: choose a file, or change the words."))
        return data

    def save(self, commit: bool = True) -> Any:
        if "file" not in self.changed_data:
            with self.old.file.open("rb") as file:
                self.instance.file.save(os.path.basename(self.old.file.name), File(file), save=False)
            self.set_metadata()
        return super().save(commit)

    def set_metadata(self) -> None:
        raise NotImplementedError


class ReplaceDocumentForm(SuccessorForm, get_document_form(get_document_model())):  # type: ignore[misc]
    KEPT = ("title",)

    def set_metadata(self) -> None:
        self.instance._set_document_file_metadata()


class ReplaceImageForm(SuccessorForm, get_image_form(get_image_model())):  # type: ignore[misc]
    KEPT = ("title", "description", "credit")

    def set_metadata(self) -> None:
        self.instance._set_image_file_metadata()
