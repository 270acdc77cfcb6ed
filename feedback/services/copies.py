"""Somebody wanted to copy a model, and does: recorded with the model, from the case."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from feedback import permissions
from feedback.enums import Kind, Outcome, Status
from feedback.models import Case
from feedback.moves import Move, target
from feedback.services.record import MoveRefused, locked, record
from models_showcase import services as showcase
from models_showcase.models import Adoption, ModelPage


def model_of(case: Case) -> ModelPage | None:
    """The model that the sender of `case` wants to copy."""
    if case.kind != Kind.COPY or case.about is None:
        return None
    return ModelPage.objects.filter(translation_key=case.about.translation_key, locale__language_code="vi").first()


@transaction.atomic
def record_copy(case: Case, *, by: Any, draft: showcase.AdoptionDraft) -> Adoption:
    """Records the copy with its model, and tells the sender, where it is her village's.

    Raises MoveRefused, or what `models_showcase.services.record_adoption` raises: ValidationError by field, Refused.
    """
    case = locked(case)
    model = model_of(case)
    if model is None or not permissions.may_work(by, case):
        raise MoveRefused(_("You may not work on this case."))
    if case.adoption_id:
        raise MoveRefused(_("The copy is recorded already."))
    adoption = showcase.record_adoption(model, by=by, draft=draft)
    note = _("Recorded as a copy: %(who)s") % {"who": adoption}
    if adoption.village_id == case.village_id and target(Move.COPIED, Status(case.status)):
        record(
            case,
            Move.COPIED,
            by=by,
            internal_note=note,
            adoption=adoption,
            outcome=Outcome.RESOLVED,
            answered_at=timezone.now(),
        )
    else:
        record(case, Move.NOTE, by=by, internal_note=note, adoption=adoption)
    return adoption
