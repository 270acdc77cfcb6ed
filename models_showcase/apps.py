from django.apps import AppConfig


class ModelsShowcaseConfig(AppConfig):
    name = "models_showcase"
    default_auto_field = "django.db.models.BigAutoField"
