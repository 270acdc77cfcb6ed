"""Appointing: written by one, without force until another confirms it; never by whoever is appointed."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.refusal import Refused
from organisations import permissions
from organisations.enums import Role
from organisations.models import Appointment, Unit


def sign_appointment(appointment: Appointment, *, by: Any) -> None:
    """Marks an appointment about to be saved as written by `by`: without force until somebody else confirms it.

    One that only ends earlier keeps its force until then: to take a right away needs no second person.
    """
    before = Appointment.objects.filter(pk=appointment.pk).first()
    if before and appointment.only_ends_earlier(before):
        return
    _rest(appointment, by)


@transaction.atomic
def confirm_appointment(appointment: Appointment, *, by: Any, seen: int) -> Appointment:
    """Gives it force. `seen` is the version that `by` read. Raises Refused."""
    appointment = _waiting(appointment, by, seen)
    appointment.confirmed_by, appointment.confirmed_at = by, timezone.now()
    appointment.save(update_fields=["confirmed_by", "confirmed_at"])
    log(appointment, "organisations.confirm_appointment", user=by)
    return appointment


@transaction.atomic
def refuse_appointment(appointment: Appointment, *, by: Any, seen: int) -> None:
    """Takes it away; the log keeps what it said. Raises Refused."""
    appointment = _waiting(appointment, by, seen)
    log(appointment, "organisations.refuse_appointment", user=by)
    appointment.delete()


@transaction.atomic
def let_appointments_rest(user: Any, *, by: Any) -> None:
    """Whoever sets somebody's password could act in her name: her appointments wait until another confirms them anew."""
    for appointment in user.appointments.select_for_update().filter(confirmed_at__isnull=False):
        _rest(appointment, by)
        appointment.save(update_fields=["written_by", "written_at", "confirmed_by", "confirmed_at", "version"])


@transaction.atomic
def appoint_on_server(user: Any, unit: Unit, role: Role, *, note: str = "", **fields: Any) -> Appointment:
    """The first appointments, and the way back when nobody is left who confirms: in force at once, logged, shown to all who confirm.

    Raises ValidationError where the unit does not give the role.
    """
    now = timezone.now()
    appointment = Appointment(user=user, unit=unit, role=role, note=note, **{"valid_from": now, **fields})
    appointment.written_at = appointment.confirmed_at = appointment.valid_from
    appointment.full_clean()
    appointment.save()
    log(appointment, "organisations.appoint_on_server")
    return appointment


def _rest(appointment: Appointment, by: Any) -> None:
    appointment.written_by, appointment.written_at = by, timezone.now()
    appointment.confirmed_by = appointment.confirmed_at = None
    appointment.version += 1


def _waiting(appointment: Appointment, by: Any, seen: int) -> Appointment:
    fresh = Appointment.objects.select_for_update().filter(pk=appointment.pk).first()
    if fresh is None or fresh.confirmed_at:
        raise Refused(_("This appointment no longer waits: somebody else has decided meanwhile."))
    if not permissions.may_confirm(by, fresh):
        raise Refused(
            _("You wrote this appointment, or it is your own: somebody else of the standing committee confirms it.")
        )
    if fresh.version != seen:
        raise Refused(_("This was changed while you were reading. Please read it again."))
    return fresh
