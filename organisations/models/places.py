from datetime import date
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.models import NamedMixin, in_language
from organisations.models.units import Unit

SECTION = "thon"


class VillageQuerySet(models.QuerySet["Village"]):
    def current(self, on: date | None = None) -> "VillageQuerySet":
        """Villages that exist on the day `on` (today)."""
        on = on or timezone.localdate()
        return self.filter(models.Q(valid_to=None) | models.Q(valid_to__gt=on))


class Village(NamedMixin, ClusterableModel):
    """A village or residential area (*thôn / khu dân cư*): a place. Villages merge; news stay with the place they were about."""

    board = models.OneToOneField(
        Unit,
        verbose_name=_("village Front board"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="village",
    )
    summary = models.CharField(_("in a sentence"), max_length=300, blank=True)
    summary_en = models.CharField(_("in a sentence, in English"), max_length=300, blank=True)
    valid_to = models.DateField(_("exists until"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    objects = VillageQuerySet.as_manager()

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ("order", "name")

    @property
    def summary_label(self) -> str:
        return in_language(self.summary, self.summary_en)

    @property
    def url(self) -> str:
        return reverse("wagtail_serve", args=[f"{SECTION}/{self.slug}/"])

    def get_absolute_url(self) -> str:
        return self.url

    @cached_property
    def _latest_figure(self) -> Any:
        figures = list(self.figures.all())  # prefetched where many villages are shown
        return max(figures, key=lambda figure: figure.as_of) if figures else None

    def became(self) -> "Village":
        """The village that this one is part of today; itself where it was not merged."""
        village, seen = self, {self.pk}
        while village.valid_to and village.successor and village.successor.pk not in seen:
            village = village.successor
            seen.add(village.pk)
        return village

    @property
    def households(self) -> int | None:
        return self._latest_figure.households if self._latest_figure else None

    @property
    def residents(self) -> int | None:
        return self._latest_figure.residents if self._latest_figure else None

    @property
    def figures_as_of(self) -> date | None:
        return self._latest_figure.as_of if self._latest_figure else None


class VillageFigure(models.Model):
    """Households and residents of a village on one day."""

    village = ParentalKey(Village, verbose_name=_("village"), on_delete=models.CASCADE, related_name="figures")
    as_of = models.DateField(_("as of"))
    households = models.PositiveIntegerField(_("households"))
    residents = models.PositiveIntegerField(_("residents"))

    class Meta:
        verbose_name = _("village figures")
        verbose_name_plural = _("village figures")
        ordering = ("village", "-as_of")
        constraints = [models.UniqueConstraint(fields=["village", "as_of"], name="village_figure_once_a_day")]

    def __str__(self) -> str:
        return f"{self.village} {self.as_of:%d/%m/%Y}"
