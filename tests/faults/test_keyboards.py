"""What input methods, phones and pasting make of codes, names, numbers and links. In comments: what happened before."""

import uuid

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from core import addresses, codes, phones
from core.text import clean_line
from feedback import receipts, senders
from feedback.models import Case, CasePerson
from organisations import signing_in
from surveys.services import print_slips
from tests.feedback.conftest import send  # noqa: F401
from tests.feedback.test_public import opened
from tests.surveys.conftest import draft, survey  # noqa: F401

pytestmark = pytest.mark.django_db

# Codes of before, and what came of them. Before: "Mã và số bí mật không khớp" for every one but the first two.
TYPED = [
    ("small letters", "eem4 e92x", "EEM4E92X"),
    ("without dash", "EEM4E92X", "EEM4E92X"),
    ("Telex, a hat", "ÊM4-E92X", "EEM4E92X"),
    ("Telex, a hat, decomposed", "E\u0302M4-E92X", "EEM4E92X"),
    ("Telex, hat and tone, the tone last", "H49X-ỄH", "H49XEEHX"),
    ("Telex, a tone at once", "KẢM-4422", "KARM4422"),
    ("Telex, in both groups", "ÂM4-Ẽ92", "AAM4EX92"),
    ("Telex, in the second group", "YRK4-HÂ2", "YRK4HAA2"),
    ("Telex, a second X took the first back", "EXK-7777", "EXXK7777"),
    ("VNI, a tone", "Y46H-Ỷ9M", "Y46HY39M"),
    ("VNI, a hat", "ÂK4-M7HH", "A6K4M7HH"),
    ("VNI, hat and tone", "ỂH-2KKM", "E63H2KKM"),
    ("VNI, the key later", "KẺ7-HHMM", "KE73HHMM"),
    ("Telex, a slip's crossed D", "ĐK4-HHMM", "DDK4HHMM"),
    ("VNI, a slip's crossed D", "ĐK4-HHMM", "D9K4HHMM"),
    ("Telex, a slip's horn", "KƯ7-HHMM", "KUW7HHMM"),
    ("its label from Zalo", "Mã: EEM4-E92X", "EEM4E92X"),
    ("a longer label", "Mã tra cứu của bà con là EEM4-E92X", "EEM4E92X"),
    ("code and secret in one", "Mã: EEM4-E92X, số bí mật: 483920", "EEM4E92X"),
    ("full-width, from another keyboard", "ＥＥＭ４－Ｅ９２Ｘ", "EEM4E92X"),
    ("quoted, with a full stop", "“EEM4–E92X”.", "EEM4E92X"),
    ("letter by letter, as read aloud", "E E M 4, E 9 2 X", "EEM4E92X"),
    ("an invisible letter of a web page", "EEM4\u200b-E92X\ufeff", "EEM4E92X"),
    ("a line break", "EEM4-\nE92X", "EEM4E92X"),
]


@pytest.mark.parametrize(("typed", "code"), [case[1:] for case in TYPED], ids=[case[0] for case in TYPED])
def test_code_is_read_however_it_was_typed(typed, code):
    found = codes.readings(typed)
    assert code in found
    assert len(found) <= codes.MOST_READINGS
    assert codes.readings(typed) == found


@pytest.mark.parametrize(
    "typed", ["", "   ", "Cống ở ngõ 3 tắc đã lâu", "EEM4", "K7M4-2GHPP", "ỄỄỄỄỄỄ " * 12, "😀" * 8, "٣" * 9]
)
def test_what_holds_no_code_has_no_reading(typed):
    assert codes.readings(typed) == []


def test_codes_of_today_give_a_keyboard_nothing_to_compose():
    assert not set(codes.LETTERS) & set("AEIOUYDW" + "FJRSXZ" + "01OIL5S8BCQV")
    assert set(codes.new()) <= set(codes.LETTERS)
    assert receipts.of(receipts.new_id()).code.count("-") == 1


def look_up(client, code, secret):
    return client.post("/gop-y/tra-cuu/", {"code": code, "secret": secret})


@pytest.fixture
def old_case(send):  # noqa: F811
    """A case with the code EEM4-E92X and the secret 483920, as if its receipt had been printed so."""
    case = send()
    hashes = {
        "lookup_hash": receipts.lookup_hash("EEM4-E92X", "483920"),
        "code_hash": receipts.code_hash("EEM4-E92X"),
    }
    Case.objects.filter(pk=case.pk).update(**hashes)
    return case


