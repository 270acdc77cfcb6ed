"""What one person puts before the public alone, each for a reason (`docs/who-writes-who-approves.md`): the others see it at once.

Every change of these is in Wagtail's log; whoever approves finds the last ones on the start page.
"""

from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import ModelLogEntry, PageLogEntry

from organisations.permissions import may_confirm_some

MODELS = (
    "feedback.DayOff",
    "feedback.DeadlineRule",
    "home.Menus",
    "models_showcase.Criterion",
    "models_showcase.ModelKind",
    "models_showcase.ModelTargets",
    "movements.Campaign",
    "news.DocumentKind",
    "organisations.Commune",
    "organisations.Topic",
    "organisations.Unit",
    "organisations.Village",
    "wagtailredirects.Redirect",
    "wagtailsearchpromotions.SearchPromotion",
)
LATELY = timedelta(days=14)
MOST = 15
WRITTEN = ("wagtail.create", "wagtail.edit", "wagtail.delete")


class OnePersonPanel(Component):
    """Tells whoever approves what others have put before the public without approval."""

    name = "one_person"
    template_name = "portal/one_person_panel.html"
    order = 30

    def __init__(self, user: Any) -> None:
        self.entries = lately(user) if may_confirm_some(user) else []

    def is_shown(self) -> bool:
        return bool(self.entries)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"entries": self.entries}


def lately(user: Any) -> list[Any]:
    """The last changes, within 14 days, by others than `user`; and the pages they took down. The latest first."""
    since = timezone.now() - LATELY
    kinds = ContentType.objects.get_for_models(*(apps.get_model(label) for label in MODELS)).values()
    written = ModelLogEntry.objects.filter(action__in=WRITTEN, content_type__in=kinds, timestamp__gt=since)
    taken_down = PageLogEntry.objects.filter(action="wagtail.unpublish", timestamp__gt=since)
    found = [
        entry
        for entries in (written, taken_down)
        for entry in entries.exclude(user=user).select_related("user", "content_type").order_by("-timestamp")[:MOST]
    ]
    return sorted(found, key=lambda entry: entry.timestamp, reverse=True)[:MOST]
