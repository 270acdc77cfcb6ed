"""Good people and good deeds, and the agreement of whoever is named."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from core import facts, renditions, text
from core.blocks import BodyBlock
from core.models import BasePage, EncryptedTextField
from core.panels import SelectPanel
from core.sharing import share_links
from models_showcase.enums import Level, Manner, Relation
from movements.models import Campaign
from organisations.models import Topic, UnitOwnedPage, Village


class GoodDeedPageQuerySet(PageQuerySet):
    def for_listing(self) -> "GoodDeedPageQuerySet":
        """The latest first, with everything a card shows."""
        return self.select_related("unit", "village", "topic", "lead_image", "locale").order_by("-date", "-pk")


GoodDeedPageManager = PageManager.from_queryset(GoodDeedPageQuerySet)


class GoodDeedPage(UnitOwnedPage):
    """A good deed (*người tốt, việc tốt*) and who did it. It is published with the agreement of whoever is named, or not at all."""

    honoured = models.CharField(
        _("who did it"), max_length=160, help_text=_("The person or the group, as they want to be named.")
    )
    is_group = models.BooleanField(_("a group"), default=False)
    is_child = models.BooleanField(
        _("a child"), default=False, help_text=_("Under 16 years: a parent or guardian has to agree.")
    )
    date = models.DateField(_("when it happened"), db_index=True)
    village = models.ForeignKey(
        Village, verbose_name=_("village"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    level = models.CharField(_("recognised"), max_length=10, choices=Level.choices, blank=True, default=Level.NONE)
    decision = models.CharField(_("number of the decision"), max_length=40, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("what happened"), blank=True)

    objects = GoodDeedPageManager()

    override_translatable_fields = facts.shared(
        "is_group", "is_child", "date", "village", "topic", "campaign", "level", "decision", "decided_on"
    )

    served_with = ("lead_image", "unit", "village", "topic", "campaign", "locale")

    section_type = "models_showcase.GoodDeedIndexPage"
    new_label = _("New good deed")
    parent_page_types = ["organisations.UnitFolderPage"]
    subpage_types: list[str] = []
    template = "models_showcase/deed_page.html"

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("honoured"),
                FieldRowPanel([FieldPanel("is_group"), FieldPanel("is_child")]),
                FieldRowPanel([FieldPanel("date"), SelectPanel("village")]),
                FieldRowPanel([SelectPanel("topic"), SelectPanel("campaign")]),
            ],
            heading=_("Who, when, where"),
        ),
        FieldPanel("body"),
        BasePage.lead_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("level"), FieldPanel("decision"), FieldPanel("decided_on")])],
            heading=_("Recognition"),
        ),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("honoured"), index.SearchField("body")]

    api_fields = [
        *BasePage.api_fields,
        APIField("honoured"),
        APIField("is_group"),
        APIField("date"),
        APIField("unit"),
        APIField("village"),
        APIField("topic"),
        APIField("campaign"),
        APIField("level"),
        APIField("decision"),
        APIField("decided_on"),
        APIField("body"),
    ]

    class Meta:
        verbose_name = _("good deed")
        verbose_name_plural = _("good deeds")

    def unready(self) -> list[str]:
        """Without the agreement of whoever the newest draft names it goes to nobody (Decree 13/2023/NĐ-CP, article 11)."""
        draft, consent = self.get_latest_revision_as_object(), Consent.objects.in_force(self).first()
        if consent is None:
            return [gettext("“%(who)s” has not agreed to be named yet, or it is not noted.") % {"who": draft.honoured}]
        if draft.is_child and consent.relation != Relation.GUARDIAN:
            return [gettext("For a child a parent or guardian has to agree.")]
        if not consent.covers(draft):
            return [
                gettext("“%(named)s” agreed, but the page names “%(who)s”. Please ask again and note it.")
                % {"named": consent.named, "who": draft.honoured}
            ]
        return []

    def for_approver(self) -> list[tuple[str, str]]:
        consent = Consent.objects.in_force(self).first()
        return [(gettext("Agreed to be named"), consent.in_words)] if consent else []

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from models_showcase import selectors

        context = super().get_context(request, *args, **kwargs)
        related = selectors.other_deeds(self)
        renditions.prefetch([self.lead_image, *renditions.images_in(self.body), *(page.lead_image for page in related)])
        return {
            **context,
            "related": related,
            "share": share_links(context["canonical_url"], self.title),
            "og_type": "article",
        }


class ConsentQuerySet(models.QuerySet["Consent"]):
    def of(self, page: GoodDeedPage) -> "ConsentQuerySet":
        """What was agreed about a deed, whichever translation `page` is; the newest first."""
        return self.filter(page__translation_key=page.translation_key).order_by("-recorded_at", "-pk")

    def in_force(self, page: GoodDeedPage) -> "ConsentQuerySet":
        return self.of(page).filter(withdrawn_at=None)


class Consent(models.Model):
    """Somebody agreed that a person or group is named. Kept apart from the page: it is in no version, translation or API."""

    page = models.ForeignKey(GoodDeedPage, on_delete=models.CASCADE, related_name="consents")
    named = EncryptedTextField(_("the name that was agreed to"))
    given_by = EncryptedTextField(_("who agreed"))
    relation = models.CharField(_("that is"), max_length=20, choices=Relation.choices)
    given_on = models.DateField(_("on"), default=timezone.localdate)
    manner = models.CharField(_("how"), max_length=10, choices=Manner.choices)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )  # the officer who noted it

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement to be named")
        verbose_name_plural = _("agreements to be named")
        constraints = [
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(withdrawn_at=None), name="consent_in_force_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"  # Wagtail's logs keep it: no name in it

    @property
    def in_words(self) -> str:
        """Who, when and how, without a name."""
        return gettext("%(who)s, %(date)s, %(how)s") % {
            "who": self.get_relation_display(),
            "date": date_format(self.given_on),
            "how": self.get_manner_display().lower(),
        }

    def covers(self, page: GoodDeedPage) -> bool:
        """Whether it was given for the name that `page` says; a translation says it in its own way."""
        return not page.is_in_source_language or text.clean(self.named).lower() == text.clean(page.honoured).lower()
