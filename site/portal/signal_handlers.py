from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import CommandError
from django.db.models.signals import post_migrate, pre_migrate

from core import installation
from core.models import Installation


def refuse_what_belongs_to_another(**kwargs: Any) -> None:
    """Migrations change a database for good: those of a demo never a commune's, and the other way round."""
    if wrong := installation.faults():
        raise CommandError(" ".join(str(fault) for fault in wrong))


def mark_a_new_one(**kwargs: Any) -> None:
    if settings.DEMO is not None:
        installation.establish()


def connect() -> None:
    config = apps.get_app_config(Installation._meta.app_label)
    pre_migrate.connect(refuse_what_belongs_to_another, sender=config, dispatch_uid="portal.refuse_another")
    post_migrate.connect(mark_a_new_one, sender=config, dispatch_uid="portal.mark_a_new_one")
