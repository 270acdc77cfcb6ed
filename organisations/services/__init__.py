"""All that writes: opening units, appointing people."""

from organisations.services.appointments import (
    appoint_on_server,
    confirm_appointment,
    let_appointments_rest,
    refuse_appointment,
    sign_appointment,
)
from organisations.services.units import SHARED_COLLECTION, open_section, open_unit

__all__ = [
    "SHARED_COLLECTION",
    "appoint_on_server",
    "confirm_appointment",
    "let_appointments_rest",
    "open_section",
    "open_unit",
    "refuse_appointment",
    "sign_appointment",
]
