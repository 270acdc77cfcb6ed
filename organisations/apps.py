from django.apps import AppConfig

from accounts.apps import UsersConfig as BaseUsersConfig


class OrganisationsConfig(AppConfig):
    name = "organisations"
    default = True
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from organisations import findable, signal_handlers

        signal_handlers.connect()
        findable.register()


class UsersConfig(BaseUsersConfig):
    """The user screens of `accounts`, found in without marks."""

    user_viewset = "organisations.viewsets.UserViewSet"
