from home.models.campaigns import CampaignIndexPage, CampaignPage
from home.models.front import HomePage
from home.models.places import VillageIndexPage, VillagePage
from home.models.standard import StandardPage
from home.models.units import UnitIndexPage, UnitPage

__all__ = [
    "CampaignIndexPage",
    "CampaignPage",
    "HomePage",
    "StandardPage",
    "UnitIndexPage",
    "UnitPage",
    "VillageIndexPage",
    "VillagePage",
]
