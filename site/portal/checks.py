from typing import Any

from django.core import checks
from django.urls import URLPattern, URLResolver, get_resolver

from core.models.pages import RESERVED_SLUGS


def first_segments_are_reserved(**kwargs: Any) -> list[checks.CheckMessage]:
    """No page may take the first segment of an address that is ours (portal.E001)."""
    taken = {_first_segment(pattern) for pattern in get_resolver().url_patterns}
    return [
        checks.Error(f"/{segment}/ is not in RESERVED_SLUGS.", hint="Add it to core.models.pages.", id="portal.E001")
        for segment in sorted(taken - RESERVED_SLUGS - {""})
        if segment.replace("-", "").isalnum()
    ]


def _first_segment(pattern: URLPattern | URLResolver) -> str:
    return str(pattern.pattern).lstrip("^").split("/")[0]


def register_checks() -> None:
    checks.register(first_segments_are_reserved)
