from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import BasePage
from organisations.models.units import Unit


class UnitFolderPage(BasePage):
    """What one unit has written in one section: ownership is place. Made by `services.open_unit`."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")

    served_with = ("lead_image", "unit")

    parent_page_types: list[str] = []  # nobody makes a folder by hand
    # What a folder holds is said by each page type's own parent_page_types.
    subpage_types = ["news.NewsPage"]

    class Meta:
        verbose_name = _("folder of a unit")
        verbose_name_plural = _("folders of units")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The section's own list, narrowed to this unit."""
        return self.trail[-1].serve_unit(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)


def unit_of(page: Page) -> Unit | None:
    """The unit in whose folder `page` stands."""
    folder = UnitFolderPage.objects.ancestor_of(page, inclusive=True).select_related("unit").order_by("-depth").first()
    return folder.unit if folder else None
