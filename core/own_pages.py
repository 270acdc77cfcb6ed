"""Whether a form comes from a page of this site, by what the browser says of it."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_own(request: HttpRequest) -> bool:
    """False where the browser says that another site sent it; old browsers say nothing, and are believed.

    Sec-Fetch-Site: W3C Fetch Metadata. A page of another site could else let each of its visitors answer, from as many networks.
    """
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in ("same-origin", "none")
    sent_by = request.headers.get("Origin", "")
    return not sent_by or _host(sent_by) == request.get_host().lower()


def is_surely_own(request: HttpRequest) -> bool:
    """True only where the browser says so itself."""
    named = "Sec-Fetch-Site" in request.headers or "Origin" in request.headers
    return named and request.headers.get("Sec-Fetch-Site") != "none" and is_own(request)


def _host(address: str) -> str:
    """Host and port of an address, in small letters; empty where it has none (`null`) or is none (`http://[::1`)."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
