"""Lists of models and good deeds, the kit on paper, the number of queries."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import ImageFile
from wagtail.models import Locale

from core import pdf
from models_showcase.models import GoodDeedPage, ModelKind, ModelPage
from tests.factories import make_deed, make_model
from tests.factories_bulk import make_many
from tests.models_showcase.conftest import evaluate
from tests.services import need_pango

pytestmark = pytest.mark.django_db


@pytest.fixture
def models(commune):
    folder = commune.folder(commune.women, section="mo-hinh")
    return [
        make_model(folder, title="Chia rác", topic=commune.topic, village=commune.village, cost=0),
        make_model(
            commune.folder(commune.farmers, section="mo-hinh"),
            title="Ruộng không khói",
            kind=ModelKind.objects.get(slug="san-xuat"),
            topic=commune.other_topic,
            village=commune.other_village,
            started=date(2026, 5, 1),
            cost=31_000_000,
        ),
        make_model(folder, title="Bản nháp", topic=commune.topic, live=False),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Ruộng không khói", "Chia rác"]),
        ("?loai=san-xuat", ["Ruộng không khói"]),
        ("?thon=dong-thuong", ["Chia rác"]),
        ("?don-vi=hoi-nong-dan", ["Ruộng không khói"]),
        ("?kinh-phi=0", ["Chia rác"]),
        ("?kinh-phi=tren-20-trieu", ["Ruộng không khói"]),
        ("?kinh-phi=5-20-trieu", []),
        ("?nam=2026", ["Ruộng không khói"]),
        ("?ket-qua=nhan-rong", ["Chia rác"]),
        ("?ket-qua=khong-co", ["Ruộng không khói", "Chia rác"]),
        ("?kinh-phi=%00", ["Ruộng không khói", "Chia rác"]),
    ],
)
def test_models_are_narrowed_by_their_address(commune, models, draft, client, query, expected):
    evaluate(models[0], commune, draft)
    response = client.get(f"/mo-hinh/{query}")
    assert [page.title for page in response.context["models"]] == expected


def test_translation_is_judged_as_its_source(commune, models, draft, client):
    evaluate(models[0], commune, draft)
    english = models[0].copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.title, english.live = "Sorting waste", True
    english.save()
    text = client.get("/en/mo-hinh/").content.decode()
    assert "Sorting waste" in text
    assert "verdict--spread" in text


def test_choices_say_how_many_they_leave(commune, models, client):
    filters = {item["name"]: item for item in client.get("/mo-hinh/").context["filters"]}
    assert [(option["label"], option["count"]) for option in filters["kinh-phi"]["options"]] == [
        ("Không tốn tiền", 1),
        ("Trên 20 triệu đồng", 1),
    ]
    assert "ket-qua" not in filters  # nothing was evaluated


def test_folder_shows_its_unit_only(commune, models, client):
    response = client.get("/mo-hinh/hoi-nong-dan/")
    assert [page.title for page in response.context["models"]] == ["Ruộng không khói"]


def test_folder_takes_what_its_section_is_for(commune):
    for section, own in (("mo-hinh", ModelPage), ("guong-sang", GoodDeedPage)):
        folder = commune.folder(commune.women, section=section)
        takes = [page_type for page_type in type(folder).creatable_subpage_models() if page_type.can_create_at(folder)]
        assert takes == [own]


def test_page_says_what_a_village_head_asks(commune, models, client):
    models[0].participants, models[0].contact_phone, models[0].cost_note = 498, "0220 3700 102", "Cân đi mượn."
    models[0].mistakes = "- Phát thùng trước khi bàn.\n2) Quên dãy trọ.\n\n"
    models[0].save()
    text = re.sub(r"\s+", " ", client.get(models[0].url).content.decode())
    for words in (
        "498 hộ",
        "không tốn tiền",
        "Cân đi mượn.",
        "tel:02203700102",
        "<li>Họp xóm.</li>",
        "<li>Quên dãy trọ.</li>",
    ):
        assert words in text


def test_kit_is_a_page_to_print_where_there_is_no_pdf(commune, models, client, monkeypatch):
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    response = client.get(models[0].kit_url, follow=True)
    text = response.content.decode()
    assert response.redirect_chain
    assert "Phát thùng." in text
    assert "<svg" in text
    assert client.get(models[2].kit_url, follow=True).status_code == 404


def test_kit_is_a_pdf_with_our_own_letters(commune, models, client):
    need_pango()
    import pypdfium2

    response = client.get(models[0].kit_url)
    assert response.headers["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(response.content)
    words = document[0].get_textpage().get_text_bounded()
    assert "Phát thùng." in words
    assert "Chia rác" in words
    assert len(document) == 1


def test_making_a_pdf_leaves_pictures_as_strict_as_before():
    need_pango()
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_pdf_fetches_nothing_from_outside():
    need_pango()
    for address in (
        "http://example.org/x.css",
        "file:///etc/passwd",
        f"{pdf.FILES.as_uri()}/../manage.py",
        f"{pdf.FILES.as_uri()}/%2e%2e/styles/site.css",
    ):
        with pytest.raises(ValueError, match="Not one of our own files"):
            pdf.own_file(address)


LIMITS = {
    "/": 16,
    "/mo-hinh/": 16,
    "/mo-hinh/?thon=dong-thuong&loai=to-tu-quan": 16,
    "/mo-hinh/hoi-phu-nu/": 16,
    "/guong-sang/": 16,
    "/thon/dong-thuong/": 16,
    "/to-chuc/hoi-phu-nu/": 16,
    "/mo-hinh/chi-tieu/": 12,
}


@pytest.mark.parametrize("number", [20, 5000])
def test_queries_do_not_grow(commune, draft, client, number):
    kind, day = ModelKind.objects.get(slug="to-tu-quan"), date(2026, 11, 1)
    many = make_many(
        ModelPage,
        commune.folder(commune.women, section="mo-hinh"),
        number,
        lambda index: {
            "kind": kind,
            "started": day - timedelta(days=index % 900),
            "village": commune.village,
            "topic": commune.topic,
        },
    )
    make_many(
        GoodDeedPage,
        commune.folder(commune.women, section="guong-sang"),
        number,
        lambda index: {"honoured": "Bà Hiền", "date": day - timedelta(days=index), "village": commune.village},
    )
    model = many.first()
    model.started = date(2025, 1, 1)
    model.save()
    evaluate(model, commune, draft)
    deed = make_deed(commune.folder(commune.farmers, section="guong-sang"))
    limits = {**LIMITS, model.url: 16, deed.url: 16}
    counts = {}
    for path in limits:
        client.get(path)  # the first visit fills what a process keeps
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        counts[path] = len(queries)
    assert all(counts[path] <= limit for path, limit in limits.items()), counts
