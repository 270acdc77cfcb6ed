"""Who confirms an appointment; named predicates, each tested over the roles."""

from typing import Any

from organisations.models import Appointment

CONFIRM = "organisations.confirm_appointment"


def may_confirm_some(user: Any) -> bool:
    """Confirms what others appoint: the standing committee."""
    return bool(user.is_active and user.has_perm(CONFIRM))


def may_confirm(user: Any, appointment: Appointment) -> bool:
    """Never whoever wrote it, nor whom it appoints."""
    return may_confirm_some(user) and user.pk not in {appointment.written_by_id, appointment.user_id}
