from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from core import renditions
from core.blocks import BodyBlock
from core.models import BasePage
from core.panels import SelectPanel
from core.sharing import share_links
from movements.models import Campaign
from organisations.models import Topic, Unit, Village
from organisations.models.folders import unit_of


class NewsPageQuerySet(PageQuerySet):
    def about(self, village: Village) -> "NewsPageQuerySet":
        return self.filter(village_links__village=village)

    def for_listing(self) -> "NewsPageQuerySet":
        """Newest first, with everything a card shows, in a fixed number of queries."""
        return self.select_related("unit", "topic", "lead_image", "locale").order_by("-date", "-pk")


NewsPageManager = PageManager.from_queryset(NewsPageQuerySet)


class NewsPage(BasePage):
    """An article: news, an announcement, a report. It stands in its unit's folder, and its unit is that of the folder."""

    date = models.DateTimeField(
        _("date"),
        default=timezone.now,
        db_index=True,
        help_text=_("When it happened; lists are sorted by it."),
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, editable=False, on_delete=models.PROTECT, related_name="+"
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

    served_with = ("lead_image", "unit", "topic", "campaign", "locale")

    takes_questions = True

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

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._take_unit()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:  # of drafts
        self._take_unit()
        super().minimal_clean()

    def _take_unit(self) -> None:
        if self.unit_id is None and self.path:
            self.unit = unit_of(self)

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

    @property
    def card_owner(self) -> str:
        return self.unit.label if self.unit else ""

    @cached_property
    def villages_list(self) -> list[Village]:
        return [link.village for link in self.village_links.select_related("village")]

    @property
    def villages(self) -> list[str]:
        """The slugs of the villages it is about (API)."""
        return [village.slug for village in self.villages_list]


class NewsPageVillage(Orderable):
    """An article is about a village. A child relation, because wagtail-localize drops many-to-many fields."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="village_links")
    village = models.ForeignKey(Village, verbose_name=_("village"), on_delete=models.PROTECT, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        constraints = [models.UniqueConstraint(fields=["page", "village"], name="news_village_once")]

    panels = [SelectPanel("village")]

    def __str__(self) -> str:
        return str(self.village)
