from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Participants(models.TextChoices):
    """What those who take part are counted in."""

    PEOPLE = "people", pgettext_lazy("so many", "people")
    HOUSEHOLDS = "households", pgettext_lazy("so many", "households")


class Verdict(models.TextChoices):
    """What a yearly evaluation decides."""

    KEEP = "keep", _("Keep")  # giữ
    SPREAD = "spread", _("Spread")  # nhân rộng
    ADJUST = "adjust", _("Adjust")  # điều chỉnh
    STOP = "stop", _("Stop")  # dừng


class Level(models.TextChoices):
    """Who recognised a good deed. (Since July 2025 there is nothing between commune and province.)"""

    NONE = "", _("none yet")
    VILLAGE = "village", _("by the village")
    COMMUNE = "commune", _("by the commune")
    PROVINCE = "province", _("by the province")
    NATIONAL = "national", _("by the State")


class Relation(models.TextChoices):
    """Who agrees that somebody is named."""

    SELF = "self", _("the person herself")
    GUARDIAN = "guardian", _("a parent or guardian")
    REPRESENTATIVE = "representative", _("somebody who speaks for the group")


class Manner(models.TextChoices):
    """How the agreement was given."""

    SPOKEN = "spoken", _("spoken, in person or by phone")
    WRITTEN = "written", _("in writing")


class Standing(models.TextChoices):
    """How a unit or village stands to the target of a year."""

    MET = "met", _("met")
    NOT_YET = "not_yet", _("not yet")  # the year is not over
    MISSED = "missed", _("not met")
    NO_DATA = "no_data", _("no data")  # nothing at all was recorded in that year
