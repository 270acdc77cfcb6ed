from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from organisations.signing_in import remember_device


class KnownDeviceMiddleware:
    """Marks the device of whoever signs in, so that nobody elsewhere can lock her out (`organisations.signing_in`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        remember_device(request, response)
        return response
