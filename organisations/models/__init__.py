from organisations.models.appointments import Appointment, UnitGroup
from organisations.models.commune import Commune
from organisations.models.folders import UnitFolderPage
from organisations.models.places import Village, VillageFigure
from organisations.models.topics import Topic, TopicAssignment
from organisations.models.units import Unit

__all__ = [
    "Appointment",
    "Commune",
    "Topic",
    "TopicAssignment",
    "Unit",
    "UnitFolderPage",
    "UnitGroup",
    "Village",
    "VillageFigure",
]
