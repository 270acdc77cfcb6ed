"""What somebody who had not read the code wrote, sought and called off (`fresh_letters_and_facts.toml`): letters and spelling.

Each of its examples of these kinds is driven here, under its own name; `right` there says what is asserted.
"""

import re
import tomllib
import uuid
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from icalendar import Calendar
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.test.utils.form_data import streamfield

from core import documents
from feedback.models import Case
from news.models import DocumentPage, EventPage, NewsPage
from search.models import Synonym
from tests.approval.test_permissions import form_data
from tests.factories import make_article, make_document, make_event
from tests.faults import fresh_letters_and_facts_files as files
from tests.faults.test_one_fact import translated
from tests.feedback.test_public import opened, words

pytestmark = pytest.mark.django_db
TABLE = tomllib.loads(Path(__file__).with_name("fresh_letters_and_facts.toml").read_text(encoding="utf-8"))["example"]
EXAMPLES = {example["id"]: example for example in TABLE}
MINE = {id for id in EXAMPLES if id.startswith(("K6-", "K11-"))} | {"K10-09"}
FIRST = 2  # pages of a list that are the same, where the lists need not be
driven: set[str] = set()


def examples(*ids):
    driven.update(ids)
    return pytest.mark.parametrize("example", [pytest.param(EXAMPLES[id], id=id) for id in ids])


# A citizen writes.


def sent(client, **values):
    """The case that comes of it, and its receipt as the citizen reads it."""
    client.cookies.clear()
    answer = client.post("/gop-y/", {"kind": "report", "key": str(uuid.uuid4()), "opened": opened(), **values})
    assert answer.status_code == 302, words(answer)
    return Case.objects.latest("pk"), client.get(answer.url).content.decode()


def cases(commune, typed):
    """Those that an officer finds."""
    page = commune.client("chair").get("/quan-tri/y-kien/", {"q": typed}).content.decode()
    return {int(pk) for pk in re.findall(r"/quan-tri/y-kien/(\d+)/", page)}


@examples("K6-01", "K6-02", "K6-03", "K6-04", "K6-05", "K6-06", "K6-07", "K6-12", "K6-20", "K6-21", "K6-22")
def test_message_is_read_as_it_was_meant(commune, client, example):
    for typed, kept in zip(example["inputs"], example.get("kept", example["inputs"]), strict=True):
        case, _receipt = sent(client, text=typed)
        assert case.text == kept
    for typed in example.get("found_by", ()):
        assert cases(commune, typed)


@examples("K6-13")
def test_name_and_place_of_an_old_machine(commune, client, example):
    for (name, place), kept in zip(pairs(example["inputs"]), pairs(example["kept"]), strict=True):
        case, _receipt = sent(
            client, text=f"{EXAMPLES['K6-01']['inputs'][0]} {name}", name=name, place=place, phone="0912345678"
        )
        assert (case.person.name, case.place) == kept


def pairs(flat):
    return list(zip(flat[::2], flat[1::2], strict=True))


@examples("K11-15")
def test_words_and_names_stay_as_their_bearer_writes_them(commune, client, example):
    name, text, title = example["inputs"]
    case, receipt = sent(client, text=text, name=name, phone="0912345678")
    assert (case.text, case.person.name) == (text, name)
    assert text in receipt
    assert text in commune.client("chair").get(f"/quan-tri/y-kien/{case.pk}/").content.decode()
    page = added(commune, title=title, summary=text)
    assert (page.title, page.summary) == (title, text)
    assert page.slug == "ba-thuy-khoe-uy-ban-hoa-giai"
    NewsPage.objects.get(pk=page.pk).get_latest_revision().publish()
    for typed in ("Bà Thúy khỏe", title, "uỷ ban hòa giải"):
        assert title in titles(client, typed)
    assert cases(commune, "bà Thúy ông Hòa") == {case.pk}
    document = uploaded(commune, "quy-che.docx", files.docx_half_tcvn3()[1], title="Quy chế hoà giải kỷ luật")
    assert document.title == "Quy chế hoà giải kỷ luật"


@examples("K11-12")
def test_officer_finds_a_case_in_the_other_spelling(commune, client, example):
    case, _receipt = sent(client, text="Lý do mất nước ở xóm bà Thuý, kĩ sư đã hứa")
    sent(client, text="Đèn đường hỏng")
    for typed in example["inputs"]:
        assert cases(commune, typed) == {case.pk}, typed


# An officer writes.


def added(commune, kind="newspage", app="news", section="tin-tuc", **values):
    """The draft of a page that an officer enters and saves."""
    folder = commune.folder(commune.women, section=section)
    before = set(Page.objects.values_list("pk", flat=True))
    address = reverse("wagtailadmin_pages:add", args=[app, kind, folder.pk])
    answer = commune.client("author").post(address, form_data(commune, **values))
    assert answer.status_code == 302, answer.context["form"].errors
    [page] = Page.objects.exclude(pk__in=before)
    return page.specific.get_latest_revision_as_object()


