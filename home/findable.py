"""The pages of units, villages, campaigns and the standing pages can be found."""

from django.utils.translation import gettext_lazy as _

from home.models import CampaignPage, StandardPage, UnitPage, VillagePage
from movements.models import Campaign
from organisations.models import Unit, Village
from search import registry
from search.registry import Text, page_text


def unit(page: UnitPage) -> Text:
    return page_text(page, date=None, also=page.unit.name, extra=[page.unit.summary])


def village(page: VillagePage) -> Text:
    return page_text(page, date=None, also=page.village.name, extra=[page.village.summary])


def campaign(page: CampaignPage) -> Text:
    return page_text(page, date=None, also=page.campaign.name, extra=[page.campaign.summary])


def standard(page: StandardPage) -> Text:
    return page_text(page, date=None)


def register() -> None:
    registry.register_pages("to-chuc", _("Organisations"), UnitPage, unit, parts=((Unit, "unit"),))
    registry.register_pages("thon", _("Villages"), VillagePage, village, parts=((Village, "village"),))
    registry.register_pages("phong-trao", _("Campaigns"), CampaignPage, campaign, parts=((Campaign, "campaign"),))
    registry.register_pages("trang", _("Pages"), StandardPage, standard)
