"""HTML to PDF by WeasyPrint, where it and Pango are installed (extra `pdf`). The only module that knows it."""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from PIL import ImageFile

KEPT = 24 * 60 * 60  # seconds
STYLES = "css/kit.css"
FILES = (Path(settings.BASE_DIR) / "static").resolve()
TYPES = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".jpg": "image/jpeg"}


def is_available() -> bool:
    """Whether PDFs can be made here. False without WeasyPrint, or where it finds no Pango."""
    try:
        _weasyprint()
    except (ImportError, OSError):
        return False
    return True


def render(html: str) -> bytes:
    """The PDF of a page of HTML. Its addresses are those of our static files (`css/kit.css`); nothing else is fetched."""
    weasyprint = _weasyprint()

    class OwnFiles(weasyprint.urls.URLFetcher):  # type: ignore[name-defined]
        def fetch(self, url: str, headers: Any = None) -> Any:
            path = own_file(url)
            response: Any = weasyprint.urls.URLFetcherResponse
            return response(url, path.read_bytes(), {"Content-Type": TYPES[path.suffix]})

    return bytes(weasyprint.HTML(string=html, base_url=f"{FILES.as_uri()}/", url_fetcher=OwnFiles()).write_pdf())


def response(html: str, name: str, *, is_kept: bool = True) -> HttpResponse:
    """The PDF of `html`, shown by the browser and saved as `name`.pdf. Kept a day: it is a third of a second of work."""
    key = f"pdf.{hashlib.sha256(html.encode() + (FILES / STYLES).read_bytes()).hexdigest()}"
    content = cache.get_or_set(key, lambda: render(html), KEPT) if is_kept else render(html)
    found = HttpResponse(content, content_type="application/pdf")
    found.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return found


def _weasyprint() -> Any:
    import weasyprint

    # It lets Pillow take half a picture for a whole one, in the whole process: an upload cut off on the way would pass.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    return weasyprint


def own_file(url: str) -> Path:
    """The static file at a `file:` address. Raises ValueError for everything else."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path)).resolve()
    if parts.scheme != "file" or not path.is_relative_to(FILES) or path.suffix not in TYPES:
        raise ValueError(f"Not one of our own files: {url}")
    return path
