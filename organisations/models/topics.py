from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.models import NamedMixin
from core.panels import SelectPanel
from organisations.models.units import Unit


class TopicQuerySet(models.QuerySet["Topic"]):
    def of_unit(self, unit: Unit, year: int | None = None) -> "TopicQuerySet":
        """The topics that `unit` answers for in `year` (this year)."""
        return self.filter(assignments__unit=unit, assignments__year=year or timezone.localdate().year)


class Topic(NamedMixin, ClusterableModel):
    """A subject (*chủ đề, lĩnh vực*) of news and of what citizens say."""

    description = models.CharField(_("description"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ("order", "name")


class TopicAssignment(models.Model):
    """The unit that owns a topic in one year, as the yearly plan assigns it."""

    topic = ParentalKey(Topic, verbose_name=_("topic"), on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="topic_assignments")
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(2020)])

    class Meta:
        verbose_name = _("topic assignment")
        verbose_name_plural = _("topic assignments")
        ordering = ("-year", "topic")
        constraints = [models.UniqueConstraint(fields=["topic", "year"], name="topic_assigned_once_a_year")]

    panels = [FieldRowPanel([SelectPanel("unit"), FieldPanel("year")])]

    def __str__(self) -> str:
        return f"{self.topic}, {self.year}: {self.unit}"
