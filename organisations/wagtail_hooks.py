from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from organisations.panels import MissingInFootPanel, WritePanel
from organisations.viewsets import OrganisationsViewSetGroup

register_snippet(OrganisationsViewSetGroup)


@hooks.register("construct_homepage_panels")
def tell_what_is_missing(request: HttpRequest, panels: list[Any]) -> None:
    panel = MissingInFootPanel(request.user)
    if panel.is_shown():
        panels.append(panel)


@hooks.register("construct_homepage_panels")
def offer_writing(request: HttpRequest, panels: list[Any]) -> None:
    panel = WritePanel(request.user)
    if panel.is_shown():
        panels.insert(0, panel)
