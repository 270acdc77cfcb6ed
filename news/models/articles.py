from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from core import facts, renditions
from core.blocks import BodyBlock
from core.models import BasePage
from core.panels import SelectPanel
from core.sharing import share_links
from movements.models import Campaign
from organisations.models import AboutVillagesPage, PageVillage, Topic, Village


class NewsPageQuerySet(PageQuerySet):
    def about(self, village: Village) -> "NewsPageQuerySet":
        return self.filter(village_links__village=village)

    def for_listing(self) -> "NewsPageQuerySet":
        """Newest first, with everything a card shows, in a fixed number of queries."""
        return self.select_related("unit", "topic", "lead_image", "locale").order_by("-date", "-pk")


FAR_AHEAD = _(
    "That day is far ahead, and the article would stand first in all lists until then. Please look at the year. "
    "For what is to come there is the calendar; to publish the article later, set a time for it."
)
LONGEST_AHEAD = timedelta(days=31)  # an announcement may bear the day of what it announces

NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)


class NewsPage(AboutVillagesPage):
    """An article: news, an announcement, a report. It stands in its unit's folder, and its unit is that of the folder."""

    date = models.DateTimeField(
        _("date"),
        default=timezone.now,
        db_index=True,
        help_text=_("When it happened; lists are sorted by it."),
    )
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), null=True, on_delete=models.PROTECT, related_name="+")
    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    objects = NewsPageManager()

    override_translatable_fields = facts.shared("date", "topic", "campaign", "village_links")

    served_with = ("lead_image", "unit", "topic", "campaign", "locale")

    takes_questions = True

    section_type = "news.NewsIndexPage"
    new_label = _("New article")
    parent_page_types = ["organisations.UnitFolderPage"]
    subpage_types: list[str] = []
    template = "news/news_page.html"

    content_panels = [
        *BasePage.content_panels,
        BasePage.lead_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([SelectPanel("topic"), FieldPanel("date")]),
                SelectPanel("campaign"),
                InlinePanel("village_links", heading=_("Villages it is about"), label=_("village"), min_num=0),
            ],
            heading=_("Where it belongs"),
        ),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("unit"),
        index.FilterField("topic"),
    ]

    api_fields = [
        *BasePage.api_fields,
        APIField("date"),
        APIField("unit"),
        APIField("topic"),
        APIField("campaign"),
        APIField("villages"),
        APIField("body"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(fields=["unit", "-date"], name="news_of_unit"),
            models.Index(fields=["topic", "-date"], name="news_of_topic"),
        ]

    def clean(self) -> None:
        super().clean()
        out = max(filter(None, [timezone.now(), self.go_live_at]))
        if self.date and self.date > out + LONGEST_AHEAD:
            raise ValidationError({"date": FAR_AHEAD})

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news import selectors

        context = super().get_context(request, *args, **kwargs)
        related = selectors.related(self)
        renditions.prefetch([self.lead_image, *renditions.images_in(self.body), *(page.lead_image for page in related)])
        return {
            **context,
            "related": related,
            "share": share_links(context["canonical_url"], self.title),
            "og_type": "article",
        }


class NewsPageVillage(PageVillage):
    """An article is about a village."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="village_links")
