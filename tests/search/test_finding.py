"""What is found: as people type, by everybody only what everybody may see, at once."""

import random
import unicodedata
from io import BytesIO

import docx
import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from news.models import NewsPage
from search import finding
from search.engines import postgres
from search.models import Entry, Synonym
from tests.factories import make_article, make_document, make_event, make_model

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(commune):
    folder = commune.folder(commune.women)
    titles = [
        "Ngày hội Đại đoàn kết ở thôn Đông Thượng",
        "Ủy ban Mặt trận Tổ quốc giám sát việc làm đường",
        "Sáu con bò giống về với hộ nghèo",
        "Bố con ông Lực sửa đèn đường",
        "Chia rác từ bếp: ba thùng, ba màu",
        "Xin giấy xác nhận hộ nghèo cần gì",
    ]
    for title in titles:
        make_article(folder, title=title, body=[], topic=commune.topic)
    Synonym.objects.create(words="MTTQ\nMặt trận Tổ quốc")
    return titles


def titles(typed, **kwargs):
    return [entry.title for entry in finding.find(typed, **kwargs).best]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("dai doan ket", "Ngày hội Đại đoàn kết ở thôn Đông Thượng"),
        ("ĐẠI ĐOÀN KẾT", "Ngày hội Đại đoàn kết ở thôn Đông Thượng"),
        (unicodedata.normalize("NFD", "đại đoàn kết"), "Ngày hội Đại đoàn kết ở thôn Đông Thượng"),
        ("đại doan kết", "Ngày hội Đại đoàn kết ở thôn Đông Thượng"),
        ("dai doan ke", "Ngày hội Đại đoàn kết ở thôn Đông Thượng"),
        ("MTTQ giam sat", "Ủy ban Mặt trận Tổ quốc giám sát việc làm đường"),
        ("uỷ ban mặt trận", "Ủy ban Mặt trận Tổ quốc giám sát việc làm đường"),
        ("mat trạn to quoc", "Ủy ban Mặt trận Tổ quốc giám sát việc làm đường"),
        ("bò", "Sáu con bò giống về với hộ nghèo"),
        ("bố", "Bố con ông Lực sửa đèn đường"),
        ("chia zac tu bep", "Chia rác từ bếp: ba thùng, ba màu"),
        ("tria rac", "Chia rác từ bếp: ba thùng, ba màu"),
        ("den duong hong", "Bố con ông Lực sửa đèn đường"),
        ("xin giay xac nhan", "Xin giấy xác nhận hộ nghèo cần gì"),
        ("ho ngeo", "Xin giấy xác nhận hộ nghèo cần gì"),
    ],
)
def test_found_as_people_type(articles, typed, first):
    found = titles(typed)
    assert first in found[:2], found


def test_what_is_seldom_is_gathered_from_all_texts(articles, monkeypatch):
    monkeypatch.setattr(postgres, "WALKED", 1)  # as if there were many texts
    assert titles("dai doan ket") == ["Ngày hội Đại đoàn kết ở thôn Đông Thượng"]


def test_words_of_a_file_are_found_as_soon_as_the_queue_has_read_them(commune, django_capture_on_commit_callbacks):
    word = docx.Document()
    word.add_paragraph("Mỗi hộ nhận một tấm bạt dứa")
    content = BytesIO()
    word.save(content)
    with django_capture_on_commit_callbacks(execute=True):
        file = get_document_model().objects.create(
            title="Kế hoạch", file=ContentFile(content.getvalue(), name="ke-hoach.docx")
        )
        folder = commune.folder(commune.women, section="van-ban")
        make_document(folder, title="Kế hoạch ba thùng", file=file)
        assert "Kế hoạch ba thùng" not in titles("bat dua")
    assert titles("bat dua")[0] == "Kế hoạch ba thùng"


def test_marks_that_were_typed_count(articles):
    assert titles("bò ") == ["Sáu con bò giống về với hộ nghèo"]
    assert titles("bố ") == ["Bố con ông Lực sửa đèn đường"]
    assert len(titles("bo ")) == 2


@given(typed=st.text(max_size=60))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(typed='"')
@example(typed="a OR b AND NOT c*")
@example(typed="title_exact : (x NEAR/2 y)")
@example(typed="a & b | !c <-> 'd':*")
@example(typed="\0đ\0")
@example(typed="😀" * 50)
@example(typed="x" * 10_000)
@example(typed="ă " * 5_000)
def test_any_text_gets_an_answer(articles, typed):
    found = finding.find(typed)
    assert len(found.best) <= Entry.objects.count()
    assert found.entries.count() >= 0


def test_a_thousand_odd_strings_get_an_answer(articles):
    lot = random.Random(7)
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạ'\"*():^|&!<>-+~%_\\/\0\n\u0301\u200d😀🇻🇳0123"
    words = ["AND", "OR", "NOT", "NEAR(", "title_exact:", "mặt trận", "den", "':*", "<->", "{", "}", "\ud83d"]
    for _round in range(1000):
        size = lot.choice([1, 2, 3, 4])
        typed = "".join(lot.choice([lot.choice(letters), lot.choice(words)]) for _place in range(size))
        assert finding.find(typed).entries is not None


def test_what_is_hidden_is_found_nowhere_from_that_moment(commune, articles):
    page = NewsPage.objects.get(title__startswith="Chia rác")
    entry = "Chia rác từ bếp: ba thùng, ba màu"
    assert entry in titles("chia rac tu bep")
    restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert entry not in titles("chia rac tu bep")
    restriction.delete()
    assert entry in titles("chia rac tu bep")
    page.unpublish()
    assert entry not in titles("chia rac tu bep")
    page.refresh_from_db()
    page.save_revision().publish()
    assert entry in titles("chia rac tu bep")
    NewsPage.objects.filter(pk=page.pk).update(live=False)  # by whatever way
    assert entry not in titles("chia rac tu bep")
    NewsPage.objects.filter(pk=page.pk).update(live=True)
    page.delete()
    assert entry not in titles("chia rac tu bep")
    assert not Entry.objects.filter(title=entry).exists()


def test_draft_of_a_public_page_is_not_found(commune, articles):
    page = NewsPage.objects.get(title__startswith="Chia rác")
    page.title = "Tựa đề bí mật zyx"
    page.save_revision()
    assert "Tựa đề bí mật zyx" not in titles("tua de bi mat zyx ")
    make_article(commune.folder(commune.women), title="Nháp zyx", live=False, topic=commune.topic)
    assert titles("zyx ") == []


def test_everything_registered_is_found_and_narrowed(commune):
    make_model(
        commune.folder(commune.women, section="mo-hinh"), title="Ba thùng", village=commune.village, topic=commune.topic
    )
    make_event(commune.folder(commune.women, section="lich"), title="Họp ba thùng", starts_at=timezone.now())
    make_article(
        commune.folder(commune.women), title="Ba thùng về xóm", villages=[commune.village], topic=commune.topic
    )
    document = make_document(commune.folder(commune.women, section="van-ban"), title="Kế hoạch ba thùng")
    found = finding.find("ba thung").entries
    assert {entry.source for entry in found} >= {"mo-hinh", "lich", "tin-tuc", "van-ban"}
    assert {entry.source for entry in found.filter(villages__village="dong-thuong")} == {"mo-hinh", "tin-tuc"}
    assert [entry.source for entry in found.filter(topic="moi-truong")].count("tin-tuc") == 1
    assert document.number.split("/")[0] in Entry.objects.get(source="van-ban").title_exact
    assert "Đông Thượng" in " ".join(titles("thon dong thuong"))
