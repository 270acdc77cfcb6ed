from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from core import cards, facts, renditions
from core.blocks import BodyBlock
from core.models import BasePage
from core.panels import SelectPanel
from core.sharing import share_links
from movements.models import Campaign
from news.enums import Timing
from news.forms import EventPageForm
from organisations.models import AboutVillagesPage, PageVillage, Topic, Village


class EventPageQuerySet(PageQuerySet):
    def about(self, village: Village) -> "EventPageQuerySet":
        """Events of one village, and those of the whole commune, which name none."""
        return self.filter(models.Q(village_links__village=village) | models.Q(village_links=None))

    def with_end(self) -> "EventPageQuerySet":
        """`over_at`: when it ends; one without an end is over as soon as its day is."""
        return self.annotate(over_at=Coalesce("ends_at", "starts_at"))

    def between(self, begin: datetime, end: datetime) -> "EventPageQuerySet":
        """Events that last into the time from `begin` to before `end`, the earliest first."""
        return self.with_end().filter(starts_at__lt=end, over_at__gte=begin).order_by("starts_at", "pk")

    def coming(self, now: datetime | None = None) -> "EventPageQuerySet":
        """Events that are not over (those of today included), the earliest first."""
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        return self.with_end().filter(over_at__gte=today).order_by("starts_at", "pk")

    def for_listing(self) -> "EventPageQuerySet":
        return self.select_related("unit", "topic", "locale")


FOLLOWS_AT_ONCE = _(
    "Day, hour, place and “called off” change there at once, too. "
    "The other words stay as they were until somebody translates them again."
)

EventPageManager = PageManager.from_queryset(EventPageQuerySet)


class EventPage(AboutVillagesPage):
    """Something that takes place: where, when, for whom. Its unit is the organiser."""

    starts_at = models.DateTimeField(_("begins"), db_index=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    timing = models.CharField(
        _("hours"),
        max_length=10,
        choices=Timing.choices,
        default=Timing.EXACT,
        help_text=_("For a whole day, or where the hour is not known yet, only the days above count."),
    )
    place = models.CharField(_("place"), max_length=200)
    called_off = models.CharField(
        _("called off"),
        max_length=200,
        blank=True,
        help_text=_(
            "Only if it does not take place: say why, and when instead. It stays in the calendar, crossed out."
        ),
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    report = models.ForeignKey(
        Page,
        verbose_name=_("article about it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("When it is over: the article that tells what came of it."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("what people should know"), blank=True)

    objects = EventPageManager()

    base_form_class = EventPageForm

    override_translatable_fields = facts.shared(
        "starts_at", "ends_at", "timing", "place", "called_off", "topic", "campaign", "report", "village_links"
    )

    served_with = ("lead_image", "unit", "topic", "campaign", "locale")

    section_type = "news.EventIndexPage"
    new_label = _("New event")
    parent_page_types = ["organisations.UnitFolderPage"]
    subpage_types: list[str] = []
    takes_questions = True
    card_colour = cards.GREEN
    template = "news/event_page.html"

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("timing"),
                FieldPanel("place"),
                InlinePanel(
                    "village_links",
                    heading=_("Villages"),
                    label=_("village"),
                    help_text=_("None: for the whole commune."),
                    min_num=0,
                ),
                FieldPanel("called_off"),
            ],
            heading=_("Where and when"),
        ),
        FieldPanel("body"),
        BasePage.lead_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([SelectPanel("topic"), SelectPanel("campaign")]),
                PageChooserPanel("report", "news.NewsPage"),
            ],
            heading=_("Where it belongs"),
        ),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("place"), index.SearchField("body")]

    api_fields = [
        *BasePage.api_fields,
        APIField("starts_at"),
        APIField("ends_at"),
        APIField("timing"),
        APIField("place"),
        APIField("called_off"),
        APIField("unit"),
        APIField("topic"),
        APIField("campaign"),
        APIField("villages"),
        APIField("report"),
        APIField("body"),
    ]

    class Meta:
        verbose_name = _("date in the calendar")
        verbose_name_plural = _("dates in the calendar")

    def clean(self) -> None:
        super().clean()
        if self.timing != Timing.EXACT:
            for name in ("starts_at", "ends_at"):
                setattr(self, name, _day_of(getattr(self, name)))
        if not (self.starts_at and self.ends_at):
            return
        if self.ends_at < self.starts_at or (self.ends_at == self.starts_at and self.timing == Timing.EXACT):
            raise ValidationError({"ends_at": _("The end must come after the beginning.")})

    def for_approver(self) -> list[tuple[str, str]]:
        said = super().for_approver()
        if self.is_in_source_language and self.get_translations().live().exists():
            said.append((gettext("In English"), str(FOLLOWS_AT_ONCE)))
        return said

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news import selectors

        context = super().get_context(request, *args, **kwargs)
        renditions.prefetch([self.lead_image, *renditions.images_in(self.body)])
        return {
            **context,
            "report": selectors.report_of(self),
            "share": share_links(context["canonical_url"], self.title),
            "og_type": "article",
        }

    @property
    def notice(self) -> str:
        """That it does not take place, and why; else nothing."""
        return gettext("Called off. %(why)s") % {"why": self.called_off} if self.called_off else ""

    @property
    def description(self) -> str:
        return " ".join(filter(None, [self.notice, super().description]))

    @property
    def ics_url(self) -> str:
        return reverse("event_ics", args=[self.pk])

    @property
    def first_day(self) -> date:
        """The day it begins on, here."""
        return timezone.localdate(self.starts_at)

    @property
    def last_day(self) -> date:
        """The day it ends on, here; one that ends before four in the morning belongs to the evening before."""
        if self.ends_at is None:
            return self.first_day
        end = timezone.localtime(self.ends_at)
        if self.timing != Timing.EXACT:
            return end.date()
        day = end.date() if end.hour >= NIGHT_ENDS else (end - timedelta(hours=NIGHT_ENDS)).date()
        return max(day, self.first_day)

    @property
    def ends_next_morning(self) -> bool:
        """Whether it lasts over midnight and still belongs to the evening."""
        return self.ends_at is not None and timezone.localdate(self.ends_at) > self.last_day

    @property
    def is_whole_day(self) -> bool:
        """Whole days, also those entered from midnight to midnight."""
        return self.timing == Timing.WHOLE_DAY or (
            self.timing == Timing.EXACT and _is_midnight(self.starts_at) and _is_midnight(self.ends_at)
        )

    @property
    def has_hours(self) -> bool:
        """Whether its hours say something; one that begins at midnight and has no end was entered without."""
        is_without = self.ends_at is None and _is_midnight(self.starts_at)
        return self.timing == Timing.EXACT and not self.is_whole_day and not is_without

    @property
    def is_over(self) -> bool:
        return self.last_day < timezone.localdate()


NIGHT_ENDS = 4  # o'clock


def _day_of(moment: datetime | None) -> datetime | None:
    """Midnight before `moment`, here."""
    return moment and timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)


def _is_midnight(moment: datetime | None) -> bool:
    return moment is not None and moment == _day_of(moment)


class EventPageVillage(PageVillage):
    """An event takes place in a village, or is for its people."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="village_links")
