from typing import Any

from django.http import HttpRequest
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from organisations.panels import AppointmentsPanel, MissingInFootPanel, WritePanel
from organisations.viewsets import OrganisationsViewSetGroup

register_snippet(OrganisationsViewSetGroup)


@hooks.register("construct_homepage_panels")
def tell_what_is_missing(request: HttpRequest, panels: list[Any]) -> None:
    panel = MissingInFootPanel(request.user)
    if panel.is_shown():
        panels.append(panel)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("phan-cong/", include("organisations.admin_urls", namespace="appointments_admin"))]


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(
        "organisations.confirm_appointment", _("Appointment confirmed"), _("Confirmed the appointment")
    )
    actions.register_action(
        "organisations.refuse_appointment", _("Appointment taken away"), _("Took the appointment away")
    )
    actions.register_action(
        "organisations.appoint_on_server", _("Appointed on the server"), _("Appointed on the server, by a command")
    )


@hooks.register("construct_homepage_panels")
def tell_of_appointments(request: HttpRequest, panels: list[Any]) -> None:
    panel = AppointmentsPanel(request.user)
    if panel.is_shown():
        panels.append(panel)


@hooks.register("construct_homepage_panels")
def offer_writing(request: HttpRequest, panels: list[Any]) -> None:
    panel = WritePanel(request.user)
    if panel.is_shown():
        panels.insert(0, panel)
