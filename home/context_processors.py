"""The frame around every page: menu, languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from home import selectors


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """`menus` (`main`, `foot`) and `languages`, worked out if a template asks; where to find news and the feedback form."""
    return {
        "menus": SimpleLazyObject(lambda: selectors.menus(request.path)),
        "languages": _languages(request),
        "news_url": reverse("wagtail_serve", args=["tin-tuc/"]),
        "feedback_url": reverse("feedback:form"),
        "site_search_url": reverse("search:results"),
    }


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
