"""Whether a form comes from a page of this site, where no cookie proves it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from core import kept

View = Callable[..., Any]


def public_form(view: View) -> View:
    """A form that anybody may send, without account and cookie, from our own pages.

    Exempt from Django's check against forged requests, which needs a cookie. What another site lets its visitors send is refused
    with the words kept: whoever meant it sends it from here.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method == "POST" and not is_own(request):
            sentence = _(
                "This was sent from another website. Please look it over, and send it from here if you mean it."
            )
            return kept.page(request, sentence, status=403)
        return view(request, *args, **kwargs)

    return csrf_exempt(wrapped)


def is_own(request: HttpRequest) -> bool:
    """False where the browser says that another site sent it; old browsers say nothing, and are believed.

    Sec-Fetch-Site: W3C Fetch Metadata. A page of another site could else let each of its visitors answer, from as many networks.
    """
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in ("same-origin", "none")
    sent_by = request.headers.get("Origin", "")
    return not sent_by or _host(sent_by) == request.get_host().lower()


def _host(address: str) -> str:
    """Host and port of an address, in small letters; empty where it has none (`null`) or is none (`http://[::1`)."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
