from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from approval.services import Shown


class ShownForm(forms.Form):
    """The version that was read, carried by the screen that showed it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    saved_at = forms.DateTimeField(widget=forms.HiddenInput, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z"])

    def shown(self) -> Shown:
        return Shown(self.cleaned_data["revision"], self.cleaned_data["saved_at"])

    @staticmethod
    def initial_of(revision: Any) -> dict[str, Any]:
        return {"revision": revision.pk, "saved_at": revision.created_at.strftime("%Y-%m-%dT%H:%M:%S.%f%z")}


class ReasonForm(ShownForm):
    """The version that was read, and why it goes back (or goes out without a second reader)."""

    reason = forms.CharField(
        label=_("What should be changed?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,  # the service asks for it, with its own sentence
    )
