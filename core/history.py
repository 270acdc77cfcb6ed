"""The history of things in the admin: whose one reads in its reports, and which line of one is the present."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.admin.views.generic.history import ActionColumn
from wagtail.models.audit_log import ModelLogEntryManager

from core.permissions import READ_DRAFTS

OVER_ALL = (
    "add",
    "change",
    "delete",
    "view",
)  # such a right holds over every row; the others may hold over a unit's own
_viewable_by_user = ModelLogEntryManager.viewable_by_user
_get_status = ActionColumn.get_status


def viewable_by_user(manager: Any, user: Any) -> Any:
    """Wagtail shows the history of all cases, code and all, to whoever has any right over cases: here one over all of them."""
    found = _viewable_by_user(manager, user)
    if user.is_superuser or user.has_perm(READ_DRAFTS):
        return found
    rights = (right.partition(".")[::2] for right in user.get_all_permissions())
    parts = {(app, *codename.partition("_")[::2]) for app, codename in rights}
    types = [ContentType.objects.get_by_natural_key(app, model) for app, act, model in parts if act in OVER_ALL]
    return found.filter(content_type__in=types)


def get_status(column: ActionColumn, instance: Any, parent_context: Any) -> str | None:
    """Wagtail calls every step of one revision the current draft: here the newest of a list is it."""
    status: str | None = _get_status(column, instance, parent_context)
    marked = column.__dict__.setdefault("marked", {})  # a column is made for each answer
    return status if marked.setdefault(status, instance.pk) == instance.pk else None


def restrict() -> None:
    ActionColumn.get_status = get_status
    ModelLogEntryManager.viewable_by_user = viewable_by_user
