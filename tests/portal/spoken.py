"""What people read or hear on a screen of the admin, and whether a word of it is no Vietnamese."""

import json
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ALLOWED = Path(__file__).with_name("admin_same_in_both.txt")
SPOKEN = {"placeholder", "title", "aria-label", "aria-description", "alt", "data-w-tooltip-content-value"}
SILENT = {"script", "style", "template", "code", "svg", "hidden"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "track", "use", "wbr"}
LABELS = {"label", "title", "text", "help_text", "placeholder", "menu_label"}  # in the settings of scripts
WORD = re.compile(r"[A-Za-z]{3,}")
# A Vietnamese syllable without its marks.
SYLLABLE = re.compile(
    r"(ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdhklmnprstvx])?"
    r"(oai|oay|oeo|uay|uya|uye|uyu|yeu|ieu|uoi|uou|uoa|[aeiouy]{1,2})"
    r"(ng|nh|ch|[cmnpt])?"
)


class Spoken(HTMLParser):
    """The strings that people see or hear on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.open: list[str] = []
        self.is_json = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found |= {" ".join(value.split()) for name, value in attrs if name in SPOKEN and value}
        if tag == "input" and values.get("type") in ("submit", "button"):
            self.found.add(values.get("value") or "")
        if tag not in VOID:
            self.open.append("hidden" if "hidden" in values else tag)
            self.is_json = values.get("type") == "application/json"

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script" and self.is_json:
            self.found |= labels_in(json.loads(data))
        elif not SILENT.intersection(self.open):
            self.found.add(" ".join(data.split()))


def labels_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {text for key, text in value.items() if key in LABELS and isinstance(text, str)}
        return own.union(*(labels_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(labels_in(each) for each in value))
    return set()


def spoken(response: Any) -> set[str]:
    if response.status_code != 200 or response.streaming:
        return set()
    kind, text = response.headers.get("Content-Type", ""), response.content.decode(errors="ignore")
    if kind.startswith("application/json"):  # a window over the page
        answer = json.loads(text)
        return Spoken(answer.get("html") or "").found if isinstance(answer, dict) else set()
    return Spoken(text).found if kind.startswith("text/html") else set()


@cache
def allowed() -> tuple[set[str], list[re.Pattern[str]]]:
    lines = [line for line in ALLOWED.read_text().splitlines() if line and not line.startswith("#")]
    patterns = [re.compile(line[1:-1]) for line in lines if line[0] == line[-1] == "/"]
    return set(lines), patterns


def may_stay(text: str) -> bool:
    lines, patterns = allowed()
    return text in lines or any(pattern.fullmatch(text) for pattern in patterns)


def is_foreign(text: str) -> bool:
    """Whether a word of `text` is no Vietnamese syllable, no abbreviation, and no name that may stand there."""
    plain = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    words = WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
    return any(not SYLLABLE.fullmatch(word.lower()) and not word.isupper() and not may_stay(word) for word in words)
