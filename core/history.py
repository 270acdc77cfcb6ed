"""Whose history of things (not pages) one reads in the admin's reports."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models.audit_log import ModelLogEntryManager

from core.permissions import READ_DRAFTS

OVER_ALL = (
    "add",
    "change",
    "delete",
    "view",
)  # such a right holds over every row; the others may hold over a unit's own
_viewable_by_user = ModelLogEntryManager.viewable_by_user


def viewable_by_user(manager: Any, user: Any) -> Any:
    """Wagtail shows the history of all cases, code and all, to whoever has any right over cases: here one over all of them."""
    found = _viewable_by_user(manager, user)
    if user.is_superuser or user.has_perm(READ_DRAFTS):
        return found
    rights = (right.partition(".")[::2] for right in user.get_all_permissions())
    parts = {(app, *codename.partition("_")[::2]) for app, codename in rights}
    types = [ContentType.objects.get_by_natural_key(app, model) for app, act, model in parts if act in OVER_ALL]
    return found.filter(content_type__in=types)


def restrict() -> None:
    ModelLogEntryManager.viewable_by_user = viewable_by_user
