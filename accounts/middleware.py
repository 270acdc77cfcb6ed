from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class OneTimePasswordMiddleware:
    """Whoever signed in with a password that another set finds nothing of the admin but the screen to set her own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("wagtailadmin_home")) and getattr(request.user, "must_set_password", False):
            own = reverse("own_password")
            if request.path not in (own, reverse("wagtailadmin_logout"), reverse("wagtailadmin_javascript_catalog")):
                return redirect(f"{own}?{urlencode({'next': request.get_full_path()})}")
        return self.get_response(request)
