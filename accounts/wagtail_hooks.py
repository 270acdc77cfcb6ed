from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from accounts import views
from accounts.panels import PasswordSetPanel


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("mat-khau-moi/da-biet/", views.seen, name="password_seen")]


@hooks.register("construct_homepage_panels")
def tell_who_set_the_password(request: HttpRequest, panels: list[Any]) -> None:
    panel = PasswordSetPanel(request.user)
    if panel.is_shown():
        panels.insert(0, panel)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action(
        "accounts.hand_out_password", _("Password handed out"), _("Set a password that is good once")
    )
    actions.register_action("accounts.open_again", _("Account opened again"), _("Opened the account again"))
    actions.register_action("accounts.set_own_password", _("Own password set"), _("Set a password of her own"))
