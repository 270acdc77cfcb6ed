from organisations.models.appointments import Appointment, UnitGroup
from organisations.models.commune import Commune
from organisations.models.folders import (
    AboutVillagesPage,
    PageVillage,
    SectionPage,
    UnitFolderPage,
    UnitOwnedPage,
)
from organisations.models.places import Village, VillageFigure
from organisations.models.topics import Topic, TopicAssignment
from organisations.models.units import Unit

__all__ = [
    "AboutVillagesPage",
    "Appointment",
    "Commune",
    "PageVillage",
    "SectionPage",
    "Topic",
    "TopicAssignment",
    "Unit",
    "UnitFolderPage",
    "UnitGroup",
    "UnitOwnedPage",
    "Village",
    "VillageFigure",
]
