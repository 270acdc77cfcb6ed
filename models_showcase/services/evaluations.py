"""Evaluations: written and sent to a second person. Once approved they are not changed."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core import text
from core.refusal import Refused
from models_showcase import permissions
from models_showcase.models import Criterion, Evaluation, ModelPage, Score
from organisations.models import Unit


@dataclass(frozen=True)
class EvaluationDraft:
    """What an evaluator found."""

    year: int
    evaluator: Unit
    verdict: str
    reason: str
    figures: str
    scores: dict[Criterion, int] = field(default_factory=dict)


@transaction.atomic
def write_evaluation(
    model: ModelPage, *, by: Any, draft: EvaluationDraft, evaluation: Evaluation | None = None
) -> Evaluation:
    """Writes the evaluation of a year, or `evaluation` anew, and sends it to a second person.

    Raises ValidationError by field (a year to come or evaluated already, points out of range, a unit that judges itself), Refused
    where `by` may not, or where it is approved already.
    """
    if evaluation is None:
        if not permissions.may_evaluate(by, model):
            raise Refused(_("You may not evaluate this model."))
        evaluation = Evaluation(model=model)
    else:
        evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
        if not permissions.may_change(by, evaluation):
            raise Refused(_("This evaluation is approved, or another unit's: it can no longer be changed here."))
        evaluation.version += 1
    evaluation.year, evaluation.evaluator, evaluation.verdict = draft.year, draft.evaluator, draft.verdict
    evaluation.reason, evaluation.figures = text.clean(draft.reason), text.clean(draft.figures)
    evaluation.written_by, evaluation.returned_at, evaluation.return_reason = by, None, ""
    evaluation.full_clean()
    _check_scores(draft)
    evaluation.save()
    evaluation.scores.all().delete()
    Score.objects.bulk_create(
        [Score(evaluation=evaluation, criterion=criterion, points=points) for criterion, points in draft.scores.items()]
    )
    return evaluation


def _check_scores(draft: EvaluationDraft) -> None:
    for criterion, points in draft.scores.items():
        if not 0 <= points <= criterion.points:
            raise ValidationError(
                _("“%(criterion)s” brings at most %(points)s points."),
                params={"criterion": criterion.label, "points": criterion.points},
            )
