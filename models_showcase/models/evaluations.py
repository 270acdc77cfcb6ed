"""The yearly evaluation of a model: points for criteria, a verdict with its reason, approved by a second person."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from models_showcase.enums import Verdict
from models_showcase.models.kinds import Criterion
from models_showcase.models.models import ModelPage
from models_showcase.models.second_person import SecondPersonQuerySet, SecondPersonRecord
from organisations.models import Unit


class EvaluationQuerySet(SecondPersonQuerySet["Evaluation"]):
    def of(self, model: ModelPage) -> "EvaluationQuerySet":
        """The evaluations of a model, whichever translation of its page `model` is; the newest year first."""
        return self.filter(model__translation_key=model.translation_key).order_by("-year")


class Evaluation(SecondPersonRecord):
    """How a model did in one year."""

    model = models.ForeignKey(ModelPage, verbose_name=_("model"), on_delete=models.CASCADE, related_name="evaluations")
    year = models.PositiveSmallIntegerField(_("year"))
    evaluator = models.ForeignKey(Unit, verbose_name=_("evaluated by"), on_delete=models.PROTECT, related_name="+")
    figures = models.TextField(
        _("what was counted"), max_length=1000, help_text=_("Figures, and where they can be checked.")
    )
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict.choices)
    reason = models.TextField(_("reason"), max_length=2000)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ("-year",)
        permissions = [("approve_evaluation", _("Can approve an evaluation that somebody else wrote"))]
        constraints = [
            *SecondPersonRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["model", "year"],
                name="evaluation_once_a_year",
                violation_error_message=_("This model has an evaluation of that year already."),
            ),
            models.CheckConstraint(condition=models.Q(verdict__in=Verdict.values), name="evaluation_verdict_known"),
        ]

    def __str__(self) -> str:
        return f"{self.model.title}, {self.year}"

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.year and self.year > timezone.localdate().year:
            errors["year"] = _("A year that has not begun cannot be evaluated.")
        elif self.year and self.year < self.model.started.year:
            errors["year"] = _("The model began in %(year)s only.") % {"year": self.model.started.year}
        if self.evaluator_id and self.evaluator_id == self.model.unit_id:
            errors["evaluator"] = _("%(unit)s leads this model, so another unit has to evaluate it.") % {
                "unit": self.evaluator
            }
        if errors:
            raise ValidationError(errors)

    @cached_property
    def scores_list(self) -> list["Score"]:
        return list(self.scores.all())  # prefetched with their criteria where several are shown

    @property
    def points(self) -> int:
        return sum(score.points for score in self.scores_list)

    @property
    def most_points(self) -> int:
        return sum(score.criterion.points for score in self.scores_list)


class Score(models.Model):
    """The points for one criterion."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, verbose_name=_("criterion"), on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField(_("points"))

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ("criterion__order", "criterion__name")
        constraints = [models.UniqueConstraint(fields=["evaluation", "criterion"], name="score_once")]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"
