"""Campaigns and emulation movements, as data that news, models and figures point at."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from core.models import NamedMixin, in_language
from organisations.models import Unit

SECTION = "phong-trao"


class CampaignQuerySet(models.QuerySet["Campaign"]):
    def running(self) -> "CampaignQuerySet":
        return self.filter(ended=None)


class Campaign(NamedMixin, ClusterableModel):
    """A campaign or emulation movement (*cuộc vận động, phong trào*) that one unit leads and others join."""

    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    short_name_en = models.CharField(_("short name in English"), max_length=60, blank=True)
    summary = models.CharField(_("in a sentence"), max_length=300, blank=True)
    summary_en = models.CharField(_("in a sentence, in English"), max_length=300, blank=True)
    lead = models.ForeignKey(Unit, verbose_name=_("led by"), on_delete=models.PROTECT, related_name="+")
    joining = ParentalManyToManyField(Unit, verbose_name=_("joined by"), blank=True, related_name="+")
    started = models.DateField(_("started"), null=True, blank=True)
    ended = models.DateField(_("ended"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ("order", "name")

    @property
    def short_label(self) -> str:
        return in_language(self.short_name or self.name, self.short_name_en or self.name_en)

    @property
    def summary_label(self) -> str:
        return in_language(self.summary, self.summary_en)

    @property
    def joining_units(self) -> list[Unit]:
        return list(self.joining.all())

    @property
    def url(self) -> str:
        return reverse("wagtail_serve", args=[f"{SECTION}/{self.slug}/"])

    def get_absolute_url(self) -> str:
        return self.url
