"""What people seek and do not find, without anything personal."""

import pytest

from search.models import Synonym, Unfound
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_what_is_sought_in_vain_is_counted_without_anything_personal(commune, client):
    make_article(commune.folder(commune.women), title="Đèn đường", topic=commune.topic)
    for typed in ("cấp sổ hồng", "Cấp  SỔ hồng!", "den duong", "0912345678", "ten@example.vn", "x" * 200):
        client.get("/tim-kiem/", {"q": typed})
    assert list(Unfound.objects.values_list("words", "times")) == [("cấp sổ hồng", 2)]
    shown = commune.client("chair").get("/quan-tri/snippets/search/unfound/")
    assert "cấp sổ hồng" in shown.content.decode()
    assert commune.client("author").get("/quan-tri/snippets/search/unfound/").status_code == 302


@pytest.mark.parametrize(
    "typed",
    ["Nguyễn Văn Qúy", "nguyen thi qzx", "nhà bà trần thị qzx", "lê minh qzx", "Lê Qzx", "bà Qzx xóm 3", "ông Qzx"],
)
def test_names_are_not_kept(commune, client, typed):
    client.get("/tim-kiem/", {"q": typed})
    assert not Unfound.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "hồ sơ qzx",
        "bà con qzx",
        "Đoàn Thanh niên qzx",
        "mat tran to quoc qzx",
        "phạm vi qzx",
        "lý lịch tư pháp qzx",
        "ngô lai qzx",
    ],
)
def test_what_is_no_name_is_kept(commune, client, typed):
    client.get("/tim-kiem/", {"q": typed})
    assert Unfound.objects.get().words == typed.lower()


def test_synonym_written_by_the_committee_holds_at_once(commune, client):
    make_article(commune.folder(commune.women), title="Bưởi Năm Roi vào vụ", topic=commune.topic)
    assert "Năm Roi" not in client.get("/tim-kiem/?q=qzx").content.decode()
    response = commune.client("chair").post("/quan-tri/snippets/search/synonym/add/", {"words": "QZX\nbưởi Năm Roi"})
    assert response.status_code == 302
    assert Synonym.objects.filter(words__startswith="QZX").exists()
    assert "Năm Roi</mark> vào vụ" in client.get("/tim-kiem/?q=qzx").content.decode().replace(
        "Năm</mark> <mark>", "Năm "
    )
