"""An exemplary model: a record first, then a story."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from core import cards, facts, renditions, text
from core.blocks import BodyBlock
from core.models import BasePage
from core.panels import SelectPanel
from core.sharing import share_links
from models_showcase.enums import Participants, Verdict
from models_showcase.models.kinds import ModelKind
from movements.models import Campaign
from organisations.models import Topic, UnitOwnedPage, Village

ONE_A_LINE = _("One a line.")


class ModelPageQuerySet(PageQuerySet):
    def with_verdict(self) -> "ModelPageQuerySet":
        """`verdict` and `evaluated_in` of the newest approved evaluation; `copies`, how often it was adopted.

        They belong to the page in Vietnamese; a translation takes them over (`stand_in_for`).
        """
        from models_showcase.models.adoptions import Adoption
        from models_showcase.models.evaluations import Evaluation

        newest = Evaluation.objects.approved().filter(model=models.OuterRef("pk")).order_by("-year")
        copies = (
            Adoption.objects.approved()
            .filter(model=models.OuterRef("pk"))
            .order_by()
            .values("model")
            .annotate(number=models.Count("pk"))
        )
        return self.annotate(
            verdict=models.Subquery(newest.values("verdict")[:1]),
            evaluated_in=models.Subquery(newest.values("year")[:1]),
            copies=models.Subquery(copies.values("number")[:1], output_field=models.IntegerField()),
        )

    def for_listing(self) -> "ModelPageQuerySet":
        """The newest first, with everything a card shows."""
        return (
            self.select_related("unit", "village", "kind", "topic", "lead_image", "locale")
            .with_verdict()
            .order_by("-started", "-pk")
        )


ModelPageManager = PageManager.from_queryset(ModelPageQuerySet)


class ModelPage(UnitOwnedPage):
    """An exemplary model (*mô hình tiêu biểu*) that others can copy. The unit in whose folder it stands leads it."""

    kind = models.ForeignKey(ModelKind, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="+")
    village = models.ForeignKey(
        Village,
        verbose_name=_("village"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Where it began. Empty: in the whole commune."),
    )
    topic = models.ForeignKey(Topic, verbose_name=_("topic"), null=True, on_delete=models.PROTECT, related_name="+")
    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    started = models.DateField(_("started"), db_index=True)
    participants = models.PositiveIntegerField(_("taking part"), null=True, blank=True)
    participants_are = models.CharField(
        _("counted in"), max_length=10, choices=Participants.choices, default=Participants.HOUSEHOLDS
    )
    cost = models.PositiveBigIntegerField(
        _("cost to begin with"),
        null=True,
        blank=True,
        help_text=_("In đồng. 0 if it cost nothing; leave it empty if nobody has counted."),
    )
    cost_note = models.CharField(_("who pays"), max_length=250, blank=True)
    steps = models.TextField(_("how to do it"), blank=True, help_text=_("One step a line, in their order."))
    needs = models.TextField(_("what is needed"), blank=True, help_text=ONE_A_LINE)
    mistakes = models.TextField(_("mistakes to avoid"), blank=True, help_text=ONE_A_LINE)
    contact_name = models.CharField(_("whom to ask"), max_length=120, blank=True)
    contact_phone = models.CharField(_("phone"), max_length=30, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("the story"), blank=True)

    objects = ModelPageManager()

    override_translatable_fields = facts.shared(
        "kind",
        "village",
        "topic",
        "campaign",
        "started",
        "participants",
        "participants_are",
        "cost",
        "contact_name",
        "contact_phone",
    )

    served_with = ("lead_image", "unit", "village", "kind", "topic", "campaign", "locale")

    section_type = "models_showcase.ModelIndexPage"
    new_label = _("New model")
    parent_page_types = ["organisations.UnitFolderPage"]
    subpage_types: list[str] = []
    takes_questions = True
    card_colour = cards.GREEN
    template = "models_showcase/model_page.html"

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([SelectPanel("kind"), SelectPanel("village")]),
                FieldRowPanel([SelectPanel("topic"), SelectPanel("campaign")]),
                FieldRowPanel([FieldPanel("started"), FieldPanel("participants"), FieldPanel("participants_are")]),
                FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_note")]),
                FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_phone")]),
            ],
            heading=_("At a glance"),
        ),
        MultiFieldPanel(
            [FieldPanel("steps"), FieldPanel("needs"), FieldPanel("mistakes")],
            heading=_("So that others can copy it"),
        ),
        BasePage.lead_panels,
        FieldPanel("body"),
    ]

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("steps"),
        index.SearchField("needs"),
        index.SearchField("mistakes"),
        index.SearchField("body"),
    ]

    api_fields = [
        *BasePage.api_fields,
        APIField("unit"),
        APIField("kind"),
        APIField("village"),
        APIField("topic"),
        APIField("campaign"),
        APIField("started"),
        APIField("participants"),
        APIField("participants_are"),
        APIField("cost"),
        APIField("cost_note"),
        APIField("steps_list"),
        APIField("needs_list"),
        APIField("mistakes_list"),
        APIField("contact_name"),
        APIField("contact_phone"),
        APIField("body"),
    ]

    class Meta:
        verbose_name = _("exemplary model")
        verbose_name_plural = _("exemplary models")
        indexes = [models.Index(fields=["village", "-started"], name="model_of_village")]

    def clean(self) -> None:
        super().clean()
        if self.started and self.started > timezone.localdate():
            raise ValidationError({"started": _("It cannot have started in the future.")})
        first = self.adoptions.order_by("adopted_on").first() if self.pk else None
        if self.started and first and self.started > first.adopted_on:
            raise ValidationError(
                {
                    "started": _("%(who)s copied it already on %(date)s.")
                    % {"who": first.adopter_label, "date": f"{first.adopted_on:%d/%m/%Y}"}
                }
            )

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from models_showcase import selectors

        context = super().get_context(request, *args, **kwargs)
        renditions.prefetch([self.lead_image, *renditions.images_in(self.body)])
        return {
            **context,
            **selectors.about_model(self),
            "share": share_links(context["canonical_url"], self.title),
            "og_type": "article",
        }

    def stand_in_for(self, source: "ModelPage") -> None:
        for name in ("verdict", "evaluated_in", "copies"):
            setattr(self, name, getattr(source, name, None))

    @property
    def kit_url(self) -> str:
        return reverse("model_kit", args=[self.pk])

    @cached_property
    def steps_list(self) -> list[str]:
        return text.lines(self.steps)

    @cached_property
    def needs_list(self) -> list[str]:
        return text.lines(self.needs)

    @cached_property
    def mistakes_list(self) -> list[str]:
        return text.lines(self.mistakes)

    @cached_property
    def may_be_copied(self) -> bool:
        """Whether the committee did not stop it when it was judged last. One query."""
        from models_showcase.models.evaluations import Evaluation

        last = Evaluation.objects.of(self).approved().values_list("verdict", flat=True).first()
        return last != Verdict.STOP

    @property
    def verdict_label(self) -> str:
        """The newest verdict in words (with `with_verdict`); nothing while it was never evaluated."""
        verdict = getattr(self, "verdict", None)
        return str(Verdict(verdict).label) if verdict else ""
