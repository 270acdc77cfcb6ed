"""Models and good deeds in the admin: addresses, menu, start page, rights of the roles, what the history says."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from models_showcase import permissions
from models_showcase.models import GoodDeedPage, ModelPage
from models_showcase.panels import ModelsPanel
from models_showcase.viewsets import CriterionViewSet, ModelKindViewSet
from organisations.enums import Role

register_snippet(ModelKindViewSet)
register_snippet(CriterionViewSet)

OFFICER = ("models_showcase.view_evaluation", "models_showcase.add_evaluation", "models_showcase.add_adoption")


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("mo-hinh/", include("models_showcase.admin_urls", namespace="models_admin"))]


class ModelsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_see(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return ModelsMenuItem(
        _("Exemplary models"), reverse("models_admin:index"), name="models", icon_name="pick", order=160
    )


@hooks.register("construct_homepage_panels")
def show_models(request: HttpRequest, panels: list[Any]) -> None:
    panel = ModelsPanel(request.user)
    if panel.is_shown():
        panels.append(panel)


@hooks.register("register_page_header_buttons")
def register_header_buttons(
    page: Any, user: Any, next_url: str | None = None, view_name: str | None = None, **kwargs: Any
) -> Any:
    page = page.specific_deferred
    if isinstance(page, ModelPage) and permissions.may_see(user):
        yield Button(
            _("Evaluations and copies"), reverse("models_admin:model", args=[page.pk]), icon_name="tasks", priority=5
        )
    if isinstance(page, GoodDeedPage) and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Agreement to be named"), reverse("models_admin:consent", args=[page.pk]), icon_name="check", priority=5
        )


@hooks.register("before_edit_page")
def lead_to_the_agreement(request: HttpRequest, page: Any) -> None:
    """The way on from "it cannot be sent to approval yet"."""
    if (
        request.method == "GET"
        and page.specific_class is GoodDeedPage
        and page.get_latest_revision_as_object().unready()
    ):
        button = messages.button(reverse("models_admin:consent", args=[page.pk]), _("Note the agreement"))
        messages.info(request, _("Ask whoever is named, then note it here."), buttons=[button])


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    for name, label in (
        ("evaluate", _("Evaluation approved")),
        ("adopt", _("Copy recorded")),
        ("approve_copy", _("Record of a copy approved")),
        ("forget_adoption", _("Record of a copy taken back")),
        ("consent", _("Agreement to be named noted")),
        ("withdraw_consent", _("Agreement to be named withdrawn")),
    ):
        actions.register_action(f"models_showcase.{name}", label, label)


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {
        Role.STANDING_COMMITTEE: (
            *OFFICER,
            "models_showcase.approve_evaluation",
            "models_showcase.change_modeltargets",
            *(f"models_showcase.{act}_{model}" for act in ("add", "change") for model in ("criterion", "modelkind")),
        ),
        Role.READER: ("models_showcase.view_evaluation",),
        Role.ORGANISATION_OFFICER: OFFICER,
        Role.VILLAGE_BOARD: ("models_showcase.view_evaluation", "models_showcase.add_adoption"),
    }
