from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from core.models import NamedMixin, in_language
from organisations.enums import WRITING_KINDS, UnitKind

SECTION = "to-chuc"


class UnitQuerySet(models.QuerySet["Unit"]):
    def writing(self) -> "UnitQuerySet":
        """Units that publish: all but the authorities."""
        return self.filter(kind__in=WRITING_KINDS, closed_on=None)

    def open(self) -> "UnitQuerySet":
        return self.filter(closed_on=None)

    def committee(self) -> "Unit":
        """The commune's Front committee. Raises Unit.DoesNotExist before it is set up."""
        return self.open().filter(kind=UnitKind.COMMITTEE).earliest("order", "pk")


class Unit(NamedMixin, models.Model):
    """Whoever owns content, receives a case or answers for a target: the committee, an organisation, a board, an authority."""

    kind = models.CharField(_("kind"), max_length=20, choices=UnitKind.choices)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    short_name_en = models.CharField(_("short name in English"), max_length=60, blank=True)
    summary = models.CharField(_("what it does"), max_length=300, blank=True)
    summary_en = models.CharField(_("what it does, in English"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    fanpage = models.URLField(_("Facebook page"), blank=True)
    zalo = models.URLField(_("Zalo group"), blank=True)
    office = models.CharField(_("office"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    collection = models.OneToOneField(
        Collection,
        verbose_name=_("media folder"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ("order", "name")
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=UnitKind.values), name="unit_kind_known")]

    def get_absolute_url(self) -> str:
        return self.url

    @property
    def short_label(self) -> str:
        return in_language(self.short_name or self.name, self.short_name_en or self.name_en)

    @property
    def summary_label(self) -> str:
        return in_language(self.summary, self.summary_en)

    @property
    def url(self) -> str:
        """The permanent address of the unit's page, in the active language."""
        return reverse("wagtail_serve", args=[f"{SECTION}/{self.slug}/"])

    @property
    def phone_href(self) -> str:
        return "tel:" + "".join(character for character in self.phone if character.isdigit() or character == "+")

    def clean_fields(self, exclude: Any = None) -> None:
        self.slug = self.slug.lower()
        super().clean_fields(exclude)
