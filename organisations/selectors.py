"""Sections, folders and what a person may do now."""

from datetime import datetime
from typing import Any

from django.apps import apps
from wagtail.models import Locale, Page, Site

from core.models import SectionIndexMixin
from organisations.models import Appointment, Unit, UnitFolderPage


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


def appointments_of(user: Any, at: datetime | None = None) -> list[Appointment]:
    """The appointments of `user` in force at the moment `at` (now)."""
    return list(user.appointments.in_force(at).select_related("unit"))
