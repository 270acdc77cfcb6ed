"""Sections, folders and what a person may do now."""

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry, Page, Site

from core.models import SectionIndexMixin
from organisations.enums import Role
from organisations.models import Appointment, Unit, UnitFolderPage

LATELY = timedelta(days=30)


def section_types() -> list[type[Page]]:
    """The page types under which every writing unit has a folder."""
    return [model for model in apps.get_models() if issubclass(model, SectionIndexMixin) and issubclass(model, Page)]


def sections() -> list[Page]:
    """Every section, Vietnamese before the other languages (their folders are translations of the Vietnamese ones)."""
    types = section_types()
    if not types:
        return []
    default = Locale.get_default()
    pages = list(Page.objects.type(*types).select_related("locale").specific())
    return sorted(pages, key=lambda page: (page.locale_id != default.pk, page.path))


def home_pages() -> list[Page]:
    """The roots of the site's trees, one a language."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return list(site.root_page.get_translations(inclusive=True)) if site else []


def folders(unit: Unit) -> list[UnitFolderPage]:
    return list(UnitFolderPage.objects.filter(unit=unit))


def leaves_nobody(appointment: Appointment) -> bool:
    """Whether nobody would be left to confirm anything, were `appointment` (as it is stored) not in force."""
    committee = Appointment.objects.in_force().filter(role=Role.STANDING_COMMITTEE, user__is_active=True)
    return committee.filter(pk=appointment.pk).exists() and not committee.exclude(user=appointment.user_id).exists()


def lately_confirmed() -> Any:
    """The appointments that came into force within 30 days, the latest first; without `written_by`: on the server."""
    lately = Appointment.objects.filter(confirmed_at__gt=timezone.now() - LATELY)
    return lately.select_related("user", "unit", "written_by", "confirmed_by").order_by("-confirmed_at")


def lately_handed_out() -> Any:
    """The log of passwords that one person set for another within 30 days, the latest first."""
    entries = ModelLogEntry.objects.filter(action="accounts.hand_out_password", timestamp__gt=timezone.now() - LATELY)
    return entries.select_related("user").order_by("-timestamp")


def appointments_of(user: Any, at: datetime | None = None) -> list[Appointment]:
    """The appointments of `user` in force at the moment `at` (now)."""
    return list(user.appointments.in_force(at).select_related("unit"))
