"""The officers' handbook in the admin: `docs/editor.md`, with a list of its parts in front."""

from functools import cache
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from core import text


@cache
def read() -> tuple[str, list[tuple[str, str]]]:
    """The handbook as HTML without its title, and the (anchor, heading) of its parts."""
    markdown = MarkdownIt("commonmark")
    tokens = markdown.parse((settings.BASE_DIR / "docs" / "editor.md").read_text(encoding="utf-8"))
    parts = []
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            parts.append((text.slug(words.content), words.content))
            opening.attrSet("id", parts[-1][0])
    title_ends = next(at for at, token in enumerate(tokens) if token.type == "heading_close")
    return markdown.renderer.render(tokens[title_ends + 1 :], markdown.options, {}), parts


@require_safe
def handbook(request: HttpRequest) -> HttpResponse:
    html, parts = read()
    title = _("Handbook")
    context: dict[str, Any] = {
        "handbook": mark_safe(html),  # noqa: S308  # our own file
        "parts": parts,
        "header_title": title,
        "page_title": title,
        "header_icon": "help",
    }
    return render(request, "portal/handbook.html", context)
