from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from home import findable, redirects, signal_handlers

        signal_handlers.connect()
        findable.register()
        redirects.restrict()
