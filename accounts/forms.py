"""Wagtail's user forms without what is never set by hand here: groups follow appointments, superusers come from a shell."""

from typing import Any

from wagtail.users.forms import UserCreationForm as BaseUserCreationForm
from wagtail.users.forms import UserEditForm as BaseUserEditForm

from accounts.models import User

FIELDS = ["username", "last_name", "first_name", "email"]


class UserCreationForm(BaseUserCreationForm):
    is_superuser = None
    field_order = [*FIELDS, "password1", "password2"]

    class Meta:
        model = User
        fields = FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = False  # many officers have none


class UserEditForm(BaseUserEditForm):
    field_order = [*FIELDS, "is_active", "password1", "password2"]

    class Meta:
        model = User
        fields = [*FIELDS, "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)
        self.fields["email"].required = False
