"""Wagtail's user forms without what is never set by hand here: groups follow appointments, superusers come from a shell.

And the form on which somebody puts her own password in the place of one that was handed out.
"""

from typing import Any

from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm as BaseUserCreationForm
from wagtail.users.forms import UserEditForm as BaseUserEditForm

from accounts.models import User

AS_HANDED_OUT = _(
    "Leave it empty to keep the present one. A password that you set is good once: its owner then sets her own and sees "
    "that it was you; her appointments wait until the standing committee confirms them anew."
)
FIELDS = ["username", "last_name", "first_name", "email"]


class AnyCaseMixin:
    """A name is taken however its letters are written: whoever signs in need not mind them."""

    def _clean_username(self: Any) -> Any:
        name = super()._clean_username()  # type: ignore[misc]
        same = User.objects.filter(username__iexact=name).exclude(pk=self.instance.pk)
        if name and "username" not in self.errors and same.exists():
            self.add_error("username", self.error_messages["duplicate_username"])
        return name


class UserCreationForm(AnyCaseMixin, BaseUserCreationForm):
    is_superuser = None
    field_order = [*FIELDS, "password1", "password2"]

    class Meta:
        model = User
        fields = FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = False  # many officers have none


class UserEditForm(AnyCaseMixin, BaseUserEditForm):
    field_order = [*FIELDS, "is_active", "password1", "password2"]

    class Meta:
        model = User
        fields = [*FIELDS, "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.editing_self: bool = kwargs.get("editing_self", False)
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)
        self.fields["email"].required = False
        if not self.editing_self:
            self.fields["password1"].help_text = AS_HANDED_OUT


class OwnPasswordForm(SetPasswordForm):
    """Without the old password: she has just signed in with it."""

    def clean_new_password1(self) -> str:
        password: str = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError(_("Please choose another password than the one you were given."))
        return password
