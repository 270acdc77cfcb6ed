from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from organisations.panels import MissingInFootPanel
from organisations.viewsets import OrganisationsViewSetGroup

register_snippet(OrganisationsViewSetGroup)


@hooks.register("construct_homepage_panels")
def tell_what_is_missing(request: HttpRequest, panels: list[Any]) -> None:
    panel = MissingInFootPanel(request.user)
    if panel.is_shown():
        panels.append(panel)
