from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core import cards
from core.models import BasePage
from core.panels import SelectPanel
from home.models.standard import BodyPage
from organisations.models import Village


class VillageIndexPage(BasePage):
    """The villages of the commune."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.VillagePage"]
    template = "home/village_index_page.html"

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("villages section")
        verbose_name_plural = _("villages sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home import selectors

        return {**super().get_context(request, *args, **kwargs), "villages": selectors.villages()}


class VillagePage(BodyPage):
    """A village: who lives there, who speaks for it, what was reported from it."""

    village = models.ForeignKey(Village, verbose_name=_("village"), on_delete=models.PROTECT, related_name="+")

    served_with = ("lead_image", "village__board")

    parent_page_types = ["home.VillageIndexPage"]
    subpage_types: list[str] = []
    card_colour = cards.GREEN
    template = "home/village_page.html"

    content_panels = [*BodyPage.content_panels, SelectPanel("village")]

    class Meta:
        verbose_name = _("page of a village")
        verbose_name_plural = _("pages of villages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home import selectors

        return {**super().get_context(request, *args, **kwargs), **selectors.about_village(self.village)}
