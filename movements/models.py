"""Campaigns and emulation movements, as data that news, models and figures point at."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core import text
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
    goals = models.TextField(_("goals"), max_length=2000, blank=True, help_text=_("In words, one a line."))
    goals_en = models.TextField(_("goals, in English"), max_length=2000, blank=True)
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
    def goals_list(self) -> list[str]:
        return text.lines(in_language(self.goals, self.goals_en))

    @property
    def joining_units(self) -> list[Unit]:
        return list(self.joining.all())

    @property
    def url(self) -> str:
        return reverse("wagtail_serve", args=[f"{SECTION}/{self.slug}/"])

    def get_absolute_url(self) -> str:
        return self.url


class CampaignFigure(models.Model):
    """What was counted in a campaign on one day, and where that can be checked."""

    campaign = ParentalKey(Campaign, verbose_name=_("campaign"), on_delete=models.CASCADE, related_name="figures")
    number = models.CharField(_("number"), max_length=24, help_text=_("With its unit: 12,5%, 45 triệu đồng."))
    what = models.CharField(_("what it counts"), max_length=120)
    what_en = models.CharField(_("what it counts, in English"), max_length=120, blank=True)
    as_of = models.DateField(_("as of"))
    source = models.CharField(_("source"), max_length=200, help_text=_("The report, minutes or book it stands in."))
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("as_of"), FieldPanel("order")]),
        FieldRowPanel([FieldPanel("what"), FieldPanel("what_en")]),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("figure of a campaign")
        verbose_name_plural = _("figures of campaigns")
        ordering = ("campaign", "order", "-as_of")

    def __str__(self) -> str:
        return f"{self.number} {self.what}"

    @property
    def label(self) -> str:
        return in_language(self.what, self.what_en)
