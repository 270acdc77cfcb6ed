from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.models import BasePage
from core.panels import SelectPanel
from home.models.standard import BodyPage
from organisations.models import Unit


class UnitIndexPage(BasePage):
    """The committee, the organisations, the boards, the authorities."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.UnitPage"]
    template = "home/unit_index_page.html"

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("organisations section")
        verbose_name_plural = _("organisations sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home import selectors

        return {**super().get_context(request, *args, **kwargs), "groups": selectors.unit_groups()}


class UnitPage(BodyPage):
    """A unit introduces itself; its articles gather beneath."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")

    served_with = ("lead_image", "unit")

    parent_page_types = ["home.UnitIndexPage"]
    subpage_types: list[str] = []
    template = "home/unit_page.html"

    content_panels = [*BodyPage.content_panels, SelectPanel("unit")]

    class Meta:
        verbose_name = _("page of a unit")
        verbose_name_plural = _("pages of units")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home import selectors

        return {**super().get_context(request, *args, **kwargs), **selectors.about_unit(self.unit)}
