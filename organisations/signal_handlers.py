from typing import Any

from django.apps import apps
from django.db.models.signals import post_migrate, post_save, pre_migrate

from core.models import SectionIndexMixin
from organisations import membership_view, services


def open_folders_in_new_section(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw and issubclass(sender, SectionIndexMixin):
        services.open_section(instance)


def connect() -> None:
    config = apps.get_app_config("organisations")
    pre_migrate.connect(membership_view.drop, sender=config, dispatch_uid="organisations.drop_view")
    post_migrate.connect(membership_view.create, sender=config, dispatch_uid="organisations.create_view")
    post_save.connect(open_folders_in_new_section, dispatch_uid="organisations.open_section")
