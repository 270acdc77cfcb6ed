"""The demo's article files: TOML between `+++` lines, then a body in a small markup that becomes blocks.

Blocks are separated by blank lines: a paragraph, `## heading`, `- list`, `> quote` with `> — Name, role` last,
`![alt](file.jpg "caption")`, `!figures Title` followed by `number | label` lines, `!call label | address`.
Inside text: `**bold**`, `*italic*`, `[words](address)`.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.html import escape

PICTURE = re.compile(r'^!\[(?P<alt>[^\]]*)\]\((?P<file>[^\s)]+)(?:\s+"(?P<caption>[^"]*)")?\)$')
INLINE = [
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<!\*)\*([^*]+?)\*(?!\*)"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
]


@dataclass(frozen=True)
class Article:
    """One file: its front matter, and the data of its blocks (pictures by file name)."""

    fields: dict[str, Any]
    blocks: list[tuple[str, Any]]
    path: Path


def read(path: Path) -> Article:
    """The article in `path`. Raises ValueError where the file has no front matter, tomllib.TOMLDecodeError where it is wrong."""
    _before, front_matter, body = path.read_text(encoding="utf-8").split("+++", 2)
    return Article(tomllib.loads(front_matter), blocks(body), path)


def blocks(body: str) -> list[tuple[str, Any]]:
    """The body as (block name, value) pairs; neighbouring paragraphs and lists share one text block."""
    result: list[tuple[str, Any]] = []
    for chunk in re.split(r"\n\s*\n", body.strip()):
        name, value = _block(chunk.strip())
        if name == "text" and result and result[-1][0] == "text":
            result[-1] = ("text", result[-1][1] + value)
        else:
            result.append((name, value))
    return result


def _block(chunk: str) -> tuple[str, Any]:
    lines = chunk.splitlines()
    first = lines[0]
    if first.startswith("## "):
        return "heading", first[3:].strip()
    if match := PICTURE.match(chunk):
        return "picture", match.groupdict(default="")
    if first.startswith("!figures"):
        figures = [dict(zip(("number", "label"), _pair(line), strict=True)) for line in lines[1:]]
        return "figures", {"title": first.removeprefix("!figures").strip(), "items": figures, "source": ""}
    if first.startswith("!call "):
        label, url = _pair(first.removeprefix("!call "))
        return "call", {"label": label, "url": url}
    if first.startswith(">"):
        return "quote", _quote([line.lstrip("> ").strip() for line in lines])
    if first.startswith("- "):
        items = "".join(f"<li>{_inline(line[2:].strip())}</li>" for line in lines)
        return "text", f"<ul>{items}</ul>"
    return "text", f"<p>{_inline(' '.join(lines))}</p>"


def _pair(line: str) -> tuple[str, str]:
    left, right = line.split("|", 1)
    return left.strip(), right.strip()


def _quote(lines: list[str]) -> dict[str, str]:
    name, role = "", ""
    if lines[-1].startswith("—"):
        name, _comma, role = lines.pop().lstrip("— ").partition(",")
    return {"text": " ".join(line for line in lines if line), "name": name.strip(), "role": role.strip()}


def _inline(text: str) -> str:
    html = escape(text).replace("&quot;", '"').replace("&#x27;", "’")
    for pattern, replacement in INLINE:
        html = pattern.sub(replacement, html)
    return html
