import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.documents import get_document_model_string
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from core import cards, facts, renditions, text
from core.blocks import BodyBlock
from core.models import BasePage, NamedMixin
from core.panels import SelectPanel
from core.sharing import share_links
from organisations.models import AboutVillagesPage, PageVillage, Topic, Unit, Village


class DocumentKind(NamedMixin):
    """A kind of official document (*kế hoạch, quyết định, thông báo*), as Decree 30/2020/NĐ-CP and the Party's rules name them."""

    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("kind of document")
        verbose_name_plural = _("kinds of documents")
        ordering = ("order", "name")


class DocumentPageQuerySet(PageQuerySet):
    def about(self, village: Village) -> "DocumentPageQuerySet":
        return self.filter(village_links__village=village)

    def for_listing(self) -> "DocumentPageQuerySet":
        """Newest first, with everything a row of the register shows."""
        return self.select_related("unit", "kind", "issuer", "topic", "locale", "file", "replaced_by").order_by(
            "-issued_on", "-pk"
        )


DocumentPageManager = PageManager.from_queryset(DocumentPageQuerySet)


class DocumentPage(AboutVillagesPage):
    """An official document: number and symbol, day, who issued it, whether it is in force, the file."""

    number = models.CharField(
        _("number and symbol"),
        max_length=40,
        blank=True,
        help_text=_("As on the paper: 12/KH-MTTQ. Empty for a paper that has none, such as an invitation."),
    )
    issued_on = models.DateField(_("issued on"), db_index=True)
    kind = models.ForeignKey(DocumentKind, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="+")
    issuer = models.ForeignKey(
        Unit, verbose_name=_("issued by"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    issuer_name = models.CharField(
        _("or issued by"), max_length=160, blank=True, help_text=_("Somebody who is none of our units.")
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    file = models.ForeignKey(
        get_document_model_string(), verbose_name=_("file"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    replaced_by = models.ForeignKey(
        "self", verbose_name=_("replaced by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    expired_on = models.DateField(_("in force until"), null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("what is in it"), blank=True)

    objects = DocumentPageManager()

    override_translatable_fields = facts.shared(
        "number",
        "issued_on",
        "kind",
        "issuer",
        "issuer_name",
        "topic",
        "file",
        "replaced_by",
        "expired_on",
        "village_links",
    )

    served_with = ("lead_image", "unit", "kind", "issuer", "topic", "locale", "file", "replaced_by")

    section_type = "news.DocumentIndexPage"
    new_label = _("New document")
    parent_page_types = ["organisations.UnitFolderPage"]
    subpage_types: list[str] = []
    takes_questions = True
    card_colour = cards.BROWN
    template = "news/document_page.html"

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("issued_on")]),
                FieldRowPanel([SelectPanel("kind"), SelectPanel("topic")]),
                FieldRowPanel([SelectPanel("issuer"), FieldPanel("issuer_name")]),
                FieldPanel("file"),
            ],
            heading=_("The document"),
        ),
        MultiFieldPanel(
            [PageChooserPanel("replaced_by", "news.DocumentPage"), FieldPanel("expired_on")],
            heading=_("In force"),
            help_text=_("Leave both empty as long as it is in force."),
        ),
        FieldPanel("body"),
        InlinePanel("village_links", heading=_("Villages it is about"), label=_("village"), min_num=0),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("number"), index.SearchField("body")]

    api_fields = [
        *BasePage.api_fields,
        APIField("number"),
        APIField("issued_on"),
        APIField("kind"),
        APIField("issued_by"),
        APIField("topic"),
        APIField("file"),
        APIField("replaced_by"),
        APIField("expired_on"),
        APIField("villages"),
        APIField("body"),
    ]

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if bool(self.issuer_id) == bool(self.issuer_name):
            errors["issuer"] = _("Say who issued it: choose a unit, or write a name, not both.")
        elif twin := self._twin():
            errors["number"] = _("“%(title)s” of %(year)s has this number already.") % {
                "title": twin.title,
                "year": twin.issued_on.year,
            }
        if self.issued_on and self.issued_on > timezone.localdate():
            errors["issued_on"] = _("It cannot have been issued in the future.")
        if self.replaced_by and self._is_replaced_in_a_circle():
            errors["replaced_by"] = _("That document is itself replaced by this one, so it cannot replace it.")
        elif self.replaced_by and self.issued_on and self.replaced_by.issued_on < self.issued_on:
            errors["replaced_by"] = _("That document is older than this one, so it cannot replace it.")
        if self.expired_on and self.issued_on and self.expired_on < self.issued_on:
            errors["expired_on"] = _("It cannot end before the day it was issued.")
        if errors:
            raise ValidationError(errors)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news import selectors

        context = super().get_context(request, *args, **kwargs)
        renditions.prefetch([self.lead_image, *renditions.images_in(self.body)])
        return {
            **context,
            "replaces": selectors.replaced_by(self),
            "share": share_links(context["canonical_url"], self.title),
            "og_type": "article",
        }

    @property
    def issued_by(self) -> str:
        return self.issuer.label if self.issuer else self.issuer_name

    @property
    def is_in_force(self) -> bool:
        """Whether it still counts: no live document replaces it, and its last day is not over."""
        over = self.expired_on is not None and self.expired_on < timezone.localdate()
        return not over and not (self.replaced_by and self.replaced_by.live)

    def _twin(self) -> "DocumentPage | None":
        """Another document of the same issuer, year and number; a translation is no other one."""
        if not (self.number and self.issued_on):
            return None
        same = DocumentPage.objects.filter(
            issued_on__year=self.issued_on.year,
            issuer=self.issuer_id,
            issuer_name__iexact=self.issuer_name.strip(),
        )
        others = same.exclude(translation_key=self.translation_key).only("title", "number", "issued_on")
        return next((other for other in others if _compared(other.number) == _compared(self.number)), None)

    def _is_replaced_in_a_circle(self) -> bool:
        seen: set[int | None] = {self.pk} - {None}
        newer: int | None = self.replaced_by_id
        while newer is not None:
            if newer in seen:
                return True
            seen.add(newer)
            newer = DocumentPage.objects.filter(pk=newer).values_list("replaced_by", flat=True).first()
        return False


def _compared(number: str) -> str:
    """A number without what people write now so, now so: spaces, capitals, long dashes, a nought before it."""
    return text.alike(re.sub(r"\s", "", re.sub(r"[‐-―−]", "-", number)).lower())


class DocumentPageVillage(PageVillage):
    """A document is about a village."""

    page = ParentalKey(DocumentPage, on_delete=models.CASCADE, related_name="village_links")
