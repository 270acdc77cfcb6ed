from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from core.visibility import visible_to_public
from organisations.models import SectionPage, UnitFolderPage


class ModelIndexPage(SectionPage):
    """The exemplary models of the commune, narrowed to what one is looking for."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["models_showcase.TargetsPage"]
    template = "models_showcase/model_list.html"

    class Meta:
        verbose_name = _("models section")
        verbose_name_plural = _("models sections")

    def listed(self, request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
        from models_showcase import listing

        return {**listing.models(request, folder), "targets_url": self._targets_url()}

    def _targets_url(self) -> str:
        page = visible_to_public(TargetsPage.objects.child_of(self)).first()
        return page.url if page else ""


class TargetsPage(BasePage):
    """One model a year in every village and organisation: who has reached it, each figure with its records."""

    max_count_per_parent = 1
    parent_page_types = ["models_showcase.ModelIndexPage"]
    subpage_types: list[str] = []
    template = "models_showcase/targets_page.html"

    class Meta:
        verbose_name = _("page of the targets for models")
        verbose_name_plural = _("pages of the targets for models")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from models_showcase import targets

        return {**super().get_context(request, *args, **kwargs), **targets.context(request.GET.get("nam", ""))}


class GoodDeedIndexPage(SectionPage):
    """Good people and good deeds."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "models_showcase/deed_list.html"

    class Meta:
        verbose_name = _("good deeds section")
        verbose_name_plural = _("good deeds sections")

    def listed(self, request: HttpRequest, folder: UnitFolderPage | None = None) -> dict[str, Any]:
        from models_showcase import listing

        return listing.deeds(request, folder)
