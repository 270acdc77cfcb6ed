"""HTML to PDF by WeasyPrint, where it and Pango are installed (extra `pdf`). The only module that knows it."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from PIL import ImageFile

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
