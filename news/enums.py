from django.db import models
from django.utils.translation import gettext_lazy as _


class Timing(models.TextChoices):
    """What the hours of an event say."""

    EXACT = "exact", _("at the hours above")
    WHOLE_DAY = "whole_day", _("the whole day, or several")
    LATER = "later", _("the hour is not known yet")