@examples("K6-08", "K6-09", "K6-10")
def test_title_and_summary_are_clean_and_found(commune, client, example):
    title, *summary = example["inputs"]
    page = added(commune, title=title, summary=(summary or ["Bốn trăm mét hoa."])[0])
    assert [page.title, page.summary][: len(example["kept"])] == example["kept"]
    NewsPage.objects.get(pk=page.pk).get_latest_revision().publish()
    for typed in example["found_by"]:
        assert titles(client, typed)[0] == example["kept"][0]
    feed = ElementTree.fromstring(client.get("/rss/").content)  # noqa: S314
    assert example["kept"][0] in [item.findtext("title") for item in feed.iter("item")]


@examples("K6-11")
def test_event_with_odd_letters_is_a_sound_calendar(commune, client, example):
    title, place = example["inputs"]
    values = {"starts_at": "18/11/2027 19:30", "ends_at": "", "timing": "exact", "report": "", "called_off": ""}
    page = added(commune, "eventpage", section="lich", title=title, place=place, body=streamfield([]), **values)
    assert [page.title, page.place] == example["kept"]
    EventPage.objects.get(pk=page.pk).get_latest_revision().publish()
    content = client.get(page.ics_url).content
    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["SUMMARY"]), str(event["LOCATION"])] == example["kept"]
    assert max(map(len, content.split(b"\r\n"))) <= 75
    content.decode()
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", content.decode())


@examples("K11-14")
def test_paper_without_a_number_shows_no_empty_line(commune, client, example):
    folder = commune.folder(commune.committee, section="van-ban")
    for number in example["inputs"]:
        page = make_document(folder, number=number, title=f"Giấy mời {number or 'họp'}")
        read = words(client.get(page.url))
        assert ("Số, ký hiệu" in read) == bool(number)
        assert number in read
        assert "> / <" not in read
        assert titles(client, f"Giấy mời {number or 'họp'}")[0] == page.title


# Files.


def uploaded(commune, name, content, **values):
    """The document of a file that an officer puts into the library, its words read."""
    data = {"title": Path(name).stem, "collection": commune.women.collection_id, **values}
    data["files[]"] = SimpleUploadedFile(name, content)
    answer = commune.client("author").post("/quan-tri/documents/multiple/add/", data).json()
    assert answer["success"], answer
    document = get_document_model().objects.latest("pk")
    documents.read_text.func(document.pk)
    document.refresh_from_db()
    return document


@examples("K6-16", "K6-17", "K6-18", "K6-19")
def test_words_of_an_old_file_are_found(commune, client, example):
    folder = commune.folder(commune.committee, section="van-ban")
    names = []
    for make in example["files"]:
        document = uploaded(commune, *getattr(files, make)())
        make_document(folder, title=f"Văn bản {make}", number="", file=document)
        names.append(document.title)
    for typed in example["found_by"]:
        page = results(client, typed)
        assert page.context["total"] == 1, typed
        assert not page.context["replaced"]
    if kept := example.get("kept"):
        assert names == kept


# Somebody searches.


def results(client, typed, address="/tim-kiem/"):
    answer = client.get(address, {"q": typed})
    assert answer.status_code == 200
    return answer


def shown(page):
    return [re.sub(r"</?mark>", "", str(hit["title"])) for hit in page.context.get("hits", ())]


def titles(client, typed):
    return shown(results(client, typed))


@pytest.fixture
def site(commune, example):
    for title in example["site"]:
        make_article(commune.folder(commune.women), title=title, body=[], summary="", topic=commune.topic)
    Synonym.objects.all().delete()
    for said in ("MTTQ\nMặt trận Tổ quốc", "UB\nỦy ban", "UBND\nỦy ban nhân dân"):
        Synonym.objects.create(words=said)


@examples("K6-14", "K11-01", "K11-02", "K11-03", "K11-05", "K11-06", "K11-08", "K11-11")
def test_ways_to_write_one_thing_find_one_list(site, client, example):
    groups = example["inputs"] if isinstance(example["inputs"][0], list) else [example["inputs"]]
    for first, *others in groups:
        found = titles(client, first)
        assert found
        for other in others:
            assert titles(client, other) == found, (first, other)
    for typed, first in example.get("first", ()):
        assert titles(client, typed)[0] == first


@examples("K11-09")
def test_wrong_hook_or_tilde_finds_the_right_word(site, client, example):
    for typed, right in zip(example["inputs"], example["kept"], strict=True):
        right_page, page = results(client, right), results(client, typed)
        found = shown(right_page)[:FIRST]
        assert shown(page)[: len(found)] == found != [], typed
        asked = [*page.context["meant"].items(), *page.context["replaced"].items()]
        assert asked == [pair for pair in zip(typed.split(), right.split(), strict=True) if pair[0] != pair[1]]
        assert all(f"“{word}”" in words(page) for pair in asked for word in pair)
        assert not right_page.context["meant"]


