from typing import Any

from django.apps import apps
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate, post_save, pre_migrate
from wagtail.models import Page
from wagtail.signals import post_page_move

from accounts.signals import access_given
from core.models import SectionIndexMixin
from organisations import membership_view, services
from organisations.models.folders import owned_types, unit_of


def open_folders_in_new_section(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw and issubclass(sender, SectionIndexMixin):
        services.open_section(instance)


def follow_the_folder(instance: Page, **kwargs: Any) -> None:
    """A moved page belongs to the unit whose folder it is in now (its drafts too: they take the live row's unit)."""
    for model in owned_types().values():
        for page in model.objects.descendant_of(instance, inclusive=True):
            unit = unit_of(page)
            if page.unit_id != (unit and unit.pk):
                model.objects.filter(pk=page.pk).update(unit=unit)


def let_appointments_rest(instance: Any, by: Any, **kwargs: Any) -> None:
    services.let_appointments_rest(instance, by=by)


def mark_the_device(request: Any, user: Any, **kwargs: Any) -> None:
    request.has_signed_in = user


def connect() -> None:
    user_logged_in.connect(mark_the_device, dispatch_uid="organisations.mark_the_device")
    access_given.connect(let_appointments_rest, dispatch_uid="organisations.let_appointments_rest")
    config = apps.get_app_config("organisations")
    pre_migrate.connect(membership_view.drop, sender=config, dispatch_uid="organisations.drop_view")
    post_migrate.connect(membership_view.create, sender=config, dispatch_uid="organisations.create_view")
    post_save.connect(open_folders_in_new_section, dispatch_uid="organisations.open_section")
    post_page_move.connect(follow_the_folder, dispatch_uid="organisations.follow_the_folder")