@pytest.mark.parametrize(
    ("code", "secret"),
    [
        ("ÊM4-E92X", "483920"),
        ("Mã: EEM4-E92X", "Số bí mật: 483920"),
        ("ＥＥＭ４－Ｅ９２Ｘ", "４８３９２０"),
        ("eem4e92x", "483 920"),
        ("EEM4-E92X", "483.920."),
        ("Mã: EEM4-E92X Số bí mật: 483920", "Mã: EEM4-E92X Số bí mật: 483920"),
    ],
)
def test_case_opens_with_what_was_typed(old_case, client, code, secret):
    assert look_up(client, code, secret).url == reverse("feedback:case", args=[old_case.receipt.token])


@pytest.mark.parametrize(
    ("code", "secret", "sentence"),
    [
        ("EEM4", "483920", "Mã có tám chữ và số"),
        ("EEM4-E92X", "48392", "đang có 5"),  # before: "Mã và số bí mật không khớp" for both
    ],
)
def test_look_up_says_which_of_both_is_incomplete(old_case, client, code, secret, sentence):
    page = look_up(client, code, secret)
    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_officer_finds_a_case_by_a_code_copied_with_its_label(commune, send):  # noqa: F811
    case = send()
    page = commune.client("author").get("/quan-tri/y-kien/", {"q": f"Mã: {case.code.lower()}."})
    assert f"/quan-tri/y-kien/{case.pk}/" in page.content.decode()


@pytest.mark.parametrize("shape", ["{0}", "{1}", "Mã: {1}.", " {1} ", "{2}"])
def test_slip_opens_its_survey_however_its_code_is_typed(commune, survey, client, shape):  # noqa: F811
    (code,) = print_slips(survey, by=commune.users["author"], number=1)
    full_width = "".join(chr(ord(letter) + 0xFEE0) for letter in code)
    typed = shape.format(" ".join(code.lower()), f"{code[:4]} {code[4:]}", full_width)
    assert "Trả lời bằng phiếu có mã" in client.get(survey.url, {"ma": typed}).content.decode()


# Before: taken as numbers from abroad, and not found under 0912345678.
@pytest.mark.parametrize(
    "typed",
    [
        "O912345678",
        "o912 345 678",
        "О912 345 678",  # a Cyrillic letter
        "０９１２３４５６７８",
        "٠٩١٢٣٤٥٦٧٨",
        "+84 912 345 678",
        "+84(0)912.345.678",
        "0084 912 345 678",
        "84912345678",
        "912 345 678",  # a spreadsheet dropped the 0
        "09l2.345.678",
        "0912–345–678",
        "0912 345 678 (chị Lộc)",
        "\u202a0912345678\u202c",  # copied from the phone book
        "ĐT: 0912 345 678",
    ],
)
def test_phone_is_one_number_however_it_is_typed(commune, client, typed):
    sent = {"kind": "question", "text": "Hỏi.", "phone": typed, "key": str(uuid.uuid4()), "opened": opened()}
    assert client.post("/gop-y/", sent).status_code == 302
    assert CasePerson.objects.get().phone_hash == senders.phone_hash("0912345678")
    assert "O" not in CasePerson.objects.get().phone.upper().replace("LỘC", "")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("09123456", "(8 chữ số)"),
        ("0912 345 67O8", "(11 chữ số)"),
        ("12", "(2 chữ số)"),
        ("0912345678 / 0987654321", "nhiều hơn một số"),  # before: "chưa đúng"
        ("không có", "(0 chữ số)"),
        ("0168 345 6789", "(11 chữ số)"),  # abolished in 2018
    ],
)
def test_what_is_no_phone_number_is_asked_again_with_the_reason(commune, client, typed, sentence):
    sent = {"kind": "question", "text": "Hỏi.", "phone": typed, "key": str(uuid.uuid4()), "opened": opened()}
    page = client.post("/gop-y/", sent)
    assert page.status_code == 422
    assert sentence in page.content.decode()


@pytest.mark.parametrize("typed", ["0220 3700 102", "024 3825 1234", "1900 1234", "+1 202 555 0143", "0220.3700.102"])
def test_numbers_of_houses_and_from_abroad_are_taken(typed):
    phones.validate(typed)


