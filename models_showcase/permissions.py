"""Who evaluates, approves, records; named predicates, each tested over the roles."""

from typing import Any

from models_showcase.models import Evaluation, ModelPage
from models_showcase.models.second_person import SecondPersonRecord
from organisations.enums import Role
from organisations.selectors import appointments_of

EVALUATE = "models_showcase.add_evaluation"
APPROVE = "models_showcase.approve_evaluation"
RECORD = "models_showcase.add_adoption"


def may_see(user: Any) -> bool:
    """Opens the screens of the models: everybody who works on them or reads."""
    return bool(user.is_active and user.has_perm("models_showcase.view_evaluation"))


def may_evaluate_some(user: Any) -> bool:
    """Evaluates models, on behalf of some unit."""
    return user.has_perm(EVALUATE) and (user.is_superuser or bool(evaluating_units(user)))


def may_evaluate(user: Any, model: ModelPage) -> bool:
    """Evaluates models, and acts for another unit than the one that leads this one."""
    if not user.has_perm(EVALUATE):
        return False
    return user.is_superuser or any(unit != model.unit_id for unit in evaluating_units(user))


def evaluating_units(user: Any) -> list[int]:
    """The units `user` may evaluate for: those she is an officer or a member of the standing committee of."""
    roles = {Role.STANDING_COMMITTEE, Role.ORGANISATION_OFFICER}
    return [appointment.unit_id for appointment in appointments_of(user) if appointment.role in roles]


def may_approve(user: Any, record: SecondPersonRecord) -> bool:
    """Approves evaluations and copies, and did not write this one."""
    return bool(user.has_perm(APPROVE)) and record.written_by_id != user.pk


def may_change(user: Any, evaluation: Evaluation) -> bool:
    """May still work on an evaluation: it is not approved, and she evaluates for that unit."""
    if evaluation.approved_at or not user.has_perm(EVALUATE):
        return False
    return user.is_superuser or evaluation.evaluator_id in evaluating_units(user)


def may_record(user: Any, model: ModelPage) -> bool:
    """Records who copied a model: the standing committee, and whoever works for the unit that leads it."""
    if not user.has_perm(RECORD):
        return False
    units = {appointment.unit_id for appointment in appointments_of(user)}
    return user.has_perm(APPROVE) or model.unit_id in units
