"""The frame around every page: menu, languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """`main_menu` and `languages`, worked out if a template asks; where to find news and the feedback form."""
    return {
        "main_menu": SimpleLazyObject(lambda: _menu(request)),
        "languages": _languages(request),
        "news_url": reverse("wagtail_serve", args=["tin-tuc/"]),
        "feedback_url": reverse("feedback:form"),
    }


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    """The sections marked "show in menus", in the active language. One commune has one site, so its sections are at depth 3."""
    language = get_language() or settings.LANGUAGE_CODE
    pages = Page.objects.live().in_menu().filter(depth=3, locale__language_code=language).order_by("path")
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    entries = [(page.title, f"{prefix}/{page.slug}/") for page in pages]
    return [{"title": title, "url": url, "active": request.path.startswith(url)} for title, url in entries]


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    """This page's address in each language: the same one, with or without the language's prefix."""
    active = get_language()
    path = request.path
    for code, _name in settings.LANGUAGES:
        if path == f"/{code}" or path.startswith(f"/{code}/"):
            path = path[len(code) + 1 :] or "/"
    names = {"vi": "Tiếng Việt", "en": "English"}
    return [
        {
            "code": code,
            "label": names.get(code, code),
            "url": path if code == settings.LANGUAGE_CODE else f"/{code}{path}",
            "active": code == active,
        }
        for code, _name in settings.LANGUAGES
    ]
