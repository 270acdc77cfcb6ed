"""Around every request: the content security policy, and rest while the site is being looked after."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

PUBLIC = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
# The public site loads nothing but its own files. Wagtail's editor writes inline styles and scripts and previews pages in a frame.
ADMIN = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
ADMIN_PREFIX = "/quan-tri/"


class ContentSecurityPolicyMiddleware:
    """Sets the policy of the public site, or that of the admin under its address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = ADMIN if request.path.startswith(ADMIN_PREFIX) else PUBLIC
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()"
        )
        return response


class MaintenanceMiddleware:
    """Answers 503 with a page as long as the file `DATA_DIR/maintenance` exists (`manage.py maintenance on`)."""

    RETRY_AFTER = 300  # seconds

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.flag = maintenance_flag()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self.flag.exists():
            return self.get_response(request)
        response = render(None, "503.html", status=503)
        response.headers["Retry-After"] = str(self.RETRY_AFTER)
        response.headers["Cache-Control"] = "no-store"
        return response


def maintenance_flag() -> Path:
    return Path(settings.DATA_DIR) / "maintenance"
