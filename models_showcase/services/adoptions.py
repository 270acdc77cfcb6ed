"""Adoptions: who copied a model; sent to a second person. The apps above record them too, when somebody asks to copy one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import text
from core.refusal import Refused
from models_showcase import permissions
from models_showcase.models import Adoption, ModelPage
from organisations.models import Unit, Village


@dataclass(frozen=True)
class AdoptionDraft:
    """Who does the same, since when, learnt from whom; what differs, what came of it."""

    adopted_on: date
    village: Village | None = None
    unit: Unit | None = None
    copied_from: Adoption | None = None
    changes: str = ""
    result: str = ""


@transaction.atomic
def record_adoption(model: ModelPage, *, by: Any, draft: AdoptionDraft, adoption: Adoption | None = None) -> Adoption:
    """Records that somebody copied `model`, or corrects what was recorded as `adoption`; sends it to a second person.

    Until she approves it, nobody outside sees it; a corrected one waits anew.

    Raises ValidationError by field (twice, in a circle, before the model began), Refused where `by` may not.
    """
    if not permissions.may_record(by, model):
        raise Refused(_("Only the unit that leads the model, or the standing committee, records who copied it."))
    if adoption is None:
        adoption = Adoption(model=model)
    else:
        adoption = Adoption.objects.select_for_update(of=("self",)).select_related("model").get(pk=adoption.pk)
        adoption.version += 1
    adoption.written_by, adoption.approved_by, adoption.approved_at = by, None, None
    adoption.returned_at, adoption.return_reason = None, ""
    adoption.village, adoption.unit, adoption.copied_from = draft.village, draft.unit, draft.copied_from
    adoption.adopted_on = draft.adopted_on
    adoption.changes, adoption.result = text.clean(draft.changes), text.clean(draft.result)
    adoption.full_clean()
    adoption.save()
    log(model, "models_showcase.adopt", user=by, data={"adopter": str(adoption)})
    return adoption


@transaction.atomic
def forget_adoption(adoption: Adoption, *, by: Any) -> None:
    """Takes back what was recorded by mistake. Raises Refused where others learnt it from there, or `by` may not."""
    if not permissions.may_record(by, adoption.model):
        raise Refused(_("Only the unit that leads the model, or the standing committee, records who copied it."))
    if adoption.copies.exists():
        raise Refused(_("Others are recorded as having learnt it there. Change theirs first."))
    log(adoption.model, "models_showcase.forget_adoption", user=by, data={"adopter": str(adoption)})
    adoption.delete()
