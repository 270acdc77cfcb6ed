from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core import cards
from core.models import BasePage
from core.panels import SelectPanel
from home.models.standard import BodyPage
from movements.models import Campaign


class CampaignIndexPage(BasePage):
    """The campaigns and emulation movements."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count_per_parent = 1

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.CampaignPage"]
    template = "home/campaign_index_page.html"

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("campaigns section")
        verbose_name_plural = _("campaigns sections")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home import selectors

        return {**super().get_context(request, *args, **kwargs), "campaigns": selectors.campaigns()}


class CampaignPage(BodyPage):
    """A campaign: what it wants, who leads it, what came of it."""

    campaign = models.ForeignKey(Campaign, verbose_name=_("campaign"), on_delete=models.PROTECT, related_name="+")

    served_with = ("lead_image", "campaign__lead")

    parent_page_types = ["home.CampaignIndexPage"]
    subpage_types: list[str] = []
    takes_questions = True
    card_colour = cards.BROWN
    template = "home/campaign_page.html"

    content_panels = [*BodyPage.content_panels, SelectPanel("campaign")]

    class Meta:
        verbose_name = _("page of a campaign")
        verbose_name_plural = _("pages of campaigns")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from home import selectors

        return {**super().get_context(request, *args, **kwargs), **selectors.about_campaign(self.campaign)}
