"""House rules that Django checks at every start."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import checks
from wagtail.models import Page

from core.models import BasePage


def page_types_say_where_they_live(**kwargs: Any) -> list[checks.CheckMessage]:
    """Every page type states its `parent_page_types` and `subpage_types` (E001) and inherits `BasePage` (E002)."""
    errors: list[checks.CheckMessage] = []
    for model in apps.get_models():
        if not issubclass(model, Page) or model._meta.app_label.startswith("wagtail"):
            continue
        if not issubclass(model, BasePage):
            errors.append(
                checks.Error(f"{model.__name__} is no BasePage.", hint="Inherit core.models.BasePage.", id="core.E002")
            )
        for attribute in ("parent_page_types", "subpage_types"):
            if attribute not in vars(model):
                errors.append(
                    checks.Error(f"{model.__name__} does not state {attribute}.", hint="State it.", id="core.E001")
                )
    return errors


def mail_leads_back_to_the_site(**kwargs: Any) -> list[checks.CheckMessage]:
    """Where mail is sent, the site knows its public address (W001): the links in a mail are made of it."""
    sends = str(settings.EMAIL_BACKEND) == "django.core.mail.backends.smtp.EmailBackend"
    if not sends or settings.PUBLIC_URL:
        return []
    return [
        checks.Warning(
            "EMAIL_URL is set, PUBLIC_URL is not: links in mails would lead to localhost.",
            hint="Set PUBLIC_URL (see .env.example).",
            id="core.W001",
        )
    ]


def register_checks() -> None:
    checks.register(page_types_say_where_they_live)
    checks.register(mail_leads_back_to_the_site)
