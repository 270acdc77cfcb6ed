"""The site's own address: PUBLIC_URL, else the one under which it is being asked."""

from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

UNKNOWN = "http://localhost:8000"  # where nobody asks: a command, a job

_asked_under: ContextVar[str] = ContextVar("asked_under", default="")


def base() -> str:
    """The address without a slash at its end."""
    return settings.PUBLIC_URL or _asked_under.get() or UNKNOWN


def absolute(path: str | None) -> str:
    """The full address of a path of this site; of the front page for none. One that is full already stays."""
    return path if path and not path.startswith("/") else f"{base()}{path or '/'}"


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
