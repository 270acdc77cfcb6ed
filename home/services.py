"""Pages for what exists as data: a unit, a village, a campaign has its page as soon as it is entered."""

from typing import Any

from django.conf import settings

from core.models import BasePage
from home.models import CampaignIndexPage, CampaignPage, UnitIndexPage, UnitPage, VillageIndexPage, VillagePage
from movements.models import Campaign
from organisations.models import Unit, Village

PAGES: dict[type, tuple[type[BasePage], type[BasePage], str]] = {
    Unit: (UnitIndexPage, UnitPage, "unit"),
    Village: (VillageIndexPage, VillagePage, "village"),
    Campaign: (CampaignIndexPage, CampaignPage, "campaign"),
}


def open_page(thing: Any) -> BasePage | None:
    """The page of a unit, village or campaign, made in its section if need be; None while the section is missing."""
    index_type, page_type, relation = PAGES[type(thing)]
    page = page_type.objects.filter(**{relation: thing}).first()
    index = index_type.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if page or index is None:
        return page
    page = page_type(title=thing.name, slug=thing.slug, summary=thing.summary, **{relation: thing})
    index.add_child(instance=page)
    return page
