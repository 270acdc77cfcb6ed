from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core import checks, file_permissions, signal_handlers

        signal_handlers.connect()
        file_permissions.narrow()
        checks.register_checks()
