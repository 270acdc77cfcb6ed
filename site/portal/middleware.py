"""Before everything else: the probes."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from portal import views

PROBES = {"/healthz": views.healthz, "/readyz": views.readyz}


class ProbesMiddleware:
    """Answers probes under whatever name they ask (a probe knows the machine, not the site), also while the site rests."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = PROBES.get(request.path)
        return view(request) if view else self.get_response(request)
