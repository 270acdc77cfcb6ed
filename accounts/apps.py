from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user screens, with ours in their place."""

    user_viewset = "accounts.viewsets.UserViewSet"

    def ready(self) -> None:
        super().ready()
        from wagtail.users.views.bulk_actions import (
            AssignRoleBulkAction,
            DeleteBulkAction,
            SetActiveStateBulkAction,
        )

        from accounts import reports

        reports.name_people_in_full()
        # Groups follow appointments; and in bulk an IT administrator could touch a superuser.
        for action in (AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction):
            action.models = []
