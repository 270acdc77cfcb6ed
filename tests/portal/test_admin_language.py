"""The admin speaks Vietnamese: every screen is drawn in English and in Vietnamese, and nothing may stay English.

What is the same in both and may be (names, signs, formats) stands in `admin_same_in_both.txt`, a line each, under its reason; a line
that begins and ends with a slash is a pattern. What is Vietnamese in both (people's own texts) is known by its letters.
"""

import json
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.urls.exceptions import NoReverseMatch
from wagtail.users.models import UserProfile

from tests.portal.test_admin_access import admin_names, arguments, things

pytestmark = [pytest.mark.django_db, pytest.mark.long]

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
FEWEST_SCREENS = 250
ROLES = ["author", "villager", "chair", "reader", "it"]


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


def screens(commune: Any, name: str, language: str, addresses: dict[str, str]) -> dict[str, set[str]]:
    """What each screen says to `name`, who reads `language`."""
    UserProfile.objects.update_or_create(user=commune.users[name], defaults={"preferred_language": language})
    client = commune.client(name)
    client.raise_request_exception = False
    said = {screen: spoken(client.get(address)) for screen, address in addresses.items()}
    return {screen: strings for screen, strings in said.items() if strings}


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


# Tables within forms, whose numbers of rows are always sent.
ROWS = [
    *("assignments", "figures", "pages", "workflow_tasks", "query"),
    *("collection_permissions", "document_permissions", "image_permissions", "page_permissions"),
]
BULK = {
    ("wagtailcore", "page", "page_id"): ["delete", "move", "unpublish"],
    ("core", "customimage", "image_id"): ["delete", "add_tags", "add_to_collection"],
    ("core", "customdocument", "document_id"): ["delete", "add_tags", "add_to_collection"],
}


def bulk(stock: dict[str, Any]) -> dict[str, str]:
    """The screens of actions on several things at once."""
    return {
        f"bulk {model} {action}": f"{reverse('wagtail_bulk_action', args=[app, model, action])}?id={stock[key]}"
        for (app, model, key), actions in BULK.items()
        for action in actions
    }


def refusals(commune, addresses: dict[str, str]) -> dict[str, set[str]]:
    """What the forms for something new say to one that is sent empty."""
    client = commune.client("superuser")
    client.raise_request_exception = False
    new = {name: address for name, address in addresses.items() if name.endswith((":add", ":create", "_add"))}
    nothing = {f"{rows}-{number}_FORMS": "0" for rows in ROWS for number in ("TOTAL", "INITIAL")}
    return {f"empty {name}": spoken(client.post(address, nothing)) for name, address in new.items()}


def test_nothing_on_the_admin_s_screens_stays_english(commune):
    stock = things(commune, commune.women)
    addresses = bulk(stock)
    for name, wanted in admin_names():
        try:
            addresses[name] = reverse(name, kwargs=arguments(name, wanted, stock, commune))
        except NoReverseMatch:
            continue
    # What a menu says is fixed by the first who sees it.
    vietnamese = {person: screens(commune, person, "vi", addresses) for person in ["superuser", *ROLES]}
    assert len(vietnamese["superuser"]) >= FEWEST_SCREENS
    assert set(bulk(stock)) <= set(vietnamese["superuser"])
    vietnamese["nobody yet"] = {"login": spoken(Client().get(reverse("wagtailadmin_login")))}
    vietnamese["refused"] = refusals(commune, addresses)
    assert len(vietnamese["refused"]) > 10
    english = set().union(*screens(commune, "superuser", "en", addresses).values())
    found: dict[str, list[str]] = {}
    for person, said in vietnamese.items():
        for screen, strings in said.items():
            for text in strings:
                stayed = text.isascii() and WORD.search(text) and text in english
                if (stayed or is_foreign(text)) and not may_stay(text):
                    found.setdefault(text, []).append(f"{person} {screen}")
    assert not found, "\n".join(f"{text!r} {names[:3]}" for text, names in sorted(found.items()))
