from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from feedback.enums import Kind


class DeadlineRule(models.Model):
    """How many working days an answer to one kind of case may take, and by which law."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, unique=True)
    working_days = models.PositiveSmallIntegerField(_("working days"), default=10)
    legal_basis = models.CharField(_("legal basis"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("time to answer")
        verbose_name_plural = _("times to answer")
        ordering = ("kind",)
        constraints = [models.CheckConstraint(condition=models.Q(working_days__gte=1), name="deadline_at_least_a_day")]

    def __str__(self) -> str:
        return gettext("%(kind)s: %(days)s working days") % {"kind": self.get_kind_display(), "days": self.working_days}


class DayOff(models.Model):
    """A day off, or worked though it would be off, that the calendar of public holidays does not know yet."""

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    worked = models.BooleanField(
        _("worked"), default=False, help_text=_("A Saturday, Sunday or holiday on which the office works.")
    )

    class Meta:
        verbose_name = _("day off")
        verbose_name_plural = _("days off")
        ordering = ("-day",)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.name}"
