from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.handbook import handbook
from portal.one_person import OnePersonPanel


@hooks.register("construct_homepage_panels")
def tell_what_one_person_changed(request: HttpRequest, panels: list[Any]) -> None:
    panel = OnePersonPanel(request.user)
    if panel.is_shown():
        panels.append(panel)


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("huong-dan/", handbook, name="handbook")]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return MenuItem(_("Handbook"), reverse("handbook"), name="handbook", icon_name="help", order=20_000)
