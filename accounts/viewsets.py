from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as BaseUserViewSet

from accounts import services
from accounts.forms import UserCreationForm, UserEditForm


class HandsOutPasswordMixin:
    """A password that one person sets for another is handed out: its owner puts her own in its place."""

    def save_instance(self: Any) -> Any:
        with transaction.atomic():
            instance = super().save_instance()  # type: ignore[misc]
            if self.form.cleaned_data.get("password1") and instance != self.request.user:
                services.hand_out_password(instance, by=self.request.user)
            elif instance.is_active and "is_active" in self.form.changed_data:
                services.open_again(instance, by=self.request.user)
        return instance


class UserCreateView(HandsOutPasswordMixin, CreateView):
    template_name = "wagtailadmin/generic/create.html"


class UserEditView(HandsOutPasswordMixin, EditView):
    template_name = "wagtailadmin/generic/edit.html"

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if self.object.is_superuser and not request.user.is_superuser:
            # Whoever may set a superuser's password is one.
            raise PermissionDenied


class UserViewSet(BaseUserViewSet):
    """Wagtail's user screens with our forms."""

    add_view_class = UserCreateView
    edit_view_class = UserEditView

    def get_form_class(self, for_update: bool = False) -> type:
        return UserEditForm if for_update else UserCreationForm
