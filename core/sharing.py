"""What a page tells those who pass it on."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.templatetags.static import static

from core import addresses


def share_links(url: str, title: str) -> dict[str, str]:
    """Addresses that pass a page on without script. Zalo has none: there the phone's own share sheet helps."""
    return {
        "facebook": f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': url})}",
        "url": url,
        "title": title,
    }


def described(request: HttpRequest, title: str, image: str = "") -> dict[str, str]:
    """What social networks show of a page outside the tree; `image` is the path of its card."""
    return {
        "share_title": title,
        "canonical_url": addresses.absolute(request.path),
        "share_image_url": addresses.absolute(image or static("brand/card.jpg")),
    }
