from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as BaseUserViewSet

from accounts.forms import UserCreationForm, UserEditForm


class UserCreateView(CreateView):
    template_name = "wagtailadmin/generic/create.html"


class UserEditView(EditView):
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
