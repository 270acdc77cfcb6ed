"""Who may do what with surveys. Each is a named predicate, tested over the roles."""

from typing import Any

from django.db.models import Q

from organisations.models import Unit
from organisations.selectors import appointments_of
from surveys.enums import Purpose
from surveys.models import Survey


def writing_units(user: Any) -> Any:
    """The units in whose name `user` may ask."""
    if user.has_perm("surveys.write_any_survey"):
        return Unit.objects.writing()
    if not user.has_perm("surveys.write_unit_survey"):
        return Unit.objects.none()
    return Unit.objects.writing().filter(pk__in=[appointment.unit_id for appointment in appointments_of(user)])


def may_see(user: Any) -> bool:
    return any(
        user.has_perm(f"surveys.{right}")
        for right in ("read_survey", "write_unit_survey", "write_any_survey", "put_out_survey")
    )


def may_write(user: Any, survey: Survey) -> bool:
    """Nobody writes what is asked always."""
    return survey.purpose == Purpose.SURVEY and asked(user, survey)


def asked(user: Any, survey: Survey) -> bool:
    """Whether `user` works for the unit that asks."""
    return bool(writing_units(user).filter(pk=survey.unit_id).exists())


def may_read_sheets(user: Any, survey: Survey) -> bool:
    """Single sheets, and what people wrote, are for whoever asked, and for the standing committee."""
    return asked(user, survey) or bool(user.has_perm("surveys.put_out_survey"))


def may_put_out(user: Any, survey: Survey) -> bool:
    """A second person, as for everything that goes before all people: none who wrote on the version."""
    return bool(user.has_perm("surveys.put_out_survey")) and not survey.newest.writers.filter(pk=user.pk).exists()


def may_publish(user: Any, survey: Survey) -> bool:
    """A second person: none who wrote on any version, or typed in sheets."""
    took_part = survey.versions.filter(Q(writers=user.pk) | Q(responses__entered_by=user.pk)).exists()
    return bool(user.has_perm("surveys.put_out_survey")) and not took_part
