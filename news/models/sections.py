from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import BasePage, SectionIndexMixin
from organisations.models import UnitFolderPage


class NewsIndexPage(SectionIndexMixin, BasePage):
    """The news section: everybody's articles, filtered in stable addresses; beneath it a folder a unit."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []  # folders come with units
    template = "news/news_index_page.html"

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("news section")
        verbose_name_plural = _("news sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news import listing

        context = super().get_context(request, *args, **kwargs)
        return {**context, **listing.context(request)}

    def serve_unit(self, request: HttpRequest, folder: UnitFolderPage) -> HttpResponse:
        """The list narrowed to one unit, at the address of its folder."""
        from news import listing

        context = {**folder.get_context(request), **listing.context(request, folder)}
        return TemplateResponse(request, "news/unit_folder_page.html", context)
