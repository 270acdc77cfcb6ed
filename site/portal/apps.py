from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal import checks, data_folder, names, signal_handlers

        data_folder.prepare()
        signal_handlers.connect()
        checks.register_checks()
        names.name_models()
        names.name_columns()
