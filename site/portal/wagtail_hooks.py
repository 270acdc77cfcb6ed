from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from portal.one_person import OnePersonPanel


@hooks.register("construct_homepage_panels")
def tell_what_one_person_changed(request: HttpRequest, panels: list[Any]) -> None:
    panel = OnePersonPanel(request.user)
    if panel.is_shown():
        panels.append(panel)
