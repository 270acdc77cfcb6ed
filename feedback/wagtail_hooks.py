"""Cases in the admin: addresses, menu, start page, rights of the roles; and the section under every page one may ask about."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.snippets.models import register_snippet

from feedback import permissions, selectors
from feedback.components import copy_this_model, propose_a_deed, questions_about_page
from feedback.panels import CasesPanel
from feedback.viewsets import DeadlinesViewSetGroup
from organisations.enums import Role

register_snippet(DeadlinesViewSetGroup)
hooks.register("register_page_section", copy_this_model)
hooks.register("register_page_section", propose_a_deed)
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


class CasesSearchArea(SearchArea):
    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_see_cases(request.user)


@hooks.register("register_admin_search_area")
def register_search_area() -> SearchArea:
    return CasesSearchArea(_("Cases"), reverse("feedback_admin:index"), name="cases", icon_name="mail", order=150)


@hooks.register("construct_homepage_panels")
def show_cases(request: HttpRequest, panels: list[Any]) -> None:
    panel = CasesPanel(request.user)
    if panel.is_shown():
        panels.insert(0, panel)


@hooks.register("before_edit_page")
def lead_to_the_case(request: HttpRequest, page: Any) -> None:
    case = selectors.case_of_article(page)
    if request.method == "GET" and case and permissions.may_read(request.user, case):
        link = messages.button(reverse("feedback_admin:case", args=[case.pk]), _("Open the case"))
        messages.info(request, _("This article tells of case %(code)s.") % {"code": case.code}, buttons=[link])


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("feedback.read_person", _("Look at the sender"), _("Looked at who sent the case"))
    actions.register_action("feedback.find_by_phone", _("Find by phone number"), _("Found the case by a phone number"))


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {
        Role.STANDING_COMMITTEE: (
            "feedback.read_all",
            "feedback.work_all",
            "feedback.approve_answer",
            "feedback.read_person",
            "feedback.change_deadlinerule",
            *(f"feedback.{act}_dayoff" for act in ("add", "change", "delete")),
        ),
        Role.READER: ("feedback.read_all",),
        Role.ORGANISATION_OFFICER: ("feedback.work_unit", "feedback.read_person"),
        Role.VILLAGE_BOARD: ("feedback.work_unit", "feedback.read_person"),
    }
