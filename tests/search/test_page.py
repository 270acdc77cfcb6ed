"""The page on which people search."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from models_showcase.models import ModelPage
from search import indexing
from search.models import Entry
from tests.factories import make_article, make_model

pytestmark = pytest.mark.django_db


@pytest.fixture
def things(commune):
    make_article(
        commune.folder(commune.women), title="Đèn đường sáng <ngõ>", topic=commune.topic, villages=[commune.village]
    )
    make_article(commune.folder(commune.farmers), title="Ruộng sạch, đường sạch", topic=commune.other_topic)
    make_model(commune.folder(commune.women, section="mo-hinh"), title="Đèn đường tự quản", topic=commune.topic)


def test_results_are_marked_counted_and_narrowed(things, client):
    text = client.get("/tim-kiem/?q=den+duong").content.decode()
    assert "<mark>Đèn</mark> <mark>đường</mark> sáng &lt;ngõ&gt;" in text
    assert text.index("tự quản") > 0
    narrowed = client.get("/tim-kiem/?q=den+duong&loai=mo-hinh").content.decode()
    assert "1 kết quả" in narrowed
    assert "tự quản" in narrowed
    assert "&lt;ngõ&gt;" not in narrowed
    by_topic = client.get("/tim-kiem/?q=duong&chu-de=moi-truong&thon=dong-thuong").content.decode()
    assert "1 kết quả" in by_topic


def test_narrows_by_the_new_address_of_what_was_renamed(commune, things, client):
    for thing, slug in ((commune.topic, "cay-xanh"), (commune.village, "dong-moi"), (commune.women, "phu-nu-xa")):
        thing.slug = slug
        thing.save()
    narrowed = "/tim-kiem/?q=duong&chu-de=cay-xanh&thon=dong-moi&don-vi=phu-nu-xa"
    assert "1 kết quả" in client.get(narrowed).content.decode()


@pytest.mark.parametrize("query", ["", "?q=", "?q=%00", "?q=zzqq", "?q=den&page=99", "?q=den&loai=khong-co", "?q=%22"])
def test_odd_addresses_are_answered_with_a_way_on(things, client, query):
    response = client.get(f"/tim-kiem/{query}")
    assert response.status_code == 200
    assert 'role="search"' in response.content.decode()


def test_newest_first_if_asked(things, client):
    text = client.get("/tim-kiem/?q=duong&xep=moi-nhat").content.decode()
    assert text.index("sạch") < text.index("&lt;ngõ&gt;")


def test_suggestions_lead_to_pages(things, client):
    found = client.get("/tim-kiem/goi-y/?q=den+du").json()["suggestions"]
    assert {hit["title"] for hit in found} >= {"Đèn đường tự quản"}
    assert all(client.get(hit["url"]).status_code == 200 for hit in found)
    assert client.get("/tim-kiem/goi-y/?q=d").json() == {"suggestions": []}


def test_rebuild_makes_the_same_index_and_forgets_what_is_gone(things):
    before = sorted(Entry.objects.values_list("source", "object_id", "title_folded"))
    Entry.objects.filter(source="mo-hinh").delete()
    Entry.objects.create(source="tin-tuc", object_id=10**6, language="vi", title="x", body="x")
    assert set(indexing.drift()) == {"mo-hinh", "tin-tuc"}
    call_command("search_rebuild", verbosity=0)
    assert sorted(Entry.objects.values_list("source", "object_id", "title_folded")) == before
    assert indexing.drift() == {}


def test_what_the_committee_promotes_stands_first_for_these_words(commune, things, client):
    """Chosen in the admin by the chair; shown whatever the marks; hidden with its page."""
    page = ModelPage.objects.get()
    chair = commune.client("chair")
    prefix = "editors_picks"
    values = {
        "query_string": "Tự quản đèn",
        f"{prefix}-TOTAL_FORMS": "1",
        f"{prefix}-INITIAL_FORMS": "0",
        f"{prefix}-MIN_NUM_FORMS": "0",
        f"{prefix}-MAX_NUM_FORMS": "10",
        f"{prefix}-0-page": str(page.pk),
        f"{prefix}-0-description": "Làm theo được ngay.",
        f"{prefix}-0-ORDER": "1",
    }
    assert chair.post("/quan-tri/searchpicks/add/", values).status_code == 302
    for typed in ("tu quan den", "Tự quản đèn", "TỰ  QUẢN, ĐÈN"):
        text = client.get("/tim-kiem/", {"q": typed}).content.decode()
        assert text.index("Có phải bà con tìm") < text.index("Làm theo được ngay.") < text.index('class="hits"')
    assert "Có phải bà con tìm" not in client.get("/tim-kiem/", {"q": "den"}).content.decode()
    page.unpublish()
    assert "Có phải bà con tìm" not in client.get("/tim-kiem/", {"q": "tu quan den"}).content.decode()


@pytest.mark.parametrize("number", [3, 60])
def test_queries_do_not_grow(commune, client, number):
    for index in range(number):
        make_article(commune.folder(commune.women), title=f"Đèn đường {index}", topic=commune.topic)
    client.get("/tim-kiem/?q=den+duong")
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/tim-kiem/?q=den+duong").status_code == 200
    assert len(queries) <= 16
