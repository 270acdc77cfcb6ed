"""HTML to PDF by WeasyPrint, where it and Pango are installed (extra `pdf`). The only module that knows it."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings

FILES = (Path(settings.BASE_DIR) / "static").resolve()
TYPES = {".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".jpg": "image/jpeg"}


def is_available() -> bool:
    """Whether PDFs can be made here. False without WeasyPrint, or where it finds no Pango."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def render(html: str) -> bytes:
    """The PDF of a page of HTML. Its addresses are those of our static files (`css/kit.css`); nothing else is fetched."""
    import weasyprint
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            path = own_file(url)
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": TYPES[path.suffix]})

    return bytes(weasyprint.HTML(string=html, base_url=f"{FILES.as_uri()}/", url_fetcher=OwnFiles()).write_pdf())


def own_file(url: str) -> Path:
    """The static file at a `file:` address. Raises ValueError for everything else."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path)).resolve()
    if parts.scheme != "file" or not path.is_relative_to(FILES) or path.suffix not in TYPES:
        raise ValueError(f"Not one of our own files: {url}")
    return path
