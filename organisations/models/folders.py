from typing import Any

from django.apps import apps
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, Page

from core.models import BasePage, SectionIndexMixin
from core.panels import SelectPanel
from organisations.models.places import Village
from organisations.models.units import Unit


class UnitFolderPage(BasePage):
    """What one unit has written in one section: ownership is place. Made by `services.open_unit`."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")

    served_with = ("lead_image", "unit")

    parent_page_types: list[str] = []  # nobody makes a folder by hand
    # Of these a folder takes what its section is for (`UnitOwnedPage.section_type`).
    subpage_types = [
        "news.NewsPage",
        "news.DocumentPage",
        "news.EventPage",
        "models_showcase.ModelPage",
        "models_showcase.GoodDeedPage",
    ]

    class Meta:
        verbose_name = _("folder of a unit")
        verbose_name_plural = _("folders of units")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The section's own list, narrowed to this unit."""
        return self.trail[-1].serve_unit(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)

    def get_sitemap_urls(self, request: Any = None) -> list[dict[str, Any]]:
        """An empty folder is nothing to be found."""
        return super().get_sitemap_urls(request) if self.numchild else []


def unit_of(page: Page) -> Unit | None:
    """The unit in whose folder `page` stands."""
    folder = UnitFolderPage.objects.ancestor_of(page, inclusive=True).select_related("unit").order_by("-depth").first()
    return folder.unit if folder else None


class SectionPage(SectionIndexMixin, BasePage):
    """A section of the site: a list of everybody's pages, and beneath it a folder a unit, with the list of hers."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count_per_parent = 1

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    def listed(self, request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
        """What the template shows of the section, or of one unit's `folder` in it."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **self.listed(request)}

    def serve_unit(self, request: HttpRequest, folder: UnitFolderPage) -> HttpResponse:
        """The section narrowed to one unit, at the address of its folder."""
        context = {**folder.get_context(request), **self.listed(request, folder)}
        return TemplateResponse(request, self.template, context)


class UnitOwnedPage(BasePage):
    """A page that stands in the folder of a unit, in the section its type is for; its unit is that of the folder."""

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    # A copy belongs to the unit whose folder it comes into.
    exclude_fields_in_copy = ["unit"]
    # The section whose folders take such pages: "app.Model".
    section_type = ""
    # On the button of the start page that begins one.
    new_label: Any = ""

    class Meta:
        abstract = True

    @classmethod
    def can_exist_under(cls, parent: Page) -> bool:
        return super().can_exist_under(parent) and section_of(parent) == cls.section_type.lower()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._take_unit()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:  # of drafts
        self._take_unit()
        super().minimal_clean()

    def _take_unit(self) -> None:
        if self.unit_id is None and self.path:
            self.unit = unit_of(self)

    @property
    def card_owner(self) -> str:
        return self.unit.label if self.unit else ""

    @cached_property
    def villages_list(self) -> list[Village]:
        """The villages it is about: here the one of the field `village`, where the type has it."""
        village: Village | None = getattr(self, "village", None)
        return [village] if village else []


class AboutVillagesPage(UnitOwnedPage):
    """A page about any number of villages; the type's subclass of `PageVillage` holds them."""

    class Meta:
        abstract = True

    @cached_property
    def villages_list(self) -> list[Village]:
        return [link.village for link in self.village_links.select_related("village")]

    @property
    def villages(self) -> list[str]:
        """Their slugs (API)."""
        return [village.slug for village in self.villages_list]


def section_of(folder: Page) -> str:
    """The type of the section that `folder` belongs to; empty where it is no folder."""
    section = folder.get_parent() if isinstance(folder.specific_deferred, UnitFolderPage) else None
    return section.specific_class._meta.label_lower if section else ""


def owned_types() -> dict[str, type[UnitOwnedPage]]:
    """The page type that the folders of each section take."""
    found = (model for model in apps.get_models() if issubclass(model, UnitOwnedPage))
    return {model.section_type.lower(): model for model in found}


class PageVillage(Orderable):
    """A page is about a village. A child relation, because wagtail-localize drops many-to-many fields.

    The subclass adds `page`, a ParentalKey with `related_name="village_links"`.
    """

    village = models.ForeignKey(Village, verbose_name=_("village"), on_delete=models.PROTECT, related_name="+")

    panels = [SelectPanel("village")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        constraints = [models.UniqueConstraint(fields=["page", "village"], name="%(app_label)s_%(class)s_once")]

    def __str__(self) -> str:
        return str(self.village)
