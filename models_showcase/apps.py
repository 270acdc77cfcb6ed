from django.apps import AppConfig


class ModelsShowcaseConfig(AppConfig):
    name = "models_showcase"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from models_showcase import findable

        findable.register()
