from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
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
        """Appointments in force at the moment `at` (now): begun, not over, confirmed."""
        at = at or timezone.now()
        return self.filter(
            models.Q(valid_to=None) | models.Q(valid_to__gt=at), valid_from__lte=at, confirmed_at__isnull=False
        )

    def waiting(self) -> "AppointmentQuerySet":
        """Those without force until a second person confirms them."""
        return self.filter(confirmed_at=None)


class Appointment(models.Model):
    """A user acts for a unit in a role, from one moment to another (*phân công*). All rights in the admin derive from it.

    Every role approves, reads what people wrote, or hands out accounts: so none is given by one person alone.
    """

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
    written_by = models.ForeignKey(  # nobody: on the server, by a command
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, editable=False)
    # Raised by every change that needs a confirmation: whoever confirms an older one is told.
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ("-valid_from",)
        permissions = [("confirm_appointment", _("Can confirm an appointment that somebody else wrote"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None)
                | ~(models.Q(confirmed_by=models.F("written_by")) | models.Q(confirmed_by=models.F("user"))),
                name="appointment_confirmed_by_second_person",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gt=models.F("valid_from")),
                name="appointment_ends_after_it_begins",
                violation_error_message=_("The end must come after the beginning."),
            ),
        ]
        indexes = [models.Index(fields=["user", "valid_from"], name="appointment_of_user")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.unit}"

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        if self.confirmed_at is None:
            return gettext("waits to be confirmed")
        if self.valid_to and self.valid_to <= timezone.now():
            return gettext("over")
        return gettext("in force") if self.valid_from <= timezone.now() else gettext("begins later")

    def only_ends_earlier(self, before: "Appointment") -> bool:
        """Whether it gives nobody more than `before`, as it was: the same for the same time, or over sooner."""
        same = all(
            getattr(self, name) == getattr(before, name) for name in ("user_id", "unit_id", "role", "valid_from")
        )
        if not same or self.valid_to == before.valid_to:
            return same
        return self.valid_to is not None and (before.valid_to is None or self.valid_to < before.valid_to)

    def clean(self) -> None:
        super().clean()
        if self.unit_id and self.role and self.role not in ROLES_OF_KIND[self.unit.kind]:
            raise ValidationError({"role": _("This kind of unit does not give this role.")})
