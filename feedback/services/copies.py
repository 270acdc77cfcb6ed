"""Somebody wanted to copy a model, and does: recorded with the model, from the case."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from feedback import permissions
from feedback.enums import ActorKind, Kind, Outcome, Status
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
    """Records the copy with its model. Its sender is told when a second person has approved it (`tell_who_wanted_it`).

    Raises MoveRefused, or what `models_showcase.services.record_adoption` raises: ValidationError by field, Refused.
    """
    case = locked(case)
    model = model_of(case)
    if model is None or not permissions.may_work(by, case):
        raise MoveRefused(_("You may not work on this case."))
    if case.adoption_id:
        raise MoveRefused(_("The copy is recorded already."))
    adoption = showcase.record_adoption(model, by=by, draft=draft)
    if case.status == Status.RECEIVED:
        record(case, Move.START, by=by)
    note = _("Recorded as a copy: %(who)s. It waits for a second person.") % {"who": adoption}
    record(case, Move.NOTE, by=by, internal_note=note, adoption=adoption)
    return adoption


@transaction.atomic
def tell_who_wanted_it(adoption: Adoption) -> None:
    """The copy is public: whoever wanted it is told, where it is her village's and her case is still open."""
    for found in Case.objects.filter(adoption=adoption, village=adoption.village).exclude(village=None):
        case = locked(found)
        if target(Move.COPIED, Status(case.status)):
            record(
                case,
                Move.COPIED,
                actor_kind=ActorKind.SYSTEM,
                outcome=Outcome.RESOLVED,
                answered_at=timezone.now(),
            )
