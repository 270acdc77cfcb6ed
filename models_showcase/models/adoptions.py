"""Who copied a model, from whom, and what came of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from models_showcase.models.models import ModelPage
from models_showcase.models.second_person import SecondPersonQuerySet, SecondPersonRecord
from organisations.models import Unit, Village


class AdoptionQuerySet(SecondPersonQuerySet["Adoption"]):
    def of(self, model: ModelPage) -> "AdoptionQuerySet":
        """The adoptions of a model, whichever translation of its page `model` is; the earliest first."""
        return (
            self.filter(model__translation_key=model.translation_key)
            .select_related("village", "unit")
            .order_by("adopted_on", "pk")
        )


class Adoption(SecondPersonRecord):
    """A village or a unit does the same as a model. It stands on the model's page once a second person approved it."""

    model = models.ForeignKey(ModelPage, verbose_name=_("model"), on_delete=models.CASCADE, related_name="adoptions")
    village = models.ForeignKey(
        Village, verbose_name=_("village"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("or organisation"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    adopted_on = models.DateField(_("began on"), default=timezone.localdate)
    copied_from = models.ForeignKey(
        "self",
        verbose_name=_("learnt from"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="copies",
        help_text=_("Empty: from where the model began."),
    )
    changes = models.TextField(_("what was done differently"), max_length=1000, blank=True)
    result = models.TextField(_("what came of it"), max_length=1000, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    learnt_from = ""  # in words; set by `chain.draw`

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")
        ordering = ("adopted_on", "pk")
        indexes = [models.Index(fields=["village", "adopted_on"], name="adoption_of_village")]
        constraints = [
            *SecondPersonRecord.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(village=None, unit__isnull=False) | models.Q(village__isnull=False, unit=None),
                name="adoption_by_village_or_unit",
                violation_error_message=_("Say who copied it: choose a village or an organisation, not both."),
            ),
            models.UniqueConstraint(
                fields=["model", "village"],
                name="adoption_once_a_village",
                violation_error_message=_("This village has copied the model already. Change what is recorded there."),
            ),
            models.UniqueConstraint(
                fields=["model", "unit"],
                name="adoption_once_a_unit",
                violation_error_message=_(
                    "This organisation has copied the model already. Change what is recorded there."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.adopter)

    @property
    def adopter(self) -> Village | Unit:
        adopter = self.village or self.unit
        assert adopter is not None  # noqa: S101  (a database constraint)
        return adopter

    @property
    def adopter_label(self) -> str:
        return self.village.label if self.village else (self.unit.short_label if self.unit else "")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.village_id and self.village_id == self.model.village_id:
            errors["village"] = _("The model began in this village.")
        if self.unit_id and self.unit_id == self.model.unit_id:
            errors["unit"] = _("This organisation leads the model.")
        if self.adopted_on and self.adopted_on > timezone.localdate():
            errors["adopted_on"] = _("It cannot have begun in the future.")
        elif self.adopted_on and self.adopted_on < self.model.started:
            errors["adopted_on"] = _("The model itself began on %(date)s only.") % {
                "date": f"{self.model.started:%d/%m/%Y}"
            }
        elif self.adopted_on and (pupil := self._earliest_pupil()) and pupil.adopted_on < self.adopted_on:
            errors["adopted_on"] = _("%(who)s learnt it here already on %(date)s.") % {
                "who": pupil.adopter_label,
                "date": f"{pupil.adopted_on:%d/%m/%Y}",
            }
        if self.copied_from and (sentence := self._wrong_origin(self.copied_from)):
            errors["copied_from"] = sentence
        if errors:
            raise ValidationError(errors)

    def _earliest_pupil(self) -> "Adoption | None":
        return self.copies.order_by("adopted_on").first() if self.pk else None

    def _wrong_origin(self, origin: "Adoption") -> str:
        """Why it cannot be copied from `origin`; nothing if it can."""
        if origin.model_id != self.model_id:
            return str(_("That is another model."))
        step: Adoption | None = origin
        while step is not None:
            if self.pk and step.pk == self.pk:
                return str(_("They learnt it from here: that would be a circle."))
            step = step.copied_from
        if self.adopted_on and origin.adopted_on > self.adopted_on:
            return str(_("There it began later, on %(date)s.") % {"date": f"{origin.adopted_on:%d/%m/%Y}"})
        return ""
