"""The place in a text where the words that were sought stand, with its marks and the words set off."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core import text
from search import folding
from search.query import Query

LENGTH = 200  # characters
BEFORE = 60  # of them, before the first word found
TOKEN = re.compile(r"[^\W_]+")


def snippet(body: str, query: Query) -> SafeString:
    """The part of `body` that holds most of the words sought, each in `<mark>`; its beginning where it holds none."""
    line = " ".join(text.composed(body).split())
    sought = _sought(query)
    found = {token for token in set(TOKEN.findall(line)) if _is_sought(token, sought)}
    hits = [match for match in TOKEN.finditer(line) if match.group() in found]
    start = _best_start(line, hits)
    end = min(len(line), start + LENGTH)
    if end < len(line):
        end = line.rfind(" ", start, end) if " " in line[start:end] else end
    return format_html(
        "{}{}{}", "… " if start else "", _marked(line[start:end], sought), " …" if end < len(line) else ""
    )


def marked(words: str, query: Query) -> SafeString:
    """A title with the words that were sought in `<mark>`."""
    return _marked(text.composed(words), _sought(query))


def _sought(query: Query) -> list[tuple[str, str, bool]]:
    """Exact (where marks count, else nothing), folded, and whether the word may go on."""
    return [
        (word.exact if word.is_marked else "", word.folded, slot.is_open and place == len(way) - 1)
        for slot in query.slots
        for way in slot.ways
        for place, word in enumerate(way)
    ]


def _is_sought(token: str, sought: Iterable[tuple[str, str, bool]]) -> bool:
    exact, folded = text.alike(text.exact(token)), folding.folded(token)
    for marks, letters, is_open in sought:
        written, meant = (exact, marks) if marks else (folded, letters)
        if written == meant or (is_open and written.startswith(meant)):
            return True
    return False


def _best_start(line: str, hits: list[re.Match[str]]) -> int:
    """Where the window begins that holds the most different words found, and most of them side by side."""
    if not hits:
        return 0
    best, most = hits[0].start(), 0
    ends = [hit.end() for hit in hits]
    for place, hit in enumerate(hits):
        window = hits[place : bisect_left(ends, hit.start() + LENGTH - BEFORE, place)]
        together = sum(after.start() - other.end() == 1 for other, after in pairwise(window))
        value = 2 * len({text.folded(other.group()) for other in window}) + together
        if value > most:
            best, most = hit.start(), value
    if best < BEFORE:
        return 0
    return line.find(" ", best - BEFORE) + 1


def _marked(words: str, sought: list[tuple[str, str, bool]]) -> SafeString:
    parts, last = [], 0
    for match in TOKEN.finditer(words):
        if _is_sought(match.group(), sought):
            parts.append(format_html("{}<mark>{}</mark>", words[last : match.start()], match.group()))
            last = match.end()
    return format_html_join("", "{}", ((part,) for part in [*parts, words[last:]]))
