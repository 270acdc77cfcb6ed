from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.images import get_image_model

from core.renditions import make_renditions


def make_renditions_ahead(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        transaction.on_commit(partial(make_renditions.enqueue, instance.pk))


def connect() -> None:
    post_save.connect(make_renditions_ahead, sender=get_image_model(), dispatch_uid="core.make_renditions")
