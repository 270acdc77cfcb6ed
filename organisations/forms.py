from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as BaseLoginForm


class LoginForm(BaseLoginForm):
    """Says why somebody with a right password still cannot come in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if not user.has_perm("wagtailadmin.access_admin"):
            raise ValidationError(
                _(
                    "Your account has no appointment in force, so it opens nothing here. Please ask the standing committee."
                ),
                code="no_appointment",
            )
