"""The site's own address: PUBLIC_URL, else the one under which it is being asked."""

import re
from collections.abc import Callable
from contextvars import ContextVar
from html import unescape
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils.http import escape_leading_slashes

SIGNS_ALONE = re.compile(r"/[/_-]*$")  # between the last slashes
UNKNOWN = "http://localhost:8000"  # where nobody asks: a command, a job

_asked_under: ContextVar[str] = ContextVar("asked_under", default="")


def base() -> str:
    """The address without a slash at its end."""
    return settings.PUBLIC_URL or _asked_under.get() or UNKNOWN


def absolute(path: str | None) -> str:
    """The full address of a path of this site; of the front page for none. One that is full already stays."""
    return path if path and not path.startswith("/") else f"{base()}{path or '/'}"


def without_signs_behind(path: str) -> str:
    """`path` without what was taken for its end where it stood in a sentence (").", "/, thanks"); empty where that is nothing."""
    first = (unescape(path).split(maxsplit=1) or [""])[0]
    end = len(first)
    while end and not (first[end - 1].isalnum() or first[end - 1] in "_-"):
        end -= 1
    plain = SIGNS_ALONE.sub("", first[:end])
    return escape_leading_slashes(f"{quote(plain)}/") if plain and path not in (plain, f"{plain}/") else ""


class AddressMiddleware:
    """Remembers, while a request is being answered, under which address it came."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            address = f"{request.scheme}://{request.get_host()}"
        except DisallowedHost:  # Django refuses it itself, in a moment
            address = ""
        token = _asked_under.set(address)
        try:
            return self.get_response(request)
        finally:
            _asked_under.reset(token)
