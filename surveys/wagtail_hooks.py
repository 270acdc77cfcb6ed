from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from organisations.enums import Role
from surveys import permissions
from surveys.components import was_it_useful
from surveys.panels import SurveysPanel

hooks.register("register_page_section", was_it_useful, order=-1)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("khao-sat/", include("surveys.admin_urls", namespace="surveys_admin"))]


class SurveysMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_see(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return SurveysMenuItem(_("Surveys"), reverse("surveys_admin:index"), name="surveys", icon_name="list-ul", order=165)


@hooks.register("construct_homepage_panels")
def show_surveys(request: HttpRequest, panels: list[Any]) -> None:
    panel = SurveysPanel(request.user)
    if panel.is_shown():
        panels.append(panel)


@hooks.register("register_role_rights")
def register_role_rights() -> dict[str, tuple[str, ...]]:
    return {
        Role.STANDING_COMMITTEE: ("surveys.write_any_survey", "surveys.put_out_survey", "surveys.read_survey"),
        Role.ORGANISATION_OFFICER: ("surveys.write_unit_survey",),
        Role.READER: ("surveys.read_survey",),
    }


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("surveys.write", _("Write a survey"), _("Wrote the survey"))
    actions.register_action("surveys.put_out", _("Put a survey out"), _("Put the survey out"))
    actions.register_action("surveys.review_words", _("Look over words"), _("Looked over what people wrote"))
    actions.register_action("surveys.delete", _("Delete a draft"), _("Deleted the draft"))
    actions.register_action("surveys.export", _("Download answers"), _("Downloaded the answers"))
    actions.register_action("surveys.print_slips", _("Print slips"), _("Printed slips with codes"))
    actions.register_action("surveys.publish_results", _("Publish results"), _("Published the results"))