def test_numbers_of_two_people_are_two():
    assert phones.number("0912 345 678") != phones.number("0912 345 679")
    with pytest.raises(ValidationError):
        phones.validate("0912 345 678, 0912 345 679")


@pytest.mark.parametrize(
    "behind", [".", ",", ")", ").", "/.", "/)", "/),", "”", "/”.", "…", ">", "*", " ", "/ Cảm ơn", "\u200b", ";", "!"]
)
@pytest.mark.parametrize("place", ["ho-so", "phieu"])
def test_private_link_opens_with_signs_behind_it(send, client, place, behind):  # noqa: F811
    """Before: 404."""
    address = f"/gop-y/{place}/{send().receipt.token}"
    page = client.get(f"{address}{behind}", follow=True)
    assert page.status_code == 200
    assert page.request["PATH_INFO"] == f"{address}/"
    assert page.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("behind", [".", "/).", "&gt;", "/&gt;", "//", "/_", "/-/", "/ xem"])
def test_any_address_is_led_to_without_signs_behind_it(behind):
    """Before: 404 from the third on."""
    assert addresses.without_signs_behind(f"/tin-tuc{behind}") == "/tin-tuc/"


@pytest.mark.parametrize(
    "path", ["/khong-co/", "/khong-co", "/tep.php", "/.", "/...", "/" + "./" * 5000 + "a", "/" + "." * 10_000]
)
def test_what_has_no_signs_behind_it_leads_nowhere(path):
    assert addresses.without_signs_behind(path) == ""


@pytest.mark.parametrize("path", ["//evil.example.", "/\\evil.example.", "///evil.example)"])
def test_no_sign_behind_leads_to_another_site(path):
    led_to = addresses.without_signs_behind(path)
    assert led_to.startswith("/")
    assert led_to[1] not in "/\\"


# Before: only the very spelling came in.
@pytest.mark.parametrize("typed", ["Author", "AUTHOR", " author ", "ａｕｔｈｏｒ", "Áuthor"])
def test_officer_signs_in_however_the_phone_writes_her_name(commune, typed):
    sent = {"username": typed, "password": "mat-khau-thu-1"}
    assert Client().post(reverse("wagtailadmin_login"), sent).status_code == 302


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Phu-nu", "phu-nu"),
        ("phụ-nữ", "phu-nu"),
        ("PHU – NU", "phu-nu"),
        ("phu\u2011nu", "phu-nu"),
        ("an", "An"),
        ("AN", "AN"),
        ("x", "x"),
    ],
)
def test_name_of_an_account(commune, typed, name):
    users = commune.users["author"].__class__.objects
    for username in ("phu-nu", "An"):
        users.create_user(username)
    if typed == "AN":  # two that differ only so: each is asked for exactly
        users.create_user("AN")
    assert signing_in.account_name(typed) == name


def test_sign_in_keeps_phones_from_writing_capitals(commune, client):
    page = client.get(reverse("wagtailadmin_login")).content.decode()
    field = page[page.index('name="username"') - 200 : page.index('name="username"') + 300]
    for attribute in ('autocapitalize="none"', 'autocomplete="username"', 'spellcheck="false"'):
        assert attribute in field


def test_account_cannot_be_opened_twice_with_other_letters(commune):
    sent = {
        "username": "AUTHOR",
        "last_name": "Trần",
        "first_name": "Lan",
        "password1": "Sương sớm 47 cầu",
        "password2": "Sương sớm 47 cầu",
    }
    page = commune.client("it").post(reverse("wagtailusers_users:add"), sent)
    assert page.context["form"].errors["username"]


def test_old_receipt_stays_as_it_was_printed():
    """Its letters follow from the id; new letters must not change what people hold in their hands."""
    printed = [receipts.of(uuid.UUID(int=4 << 76 | 8 << 60 | number)).code for number in range(20)]
    assert set("".join(printed)) - {"-"} == set(receipts.LETTERS_BEFORE)


@pytest.mark.parametrize("code", ["27NH\u00ad2G9K", "2NH\u00ad", "27TH\u00ad3KMN"])
def test_soft_hyphen_of_a_code_is_no_letter(code):
    """With the letters around it, it reads như, thư in an old font: one code in some hundreds was not found."""
    assert clean_line(code) == code.replace("\u00ad", "")
    assert clean_line("gửi nh\u00ad cũ") == "gửi như cũ"
