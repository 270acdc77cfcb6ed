from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from news.panels import WriteArticlePanel


@hooks.register("construct_homepage_panels")
def offer_writing(request: HttpRequest, panels: list[Any]) -> None:
    panel = WriteArticlePanel(request.user)
    if panel.is_shown():
        panels.insert(0, panel)
