from typing import Any

from django.db.models.signals import post_save

from home import services


def open_page(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        services.open_page(instance)


def connect() -> None:
    for model in services.PAGES:
        post_save.connect(open_page, sender=model, dispatch_uid=f"home.open_page.{model.__name__}")
