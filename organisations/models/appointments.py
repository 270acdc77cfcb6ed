from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.enums import ROLES_OF_KIND, Role
from organisations.models.units import Unit


class UnitGroup(models.Model):
    """The group that stands for one role in one unit; made by `services.open_unit`, never by hand."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="groups")
    role = models.CharField(max_length=30, choices=Role.choices)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "role"], name="unit_group_once")]

    def __str__(self) -> str:
        return self.group.name


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def in_force(self, at: datetime | None = None) -> "AppointmentQuerySet":
        """Appointments in force at the moment `at` (now)."""
        at = at or timezone.now()
        return self.filter(models.Q(valid_to=None) | models.Q(valid_to__gt=at), valid_from__lte=at)


class Appointment(models.Model):
    """A user acts for a unit in a role, from one moment to another (*phân công*). All rights in the admin derive from it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="appointments",
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(_("role"), max_length=30, choices=Role.choices)
    valid_from = models.DateTimeField(_("from"), default=timezone.now)
    valid_to = models.DateTimeField(_("to"), null=True, blank=True, help_text=_("Leave empty while it has no end."))
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For example the number of the decision.")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ("-valid_from",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gt=models.F("valid_from")),
                name="appointment_ends_after_it_begins",
                violation_error_message=_("The end must come after the beginning."),
            )
        ]
        indexes = [models.Index(fields=["user", "valid_from"], name="appointment_of_user")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.unit}"

    def clean(self) -> None:
        super().clean()
        if self.unit_id and self.role and self.role not in ROLES_OF_KIND[self.unit.kind]:
            raise ValidationError({"role": _("This kind of unit does not give this role.")})
