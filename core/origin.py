"""Whether a form comes from a page of this site, where no cookie proves it."""

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
    return not sent_by or urlsplit(sent_by).netloc == request.get_host()
