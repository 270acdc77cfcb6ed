from home.models.campaigns import CampaignIndexPage, CampaignPage
from home.models.front import HomePage
from home.models.menus import MenuEntry, Menus
from home.models.places import VillageIndexPage, VillagePage
from home.models.standard import StandardPage
from home.models.units import UnitIndexPage, UnitPage

__all__ = [
    "CampaignIndexPage",
    "CampaignPage",
    "HomePage",
    "MenuEntry",
    "Menus",
    "StandardPage",
    "UnitIndexPage",
    "UnitPage",
    "VillageIndexPage",
    "VillagePage",
]