@examples("K11-10")
def test_abbreviations_however_they_are_set(site, client, example):
    full = {"mttq": "mat tran to quoc", "ubmttq": "Ủy ban MTTQ", "ubnd": "ủy ban nhân dân"}
    right = {bare: set(titles(client, said)) for bare, said in full.items()}
    for typed in example["inputs"]:
        page = results(client, typed)
        assert not page.context["replaced"], typed
        found = set(shown(page))
        assert found == right[re.sub(r"[ .]", "", typed).lower()] != set(), typed
        assert not {"Một trăm mốt ngày", "Tab của máy tính bảng", "Mụt măng, tổ quạ"} & found


@examples("K11-07")
def test_english_and_codes_stay(site, client, example):
    for typed in example["inputs"]:
        page = results(client, typed)
        assert not page.context["replaced"], typed
        assert typed.lower() in shown(page)[0].lower()
    NewsPage.objects.get(title="Sản phẩm ocop của xã").delete()
    assert not results(client, "OCOP").context["replaced"]


@examples("K11-04")
def test_paper_is_found_by_its_number_in_every_habit(site, commune, client, example):
    folder = commune.folder(commune.committee, section="van-ban")
    asked = [(typed, "02/KH-MTTQ-BTT") for typed in example["inputs"]] + [tuple(pair) for pair in example["others"]]
    for number in {number for _typed, number in asked}:
        title = "Kế hoạch giám sát" if "KH" in number else f"Văn bản {number[:2]}"
        make_document(folder, number=number, title=title)
    for typed, number in asked:
        urls = [hit["url"] for hit in results(client, typed).context["hits"]]
        assert DocumentPage.objects.get(number=number).url in urls[:3], typed


@examples("K6-15")
def test_letters_no_program_should_meet(commune, client, example):
    for raw in example["inputs"]:
        assert client.get(f"/tim-kiem/?q={raw}").status_code == 200
        assert client.get(f"/tim-kiem/goi-y/?q={raw}").status_code == 200
        form = "application/x-www-form-urlencoded"
        for address, names in (
            ("/gop-y/tra-cuu/", "code={0}&secret={0}"),
            ("/quan-tri/login/", "username={0}&password=x"),
        ):
            answer = client.post(address, names.format(raw), content_type=form)
            assert answer.status_code in {200, 422, 429}
        data = f"kind=report&key={uuid.uuid4()}&opened={opened()}&text=C%E1%BB%91ng%20{raw}%20t%E1%BA%AFc%20{uuid.uuid4().hex}"
        assert Client().post("/gop-y/", data, content_type=form).status_code == 302
        assert re.match(r"Cống .*tắc \w{32}$", Case.objects.latest("pk").text)


# An officer searches.


@examples("K11-13")
def test_officer_finds_a_file_and_a_page_in_the_other_spelling(commune, example):
    title = "Quy chế hoà giải kỷ luật"
    get_document_model().objects.create(title=title, file="quy-che.pdf")
    make_article(commune.folder(commune.women), title=title, topic=commune.topic)
    call_command("update_index", verbosity=0)  # by itself it follows a commit, and a test has none
    chair = commune.client("chair")
    for typed in example["inputs"]:
        for address in ("/quan-tri/documents/", "/quan-tri/pages/search/"):
            assert title in chair.get(address, {"q": typed}).content.decode(), (address, typed)


# What does not take place.


@examples("K10-09")
def test_called_off_event_says_so_wherever_it_stands(commune, client, example):
    folder = commune.folder(commune.committee, section="lich")
    event = make_event(
        folder, title="Chợ quê Trại Sen", summary="Chợ quê sớm.", called_off="Bão vào", villages=[commune.village]
    )
    event.save_revision().publish()
    with translation.override("en"):  # shown to English readers in its place
        assert "Called off. Bão vào" in words(results(client, "chợ quê trại sen", "/en/tim-kiem/"))
    english = translated(EventPage.objects.get(pk=event.pk))
    said = "Không diễn ra. Bão vào"
    for address in ("/lich/", "/", "/thon/dong-thuong/"):
        read = words(client.get(address))
        assert "Chợ quê Trại Sen" not in read or "Bão vào" in read, address
    assert said in words(results(client, "chợ quê trại sen"))
    assert said in client.get("/tim-kiem/goi-y/", {"q": "chợ quê"}).json()["suggestions"][0]["title"]
    page = words(client.get(event.url))
    assert f'<meta name="description" content="{said} Chợ quê sớm.">' in page
    assert f'<meta property="og:description" content="{said} Chợ quê sớm.">' in page
    with translation.override("en"):
        assert "Called off. Bão vào" in words(results(client, "chợ quê trại sen", "/en/tim-kiem/"))
        assert 'og:description" content="Called off. Bão vào' in words(client.get(english.url))
    api = client.get(f"/api/v2/pages/{event.pk}/").json()
    assert api["called_off"] == "Bão vào"


def test_every_example_is_driven():
    assert driven == MINE
