"""Cases in the admin: addresses, menu, start page, rights of the roles; and the section under every page one may ask about."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from feedback import permissions
from feedback.components import questions_about_page
from feedback.panels import CasesPanel
from organisations.enums import Role

hooks.register("register_page_section", questions_about_page)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("y-kien/", include("feedback.admin_urls", namespace="feedback_admin"))]


class CasesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_see_cases(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return CasesMenuItem(_("Cases"), reverse("feedback_admin:index"), name="cases", icon_name="mail", order=140)


@hooks.register("construct_homepage_panels")
def show_cases(request: HttpRequest, panels: list[Any]) -> None:
    panel = CasesPanel(request.user)
    if panel.is_shown():
        panels.insert(0, panel)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("feedback.read_person", _("Look at the sender"), _("Looked at who sent the case"))


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {
        Role.STANDING_COMMITTEE: (
            "feedback.read_all",
            "feedback.work_all",
            "feedback.approve_answer",
            "feedback.read_person",
        ),
        Role.READER: ("feedback.read_all",),
        Role.ORGANISATION_OFFICER: ("feedback.work_unit", "feedback.read_person"),
        Role.VILLAGE_BOARD: ("feedback.work_unit", "feedback.read_person"),
    }
