from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.auth import LoginForm as BaseLoginForm

from accounts.forms import UserEditForm as BaseUserEditForm
from core.forms.fields import TYPED_AS_IT_STANDS
from organisations import selectors, signing_in
from organisations.models import Appointment

LAST_OF_ALL = _(
    "This is the only person left who can confirm appointments. "
    "Confirm another one first, or do it on the server (see the operator's guide)."
)


class LoginForm(BaseLoginForm):
    """Says why somebody with a right password still cannot come in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["username"].widget.attrs |= {
            **TYPED_AS_IT_STANDS,
            "autocapitalize": "none",
            "autocomplete": "username",
        }
        self.fields["password"].widget.attrs |= {
            **TYPED_AS_IT_STANDS,
            "autocapitalize": "none",
            "autocomplete": "current-password",
        }

    def clean_username(self) -> str:
        return signing_in.account_name(self.cleaned_data["username"])

    def get_invalid_login_error(self) -> ValidationError:
        if again_at := signing_in.again_at(self.request):
            return ValidationError(
                _(
                    "Too many wrong passwords. Please try again after %(time)s; a device on which you signed in lately still works."
                ),
                code="too_many_tries",
                params={"time": time_format(timezone.localtime(again_at))},
            )
        error: ValidationError = super().get_invalid_login_error()
        return error

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if not user.must_set_password and not user.has_perm("wagtailadmin.access_admin"):
            raise ValidationError(
                _(
                    "Your account has no appointment in force, so it opens nothing here. Please ask the standing committee."
                ),
                code="no_appointment",
            )


class AppointmentForm(WagtailAdminModelForm):
    """Nobody appoints herself, nor changes her own appointment; and somebody is always left who confirms."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = Appointment.objects.filter(pk=self.instance.pk).first()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        people = {data.get("user"), self.before and self.before.user}
        if self.for_user in people:
            self.add_error("user", _("Nobody appoints herself or changes her own appointment: somebody else has to."))
        # What changes waits to be confirmed anew, so it is out of force at once.
        if self.before and self.has_changed() and selectors.leaves_nobody(self.before):
            raise ValidationError(LAST_OF_ALL)
        return data


class UserEditForm(BaseUserEditForm):
    """A password that another sets takes the appointments out of force; not those of the last one who confirms."""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        loses = bool(data.get("password1")) and not self.editing_self
        loses = loses or not data.get("is_active", True)
        if loses and any(selectors.leaves_nobody(item) for item in selectors.appointments_of(self.instance)):
            raise ValidationError(LAST_OF_ALL)
        return data
