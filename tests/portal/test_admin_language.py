"""The admin speaks Vietnamese: every screen is drawn in English and in Vietnamese, and nothing may stay English.

What is the same in both and may be (names, signs, formats) stands in `admin_same_in_both.txt`, a line each, under its reason; a line
that begins and ends with a slash is a pattern. What each role sees is looked at where its rights are (`test_admin_access`).
"""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.urls.exceptions import NoReverseMatch
from wagtail.users.models import UserProfile

from tests.portal.spoken import WORD, is_foreign, may_stay, spoken
from tests.portal.test_admin_access import admin_names, arguments, things

pytestmark = [pytest.mark.django_db, pytest.mark.long]

FEWEST_SCREENS = 250
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


def screens(commune: Any, language: str, addresses: dict[str, str]) -> dict[str, set[str]]:
    """What each screen says to a superuser who reads `language`."""
    person = commune.users["superuser"]
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
    client = commune.client("superuser")
    client.raise_request_exception = False
    said = {screen: spoken(client.get(address)) for screen, address in addresses.items()}
    return {screen: strings for screen, strings in said.items() if strings}


def test_nothing_on_the_admin_s_screens_stays_english(commune):
    stock = things(commune, commune.women)
    addresses = bulk(stock)
    for name, wanted in admin_names():
        try:
            addresses[name] = reverse(name, kwargs=arguments(name, wanted, stock, commune))
        except NoReverseMatch:
            continue
    # What a menu says is fixed by the first who sees it.
    vietnamese = screens(commune, "vi", addresses)
    assert len(vietnamese) >= FEWEST_SCREENS
    assert set(bulk(stock)) <= set(vietnamese)
    refused = refusals(commune, addresses)
    assert len(refused) > 10
    vietnamese |= refused | {"login": spoken(Client().get(reverse("wagtailadmin_login")))}
    english = set().union(*screens(commune, "en", addresses).values())
    found: dict[str, list[str]] = {}
    for screen, strings in vietnamese.items():
        for text in strings:
            stayed = text.isascii() and WORD.search(text) and text in english
            if (stayed or is_foreign(text)) and not may_stay(text):
                found.setdefault(text, []).append(screen)
    assert not found, "\n".join(f"{text!r} {names[:3]}" for text, names in sorted(found.items()))
