import datetime as dt

import pytest
from django.utils import timezone, translation
from wagtail.models import Locale, PageViewRestriction

from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(commune):
    zone = timezone.get_default_timezone()
    return {
        "hoa": make_article(
            commune.folder(commune.women),
            title="Đường hoa",
            topic=commune.topic,
            villages=[commune.village],
            date=dt.datetime(2025, 12, 31, 23, 30, tzinfo=zone),
        ),
        "lua": make_article(
            commune.folder(commune.farmers),
            title="Lúa chín",
            topic=commune.other_topic,
            villages=[commune.other_village],
            date=dt.datetime(2026, 1, 1, 0, 30, tzinfo=zone),
        ),
        "nhap": make_article(commune.folder(commune.women), title="Bản nháp", topic=commune.topic, live=False),
    }


def titles(response):
    return [page.title for page in response.context["articles"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Lúa chín", "Đường hoa"]),
        ("?don-vi=hoi-phu-nu", ["Đường hoa"]),
        ("?thon=trai-sen", ["Lúa chín"]),
        ("?chu-de=moi-truong", ["Đường hoa"]),
        ("?nam=2026", ["Lúa chín"]),
        ("?nam=2025&thon=dong-thuong", ["Đường hoa"]),
        ("?nam=2026&thon=dong-thuong", []),
    ],
)
def test_list_is_narrowed_by_its_address(commune, articles, client, query, expected):
    assert titles(client.get(f"/tin-tuc/{query}")) == expected


@pytest.mark.parametrize(
    "query",
    [
        "?page=abc",
        "?page=0",
        "?page=99",
        "?page=²",
        "?page=" + "9" * 50,
        "?nam=0",
        "?nam=x",
        "?chu-de=khong-co",
        "?thon=%00",
        "?don-vi=ubnd",
    ],
)
def test_wrong_value_gets_a_sentence_and_the_whole_list(commune, articles, client, query):
    response = client.get(f"/tin-tuc/{query}")
    assert response.status_code == 200
    assert len(response.context["notices"]) == 1
    assert response.context["notices"][0] in response.content.decode().replace("&quot;", '"')
    assert len(titles(response)) == 2


def test_unit_folder_shows_that_unit_only(commune, articles, client):
    response = client.get("/tin-tuc/hoi-phu-nu/")
    assert titles(response) == ["Đường hoa"]
    assert "don-vi" not in [facet["name"] for facet in response.context["filters"]]


def test_pages_keep_the_filter(commune, client):
    for number in range(13):
        make_article(commune.folder(commune.women), title=f"Bài {number}", topic=commune.topic)
    response = client.get("/tin-tuc/?don-vi=hoi-phu-nu")
    assert response.context["next_url"] == "/tin-tuc/?don-vi=hoi-phu-nu&page=2"
    assert titles(client.get(response.context["next_url"])) == ["Bài 0"]


def test_private_article_is_found_nowhere(commune, articles, client):
    PageViewRestriction.objects.create(page=commune.folder(commune.women), restriction_type="login")
    assert titles(client.get("/tin-tuc/")) == ["Lúa chín"]
    for path in ("/", "/rss/", "/sitemap.xml", "/api/v2/pages/?type=news.NewsPage", "/thon/dong-thuong/"):
        assert "Đường hoa" not in client.get(path).content.decode()


def test_english_list_shows_translations_and_vietnamese_where_there_is_none(commune, articles, client):
    translated = articles["hoa"].copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    translated.title = translated.draft_title = "Flower road"
    translated.live = True
    translated.save()
    with translation.override("en"):
        response = client.get("/en/tin-tuc/")
    assert titles(response) == ["Lúa chín", "Flower road"]
    assert "/en/tin-tuc/hoi-nong-dan/lua-chin/" in response.content.decode()
    page = client.get("/en/tin-tuc/hoi-nong-dan/lua-chin/")
    assert page.context["shown_in_source_language"]
    assert '<link rel="canonical" href="http://testserver/tin-tuc/hoi-nong-dan/lua-chin/">' in page.content.decode()
    assert not client.get("/en/tin-tuc/hoi-phu-nu/duong-hoa/").context["shown_in_source_language"]


def test_feed_of_a_unit(commune, articles, client):
    feed = client.get("/rss/hoi-phu-nu/").content.decode()
    assert "Đường hoa" in feed
    assert "Lúa chín" not in feed
    assert client.get("/rss/khong-co/").status_code == 404


def test_moved_article_changes_its_unit(commune, articles):
    articles["hoa"].move(commune.folder(commune.farmers), pos="last-child")
    articles["hoa"].refresh_from_db()
    assert articles["hoa"].unit == commune.farmers


def test_each_choice_says_how_many_it_leaves_and_keeps_its_word(commune, client):
    women, farmers = commune.folder(commune.women), commune.folder(commune.farmers)
    for number in range(3):
        make_article(women, title=f"Rác {number}", topic=commune.topic, villages=[commune.village])
    make_article(farmers, title="Lúa", topic=commune.other_topic, villages=[commune.village, commune.other_village])
    make_article(farmers, title="Nháp", topic=commune.topic, live=False)
    for path in ("/tin-tuc/", "/tin-tuc/?thon=dong-thuong", f"/tin-tuc/?thon=dong-thuong&chu-de={commune.topic.slug}"):
        for facet in client.get(path).context["filters"]:
            for option in facet["options"]:
                assert client.get(option["url"]).context["listed"].paginator.count == option["count"] > 0, option
    assert "Trại Sen" not in str(client.get(f"/tin-tuc/?chu-de={commune.topic.slug}").context["filters"])
