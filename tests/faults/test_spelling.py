"""The same word, the same paper, typed in another way: one list of results. In comments how many were found before."""

import pytest

from search import finding
from search.query import understand
from tests.factories import make_article, make_document

pytestmark = pytest.mark.django_db

TITLES = [
    "Lý do người dân chưa đồng thuận",
    "Lí lịch cán bộ thôn",
    "Kỹ thuật trồng lúa nước sạch",
    "Kĩ năng sống cho thiếu nhi",
    "Sỹ số lớp học tình thương",
    "Sĩ quan về thăm quê",
    "Quy chế dân chủ ở thôn",
    "Qui ước làng văn hóa",
    "Quý trọng người cao tuổi",
    "Tỷ lệ hộ nghèo giảm",
    "Tỉ phú nông dân",
    "Mỹ thuật thiếu nhi",
    "Vệ sĩ môi trường",
    "Y tế thôn bản",
    "Ý kiến cử tri",
    "Thúy kể chuyện làng",
    "Mùi thúi ở bãi rác",
]
ALIKE = [  # two ways to write the same
    ("lí do", "lý do"),  # 1 against 18 in the demo
    ("li do", "ly do"),
    ("sĩ số", "sỹ số"),  # 6 against 81
    ("kĩ thuật", "kỹ thuật"),
    ("qui chế", "quy chế"),
    ("quy ước", "qui ước"),
    ("quí trọng", "quý trọng"),
    ("tỉ lệ", "tỷ lệ"),
    ("tỷ phú", "tỉ phú"),
    ("mĩ thuật", "mỹ thuật"),
    ("vệ sỹ", "vệ sĩ"),
    ("i tế", "y tế"),
    ("í kiến", "ý kiến"),
    ("ky nang", "ki nang"),
    ("LÍ LỊCH", "lý lịch"),
]


@pytest.fixture
def articles(commune):
    for title in TITLES:
        make_article(commune.folder(commune.women), title=title, body=[], topic=commune.topic)


def titles(typed):
    return [entry.title for entry in finding.find(typed).best]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_both_spellings_find_the_same_list(articles, one, other):
    assert titles(one) == titles(other) != []


def test_what_only_looks_alike_stays_apart(articles):
    assert "Mùi thúi ở bãi rác" not in titles("thúy kể")
    assert titles("thúi ") == ["Mùi thúi ở bãi rác"]


NUMBERS = [  # as on the paper, as it is typed
    ("07/KH-MTTQ", "7/KH-MTTQ"),  # none
    ("07/KH-MTTQ", "7/KH"),
    ("7/QĐ-UBND", "07/QĐ-UBND"),
    ("7/QĐ-UBND", "07/qd"),
    ("012/TB-MTTQ", "12/TB"),
    ("12/TB-MTTQ", "012/TB"),
    ("03-HD/BCT", "3 HD BCT"),
    ("05 /KH-MTTQ", "5/kh mttq"),
    ("30/2020/NÐ-CP", "30/2020/NĐ-CP"),
    ("08/NQ-MTTQ", "０８/NQ-MTTQ"),
    ("07/KH-MTTQ", "07KH"),
    ("07/KH-MTTQ", "7kh mttq"),
    ("15/2026/NQ-HĐND", "15 nq hdnd"),
]


@pytest.mark.parametrize(("number", "typed"), NUMBERS)
def test_paper_is_found_by_its_number_with_or_without_a_nought(commune, number, typed):
    folder = commune.folder(commune.committee, section="van-ban")
    make_document(folder, number="99/KH-KHAC", title="Kế hoạch khác")
    make_document(folder, number=number, title="Kế hoạch đúng")
    assert titles(typed)[0] == "Kế hoạch đúng"


def test_numbers_that_differ_by_a_nought_are_one(commune):
    from django.core.exceptions import ValidationError

    folder = commune.folder(commune.committee, section="van-ban")
    make_document(folder, number="07/KH-MTTQ")
    with pytest.raises(ValidationError, match="đã dùng cho"):
        make_document(folder, number="7/KH-MTTQ", title="Kế hoạch khác")
    make_document(folder, number="70/KH-MTTQ", title="Kế hoạch bảy mươi")


def test_papers_without_a_number_can_be_entered_and_read(commune, client):
    """The number was required: officers wrote "Không số" and the second one was refused as a twin."""
    folder = commune.folder(commune.committee, section="van-ban")
    for title in ("Giấy mời họp dân", "Giấy mời dự lễ"):
        page = make_document(folder, number="", title=title)
    assert "Số, ký hiệu" not in client.get(page.url).content.decode()
    assert client.get("/van-ban/").status_code == 200
    assert titles("giay moi du le")[0] == "Giấy mời dự lễ"


RAW = [  # typed while the input method was off: nothing was found
    ("nuowcs sachj", "nước sạch"),
    ("nu7o7c1 sa5ch", "nước sạch"),
    ("nuocws sachj", "nước sạch"),
    ("dduwowngf", "đường"),
    ("d9u7o7ng2", "đường"),
    ("tieesng nois", "tiếng nói"),
    ("vieetj nam", "việt nam"),
    ("quyeets ddinhj", "quyết định"),
    ("quye6t1 d9i5nh", "quyết định"),
    ("hooij nghij", "hội nghị"),
    ("bao1 ca1o", "báo cáo"),
    ("ddoanf keets", "đoàn kết"),
    ("giuwx gifn", "giữ gìn"),
    ("thuyr lowij", "thủy lợi"),
    ("kyx thuaatj", "kĩ thuật"),  # as it is compared
    ("khuyeens khichs", "khuyến khích"),
    ("chuyeenj", "chuyện"),
    ("ruwowuj", "rượu"),
]


@pytest.mark.parametrize(("typed", "meant"), RAW)
def test_keys_of_telex_and_vni_are_understood(typed, meant):
    assert " ".join(word.exact for word in understand(typed).words) == meant


@pytest.mark.parametrize("typed", ["mttq", "hoa", "covid19", "facebook", "news", "wifi", "2026", "hung yen", "QD UBND"])
def test_what_is_no_keystroke_stays(typed):
    assert " ".join(word.exact for word in understand(typed).words) == typed.lower()


def test_typed_with_keys_it_is_found(articles):
    assert titles("nuowcs sachj")[0] == titles("nu7o7c1 sa5ch")[0] == "Kỹ thuật trồng lúa nước sạch"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Tooi muoons gops ys veef cais coongs owr ngox 3", "Tôi muốn góp ý về cái cống ở ngõ 3"),
        ("DDEEF NGHIJ xax suwar dduwowngf", "ĐỀ NGHỊ xã sửa đường"),
        ("Ne6n2 d9u7o7ng2 bi5 hong3", "Nền đường bị hỏng"),
        ("The news for this week: his car is here, as has been said by her", ""),
        ("Who did what", ""),
        ("This is his car", ""),
        ("Has mas was dos", ""),
        ("Toi muon gop y ve cai cong o ngo 3", ""),
        ("Lo A1, A2, A3, B1", ""),
        ("EEM4-E92X", ""),
    ],
)
def test_message_typed_with_keys_is_kept_as_words_only_where_sure(typed, meant):
    from core import text

    assert text.clean(typed) == (meant or typed)
