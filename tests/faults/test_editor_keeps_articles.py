"""An officer's article on a weak line: made once, and whoever is signed out is told so in words."""

import json
import secrets

import pytest
from django.test import Client
from django.urls import reverse

from news.models import NewsPage
from tests.factories import make_article

pytestmark = pytest.mark.django_db
SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def form(commune):
    """What the editor sends of a new article: `form(title="…", creation="…")`."""

    def form(**values):
        empty = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
        sets = ("village_links", "comments")
        body = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "heading", "body-0-id": ""}
        return {
            **{f"{name}-{key}": value for name in sets for key, value in empty.items()},
            **body,
            "body-0-value": "Cách làm",
            "title": "Ươm hoa",
            "slug": "",
            "summary": "Một vườn ươm chung.",
            "topic": str(commune.topic.pk),
            "date": "2026-11-28 08:00",
            "seo_title": "",
            "search_description": "",
            **values,
        }

    return form


@pytest.fixture
def address(commune):
    return f"/quan-tri/pages/add/news/newspage/{commune.folder(commune.women).pk}/"


def titles():
    return sorted(page.draft_title for page in NewsPage.objects.all())


SEND = {"action-submit": "1"}


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ({}, {}, 200),  # the answer of the first save was lost
        ({}, {"title": "Ươm hoa ven đường"}, 200),
        ({}, SEND, 302),  # sent before the first save answered
        (SEND, SEND, 302),  # pressed twice
        (SEND, {}, 409),  # the first save arrives last
    ],
    ids=["saved twice", "saved twice, changed", "saved, sent", "sent twice", "sent, then saved"],
)
def test_one_form_makes_one_article(commune, form, address, first, second, status):
    """Before: two articles each time."""
    client, creation = commune.client("author"), secrets.token_hex(16)
    for values in (first, second):
        headers = {} if "action-submit" in values else SCRIPT
        response = client.post(address, form(creation=creation, **values), headers=headers)
    assert response.status_code == status
    assert titles() == [second.get("title", "Ươm hoa")]
    assert bool(NewsPage.objects.get().current_workflow_state) is (SEND in (first, second))


@pytest.mark.parametrize("creation", ["", "x", "0" * 33, None])
def test_form_without_a_key_makes_an_article_each_time(commune, form, address, creation):
    client = commune.client("author")
    for _time in range(2):
        values = form(**({} if creation is None else {"creation": creation}))
        assert client.post(address, values, headers=SCRIPT).json()["success"]
    assert len(titles()) == 2


def test_key_of_somebody_else_touches_nothing(commune, form, address):
    creation = secrets.token_hex(16)
    for name in ("author", "colleague"):
        assert commune.client(name).post(address, form(creation=creation), headers=SCRIPT).json()["success"]
    assert len(titles()) == 2


def test_creation_stands_in_the_form_and_stays_over_an_error(commune, form, address):
    client, creation = commune.client("author"), secrets.token_hex(16)
    assert 'name="creation" value=""' in client.get(address).content.decode()
    page = client.post(address, form(creation=creation, title="", **SEND)).content.decode()
    assert f'name="creation" value="{creation}"' in page


@pytest.mark.parametrize("cookies", ["session gone", "both gone"])
@pytest.mark.parametrize("what", ["new article", "article", "whether she is signed in"])
def test_script_is_told_that_the_session_is_over(commune, form, address, what, cookies):
    """Before: the page to sign in, which the script calls a fault of the server."""
    article = make_article(commune.folder(commune.women), live=False)
    client = Client(headers=SCRIPT, enforce_csrf_checks=cookies == "both gone")
    if what == "whether she is signed in":
        response = client.get(reverse("editing_session"))
    else:
        edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
        response = client.post(address if what == "new article" else edit, form())
    said = json.loads(response.content)
    assert response.status_code == 401
    assert (said["success"], said["signed_out"]) == (False, True)
    assert "Phiên đăng nhập đã hết" in said["error_message"]


def test_whoever_is_signed_in_gets_the_token_of_her_forms(commune):
    client = commune.client("author")
    response = client.get(reverse("editing_session"), headers=SCRIPT)
    assert len(response.json()["token"]) == 64
    assert "no-cache" in response.headers["Cache-Control"]


def test_sent_after_the_session_ended_the_words_are_on_the_page(commune, form, address):
    """Without the script: all that was written can be copied."""
    page = Client().post(address, form(title="Hai mươi chị em ươm hoa", **SEND))
    assert page.status_code == 403
    assert "Hai mươi chị em ươm hoa" in page.content.decode()


def test_refusal_is_not_called_an_ended_session(commune, form, address):
    response = commune.client("farmer").post(address, form(), headers=SCRIPT)
    assert response.status_code != 401
