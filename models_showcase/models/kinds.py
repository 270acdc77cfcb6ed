"""What the committee sets: kinds of models, criteria of the yearly evaluation, targets."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.models import NamedMixin, in_language


class ModelKind(NamedMixin):
    """A kind of exemplary model (*dân vận khéo, tổ tự quản, tổ hòa giải, câu lạc bộ …*)."""

    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("kind of model")
        verbose_name_plural = _("kinds of models")
        ordering = ("order", "name")


class CriterionQuerySet(models.QuerySet["Criterion"]):
    def of_year(self, year: int) -> "CriterionQuerySet":
        """The criteria in use in `year`."""
        return self.filter(models.Q(last_year=None) | models.Q(last_year__gte=year), first_year__lte=year)


class Criterion(NamedMixin):
    """One thing that a model is measured by every year, and how many points it can bring."""

    question = models.CharField(_("what is asked"), max_length=250, blank=True)
    question_en = models.CharField(_("what is asked, in English"), max_length=250, blank=True)
    points = models.PositiveSmallIntegerField(_("most points"), validators=[MinValueValidator(1)])
    first_year = models.PositiveSmallIntegerField(_("first year"), default=2020)
    last_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    objects = CriterionQuerySet.as_manager()

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ("order", "name")

    @property
    def question_label(self) -> str:
        return in_language(self.question, self.question_en)


@register_setting(icon="tasks")
class ModelTargets(BaseGenericSetting):
    """How many models a year the commune has set itself as a target, and by which paper."""

    a_village = models.PositiveSmallIntegerField(_("models a village and year"), default=1)
    an_organisation = models.PositiveSmallIntegerField(_("models an organisation and year"), default=1)
    first_year = models.PositiveSmallIntegerField(_("since"), default=2025)
    basis = models.CharField(
        _("set by"), max_length=250, blank=True, help_text=_("The paper that sets it; shown beside the figures.")
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("a_village"), FieldPanel("an_organisation"), FieldPanel("first_year")]),
                FieldPanel("basis"),
            ],
            heading=_("Targets"),
        )
    ]

    class Meta:
        verbose_name = verbose_name_plural = _("targets for models")
