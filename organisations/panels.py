"""What the admin's start page says about the commune itself."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.admin.ui.components import Component

from organisations import permissions, selectors
from organisations.models import Appointment, Commune, Unit, UnitFolderPage
from organisations.models.folders import owned_types, section_of
from organisations.selectors import appointments_of


class MissingInFootPanel(Component):
    """Tells who can change it what the foot of every page does not say yet."""

    name = "missing_in_foot"
    template_name = "organisations/missing_in_foot_panel.html"
    order = 5

    def __init__(self, user: Any) -> None:
        self.missing = Commune.load().missing if user.has_perm("organisations.change_commune") else []

    def is_shown(self) -> bool:
        return bool(self.missing)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"missing": self.missing}


class AppointmentsPanel(Component):
    """Tells whoever confirms appointments which wait, and what happened lately to accounts and appointments."""

    name = "appointments"
    template_name = "organisations/appointments_panel.html"
    order = 20

    def __init__(self, user: Any) -> None:
        self.user = user
        self.shown = self._gather() if permissions.may_confirm_some(user) else {}

    def is_shown(self) -> bool:
        return any(self.shown.values())

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return self.shown

    def _gather(self) -> dict[str, Any]:
        waiting = Appointment.objects.waiting().select_related("user", "unit", "written_by").order_by("written_at")
        return {
            "to_confirm": [item for item in waiting if permissions.may_confirm(self.user, item)],
            "others": [item for item in waiting if not permissions.may_confirm(self.user, item)],
            "lately": selectors.lately_confirmed(),
            "passwords": selectors.lately_handed_out(),
        }


class WritePanel(Component):
    """A button for everything that this person may begin, unit by unit."""

    name = "write"
    template_name = "organisations/write_panel.html"
    order = 10

    def __init__(self, user: Any) -> None:
        units = [appointment.unit_id for appointment in appointments_of(user)]
        folders = UnitFolderPage.objects.filter(unit__in=units, locale__language_code=settings.LANGUAGE_CODE)
        types = owned_types()
        self.units: dict[Unit, list[dict[str, Any]]] = defaultdict(list)
        for folder in folders.select_related("unit").order_by("path"):
            page_type = types.get(section_of(folder))
            if page_type and folder.permissions_for_user(user).can_add_subpage():
                label = page_type._meta.app_label, page_type._meta.model_name
                self.units[folder.unit].append(
                    {
                        "label": page_type.new_label,
                        "add_url": reverse("wagtailadmin_pages:add", args=[*label, folder.pk]),
                        "all_url": reverse("wagtailadmin_explore", args=[folder.pk]),
                        "all_label": page_type._meta.verbose_name_plural,
                    }
                )

    def is_shown(self) -> bool:
        return bool(self.units)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"units": dict(self.units)}
