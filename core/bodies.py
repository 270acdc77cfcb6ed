"""How much a request may carry. Each address says it with its view; the door (`portal.server`) refuses the rest unread."""

from collections.abc import Callable
from typing import Any

MEGABYTE = 2**20
SMALL = MEGABYTE  # bytes; words, of any form
WITH_FILES = 100 * MEGABYTE  # bytes; a form with photos: more than are taken, so that each one too many can be named

View = Callable[..., Any]


def takes_files(view: View) -> View:
    """Marks a view whose form carries files."""
    view.largest_body = WITH_FILES  # type: ignore[attr-defined]
    return view


def largest(view: Any) -> int:
    """How many bytes a request to `view` may carry."""
    return int(getattr(view, "largest_body", SMALL))
