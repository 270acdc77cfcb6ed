"""What no page of ours asks for is answered 400 or 404, never 500: keys no row can have, forms that lack a field."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db

PAST_EVERY_KEY = [str(2**63), "9" * 400, "9" * 5000]
BODY = {
    "body-count": "1",
    "body-0-deleted": "",
    "body-0-order": "0",
    "body-0-type": "text",
    "body-0-id": "",
    "body-0-value": json.dumps({"blocks": [], "entityMap": {}}),
}


@pytest.fixture
def anybody(commune):
    return Client(raise_request_exception=False)


@pytest.fixture
def officer(commune):
    client = commune.client("author")
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("number", PAST_EVERY_KEY, ids=len)
@pytest.mark.parametrize(
    "address",
    [
        "/s/{}-x.jpg",
        "/s/hoi-dap-{}-x.jpg",
        "/s/mo-hinh-{}.pdf",
        "/s/mo-hinh-{}.html",
        "/rss/lich/{}.ics",
        "/hoi-dap/{}/",
        "/gop-y/lam-theo/{}/",
        "/tai-lieu/{}/x.pdf",
        "/media/images/{}/x.jpg",
        "/api/v2/pages/{}/",
        "/api/v2/images/{}/",
    ],
)
def test_number_past_every_key_is_not_found(anybody, address, number):
    assert anybody.get(address.format(number)).status_code == 404


def test_root_of_the_tree_has_no_card(anybody):
    assert anybody.get("/s/1-x.jpg").status_code == 404


@pytest.mark.parametrize("door", ["/api/v2", "/quan-tri/api/main"])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("pages/?site=x", "site"),
        ("pages/?site=localhost:x", "site"),
        ("pages/?site=localhost:99999999999", "site"),
        ("pages/?site=%00", "site"),
        ("pages/?child_of=99999999999999999999", "child_of"),
        ("pages/?offset=99999999999999999999", "offset"),
        ("pages/?alias_of=99999999999999999999", "alias_of"),
        ("pages/?first_published_at=x", "first_published_at"),
        ("pages/{home}/?first_published_at=x", "first_published_at"),
        ("pages/{home}/?latest_revision_created_at=x&ancestor_of=1", "latest_revision_created_at"),
        ("pages/?slug=%00", "slug"),
        ("images/?width=x", "width"),
    ],
)
def test_api_says_what_is_wrong_with_a_parameter(commune, officer, door, query, said):
    response = officer.get(f"{door}/{query.format(home=commune.home.pk)}")
    assert response.status_code == 400
    assert said in response.json()["message"]


@pytest.mark.parametrize("kind", ["pages", "images", "documents"])
@pytest.mark.parametrize("key", ["", "x", "-1", "%00", *PAST_EVERY_KEY])
def test_api_says_that_a_key_is_none(anybody, kind, key):
    response = anybody.get(f"/api/v2/{kind}/find/?id={key}")
    assert response.status_code == 400
    assert "id" in response.json()["message"]


@pytest.mark.parametrize(
    "query", ["pages/?site=localhost", "pages/?child_of=root", "pages/?locale=vi", "images/?tags=x"]
)
def test_api_answers_what_is_right(anybody, query):
    assert anybody.get(f"/api/v2/{query}").status_code == 200


@pytest.mark.parametrize("key", ["x", "1.5", "%e0%80%af", "-1", *PAST_EVERY_KEY])
@pytest.mark.parametrize(
    "address",
    [
        "snippets/choose/organisations/unit/chosen/{}/",
        "documents/edit/{}/",
        "bulk/wagtailcore/page/publish/?id={}",
        "bulk/core/customdocument/delete/?id={}",
        "images/chooser/chosen-multiple/?id={}",
    ],
)
def test_officer_finds_no_row_without_a_number(officer, address, key):
    assert officer.get(f"/quan-tri/{address.format(key)}").status_code == 404


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("body-count", None),
        ("body-count", "x"),
        ("body-count", "-1"),
        ("body-count", "9" * 400),
        ("body-0-order", "x"),
        ("body-0-deleted", None),
        ("body-0-type", None),
        ("body-0-value", "{"),
        ("body-0-value", '{"blocks":[1]}'),
        ("body-0-value", "[" * 100_000),
    ],
)
def test_body_that_is_no_whole_one_is_refused_with_the_words_kept(commune, officer, name, value):
    page = make_article(commune.folder(commune.women), live=False, title="Bài cũ")
    sent = {**BODY, "title": "Bài mới của tôi", "slug": page.slug, name: value}
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = officer.post(address, {name: value for name, value in sent.items() if value is not None})
    assert response.status_code == 400
    assert "Bài mới của tôi" in response.content.decode()
    page.refresh_from_db()
    assert page.title == "Bài cũ"
    assert page.latest_revision is None


@pytest.mark.parametrize("parent", ["", "x", "-1", "987654321", "9" * 400])
def test_page_is_copied_under_a_page_only(commune, officer, parent):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    sent = {"new_title": "Bài", "new_slug": "bai", "new_parent_page": parent}
    assert officer.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), sent).status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("choose-page/search/?target_pages[]=x", 404),
        ("workflows/usage/1/?p=x", 404),
        ("login/?next=1", 400),
        ("?q=%00", 400),
    ],
)
def test_parameter_that_no_screen_sends_is_refused(officer, address, status):
    assert officer.get(f"/quan-tri/{address}").status_code == status


@pytest.mark.parametrize("body", ["x", "[1]", '"x"', "[" * 100_000, '{"a": "\\u0000"}', '{"a": "\\ud800"}'])
def test_what_is_put_aside_is_an_object(officer, body):
    address = reverse("wagtailadmin_dismissibles")
    assert officer.patch(address, body, content_type="application/json").status_code == 400
    assert officer.patch(address, '{"a": true}', content_type="application/json").status_code == 200


@pytest.mark.parametrize("address", ["/%00", "/tin-tuc/%00/", "/s/%00", "/tai-lieu/1/%00"])
def test_null_character_in_an_address_is_refused(anybody, address):
    assert anybody.get(address).status_code == 400


@pytest.mark.parametrize("method", ["get", "post"])
def test_chooser_without_a_form_to_create_by_has_no_such_page(commune, method):
    client = commune.client("chair")
    client.raise_request_exception = False
    assert getattr(client, method)("/quan-tri/snippets/choose/news/documentkind/create/").status_code == 404


def test_word_for_the_key_of_a_row_in_a_form_shown_again_is_no_fault(commune):
    client = commune.client("it")
    client.raise_request_exception = False
    site = {
        "hostname": "localhost",
        "port": "80",
        "site_name": "Xã",
        "is_default_site": "on",
        "root_page": "Đông Thượng",
    }
    assert client.post("/quan-tri/sites/edit/1/", site).status_code == 400


@pytest.mark.parametrize("key", ["x", "1.5", "9" * 5000])
def test_word_for_the_key_of_a_form_within_a_form_is_no_fault(commune, officer, key):
    officer.raise_request_exception = False
    page = make_article(commune.folder(commune.women), live=False)
    within = {f"comments-{name}": "1" for name in ("TOTAL_FORMS", "INITIAL_FORMS")} | {"comments-0-id": key}
    sent = {**BODY, "title": "Bài mới của tôi", "slug": page.slug, **within}
    response = officer.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sent)
    assert response.status_code == 400
    assert "Bài mới của tôi" in response.content.decode()


def test_empty_form_within_a_form_without_its_place_is_no_fault(commune, officer):
    officer.raise_request_exception = False
    page = make_article(commune.folder(commune.women), live=False)
    numbers = {f"village_links-{name}": value for name, value in (("TOTAL_FORMS", 1), ("INITIAL_FORMS", 0))}
    sent = {**BODY, "title": "", "slug": page.slug, **numbers, "village_links-0-village": ""}
    sent |= {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    assert officer.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), sent).status_code == 400


@pytest.mark.parametrize("path", ["/quan-tri/images/", "/quan-tri/documents/"])
def test_library_is_searched_among_what_is_used(commune, path):
    client = commune.client("chair")
    client.raise_request_exception = False
    assert client.get(f"{path}?q=a&usage_count_min=1").status_code == 200
    assert client.get(f"{path}results/?q=a&usage_count_min={'9' * 40}").status_code in {200, 400}


@pytest.mark.parametrize("key", ["", "&id=1"])
def test_nothing_for_the_key_of_what_was_chosen_is_no_fault(commune, key):
    client = commune.client("chair")
    client.raise_request_exception = False
    assert client.get(f"/quan-tri/snippets/choose/organisations/unit/chosen-multiple/?id={key}").status_code == 400


@pytest.mark.parametrize("order", ["title", "-created_at", "file_size", "-file_size", "usage_count"])
@pytest.mark.parametrize("kind", ["images", "documents"])
def test_what_is_found_in_the_library_is_sorted(commune, kind, order):
    client = commune.client("chair")
    client.raise_request_exception = False
    make_image("Đông Thượng")
    assert client.get(f"/quan-tri/{kind}/results/?q=Đông&ordering={order}").status_code == 200


@pytest.mark.parametrize("path", ["/quan-tri/images/chooser/create/", "/quan-tri/documents/chooser/create/"])
def test_chooser_with_a_form_to_create_by_answers(commune, path):
    client = commune.client("chair")
    client.raise_request_exception = False
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("kind", ["external", "email", "phone", "anchor"])
def test_link_without_an_address_asks_for_it(officer, kind):
    response = officer.post(reverse(f"wagtailadmin_choose_page_{kind}_link"), {})
    assert response.status_code == 200
    assert "Xin điền ô này." in response.json()["html"]
