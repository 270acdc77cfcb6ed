from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from organisations.models import SectionPage, UnitFolderPage


class NewsIndexPage(SectionPage):
    """The news section: everybody's articles, filtered in stable addresses; beneath it a folder a unit."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []  # folders come with units
    template = "news/list.html"

    class Meta:
        verbose_name = _("news section")
        verbose_name_plural = _("news sections")

    def listed(self, request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
        from news import listing

        return listing.articles(request, folder)


class DocumentIndexPage(SectionPage):
    """The register of official documents."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "news/document_list.html"

    class Meta:
        verbose_name = _("documents section")
        verbose_name_plural = _("documents sections")

    def listed(self, request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
        from news import listing

        return listing.documents(request, folder)


class EventIndexPage(SectionPage):
    """The calendar: what is coming, a month at a time, and what has been."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "news/event_list.html"

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def listed(self, request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
        from news import calendar

        return calendar.context(request, folder)
