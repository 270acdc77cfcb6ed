"""What somebody who had not read the code typed and pasted: codes, names, numbers, links, sums (`fresh_letters_and_facts.toml`).

Each of its examples of these kinds is driven here, under its own name; `right` there says what is asserted.
"""

import re
import tomllib
import unicodedata
import uuid
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format

from accounts.models import User
from core import limits
from core.models import RateCounter
from feedback import receipts
from feedback.models import Case, CasePerson
from organisations.enums import Role
from surveys.models import Response
from surveys.services import print_slips
from tests.conftest import appoint
from tests.feedback.conftest import send  # noqa: F401
from tests.feedback.test_public import opened, post, sum_of, words  # noqa: F401
from tests.surveys.conftest import draft, survey  # noqa: F401
from tests.surveys.test_answering import post as answer

pytestmark = pytest.mark.django_db
TABLE = tomllib.loads(Path(__file__).with_name("fresh_letters_and_facts.toml").read_text(encoding="utf-8"))["example"]
EXAMPLES = {example["id"]: example for example in TABLE}
MINE = {id for id in EXAMPLES if id.startswith(("K8-", "K12-"))} | {"K13-08", "K13-12"}
LOOK_UP, FORM = "/gop-y/tra-cuu/", "/gop-y/"
PASSWORD = "mat-khau-thu-1"
driven: set[str] = set()


def examples(*ids):
    """Runs the test for each input of each example, under the example's id."""
    driven.update(ids)
    cases = [
        pytest.param(typed, id=f"{id}-{number}" if number else id)
        for id in ids
        for number, typed in enumerate(EXAMPLES[id].get("inputs", [""]), start="inputs" in EXAMPLES[id])
    ]
    return pytest.mark.parametrize("typed", cases)


def test_every_example_is_driven():
    assert driven == MINE


# --- Codes and secrets ---


def look_up(code, secret, client=None, **more):
    sent = {"code": code, "secret": secret, **{name: more.pop(name) for name in ("challenge", "sum") if name in more}}
    return (client or Client()).post(LOOK_UP, sent, **more)


def opens(case, page):
    return page.status_code == 302 and page.url == reverse("feedback:case", args=[case.receipt.token])


def filled_in(shape, code, **more):
    """A shape of the table with this code in it."""
    plain = code.replace("-", "")
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in plain)
    parts = {"a": plain[:4], "b": plain[4:], "small": plain.lower(), "spaced": " ".join(plain.lower()), "wide": wide}
    return shape.format(code=code, telex=keyboard(plain.lower(), "telex"), site="http://testserver", **parts, **more)


SHAPES = {
    "telex": {"aa": "â", "ee": "ê", "oo": "ô", "aw": "ă", "ow": "ơ", "uw": "ư", "dd": "đ", "w": "ư"},
    "vni": {"a6": "â", "e6": "ê", "o6": "ô", "a8": "ă", "o7": "ơ", "u7": "ư", "d9": "đ"},
}
TONES = {
    "telex": dict(zip("fsxrj", "\u0300\u0301\u0303\u0309\u0323", strict=True)),
    "vni": dict(zip("21435", "\u0300\u0301\u0303\u0309\u0323", strict=True)),
}


def keyboard(keys, method):
    """What Unikey makes of keys: hats, horns, crossed d, tones (without its spell check)."""
    written = ""
    for key in keys:
        if both := SHAPES[method].get(written[-1:] + key):
            written = written[:-1] + both
        elif key in SHAPES[method]:
            written += SHAPES[method][key]
        elif key in TONES[method] and (vowel := re.search(r"[aeiouyâêôăơư](?=[^aeiouyâêôăơư]*$)", written)):
            written = written[: vowel.end()] + TONES[method][key] + written[vowel.end() :]
        else:
            written += key
    return unicodedata.normalize("NFC", written)


@pytest.mark.parametrize("method", ["telex", "vni"])
@examples("K8-01", "K8-02")
def test_code_typed_with_an_input_method_on(send, method, typed):  # noqa: F811
    for number in range(12):
        case = send(text=f"Việc thứ {number}.")
        code = keyboard(case.receipt.code.replace("-", "").lower(), method)
        assert opens(case, look_up(code, keyboard(case.receipt.secret, method)))


@pytest.mark.parametrize("fields", ["code", "secret", "both"])
@examples("K8-03")
def test_whole_message_in_a_field_opens_the_case(send, typed, fields):  # noqa: F811
    case = send()
    pasted = filled_in(typed, case.receipt.code, secret=case.receipt.secret, token=case.receipt.token)
    assert opens(case, look_up(pasted if fields != "secret" else "", pasted if fields != "code" else ""))
    assert opens(case, look_up(case.receipt.secret, case.receipt.code))  # exchanged


def test_message_that_lacks_the_secret_is_asked_for_it(send):  # noqa: F811
    page = look_up(f"Mã phiếu: {send().receipt.code}", "")
    assert set(page.context["form"].errors) == {"secret"}


@examples("K8-04", "K8-05")
def test_code_with_what_stands_around_it(send, typed):  # noqa: F811
    case = send()
    assert opens(case, look_up(filled_in(typed, case.receipt.code), case.receipt.secret))


@examples("K8-06")
def test_look_alikes_are_read_where_only_one_letter_can_be_meant(send, typed):  # noqa: F811
    case, is_secret = send(), typed.startswith("secret ")
    printed, read = ("T", "T") if is_secret else typed
    code, secret = f"{printed}34M-9GHK", "104801"
    Case.objects.update(lookup_hash=receipts.lookup_hash(code, secret), code_hash=receipts.code_hash(code))
    page = look_up(read + code[1:], typed.removeprefix("secret ") if is_secret else secret)
    if read in "SO0":
        assert "không bao giờ có 0, 1, 5, 8, B, I, L, O, S, Z" in words(page)
    else:
        assert opens(case, page)


@examples("K8-15")
def test_officer_finds_the_case_by_its_code(commune, send, typed):  # noqa: F811
    case = send()
    send(text="Một việc khác.")
    page = commune.client("author").get("/quan-tri/y-kien/", {"q": filled_in(typed, case.code)})
    assert re.findall(r"/quan-tri/y-kien/(\d+)/", page.content.decode())[0] == str(case.pk)


@examples("K8-16")
def test_slip_opens_its_survey_and_counts_once(commune, survey, typed):  # noqa: F811
    (code,) = print_slips(survey, by=commune.users["author"], number=1)
    code = filled_in(typed, code)
    assert "Trả lời bằng phiếu có mã" in Client().get(survey.url, {"ma": code}).content.decode()
    assert answer(Client(), survey, code=code).status_code == 302
    assert "đã dùng rồi" in words(answer(Client(), survey, code=code))
    assert Response.objects.count() == 1


# --- Names and passwords ---


def sign_in(name, password=PASSWORD, **more):
    return Client().post(reverse("wagtailadmin_login"), {"username": name, "password": password}, **more)


@pytest.fixture
def officers(commune):
    for name in ("phu-nu", "thuong-truc"):
        appoint(name, commune.women, Role.ORGANISATION_OFFICER)


@examples("K8-07", "K8-08")
def test_user_name_as_phones_and_keyboards_write_it(officers, typed):
    page = sign_in(typed)
    assert page.status_code == 302
    assert page.wsgi_request.user.username == ("thuong-truc" if typed.startswith("Th") else "phu-nu")


SPELLINGS = {
    "NFC": "Cầu trắng bờ đê 47 mùa gặt",
    "NFD": unicodedata.normalize("NFD", "Cầu trắng bờ đê 47 mùa gặt"),
    "half-composed": "Câ\u0300u tră\u0301ng bơ\u0300 đê 47 mu\u0300a gă\u0323t",
}
DOORS = {
    "create_user": lambda password: User.objects.create_user("new", password=password),
    "createsuperuser": lambda password: User.objects.create_superuser("new", password=password),
    "set_password": lambda password: _changed(User.objects.create_user("new"), password),
}


def _changed(user, password):
    user.set_password(password)
    user.save()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@examples("K8-09")
def test_password_is_one_on_every_machine(commune, officers, typed, door, spelling):
    DOORS[door](spelling)
    assert User.objects.get(username="new").check_password(SPELLINGS[typed])
    user = User.objects.get(username="phu-nu")
    User.objects.filter(pk=user.pk).update(password=User.objects.get(username="new").password)
    assert sign_in("phu-nu", SPELLINGS[typed]).status_code == 302
    assert sign_in("phu-nu", SPELLINGS[typed].upper()).status_code == 200


def test_password_set_by_a_command_is_composed(officers, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda **_prompt: SPELLINGS["NFD"])
    call_command("changepassword", "phu-nu", verbosity=0)
    assert sign_in("phu-nu", SPELLINGS["NFC"]).status_code == 302


# --- The form ---

VIETNAMESE = {
    "Ddu": "Đường trước đình ngập nước, đề nghị xã sửa giúp bà con",
    "D9u": "Đường trước đình ngập nước, đề nghị xã sửa giúp bà con",
}


@examples("K8-10", "K8-11", "K8-12", "K8-17")
def test_message_typed_without_an_input_method(post, typed):  # noqa: F811
    assert post(text=typed).status_code == 302
    assert Case.objects.get().text == VIETNAMESE.get(typed[:3], typed)


NUMBERS = {
    "0912345678/0987654321": "nhiều hơn một số",
    "09123456789": "(11 chữ số)",
}


@examples("K8-13")
def test_phone_number_as_people_write_it(commune, post, typed):  # noqa: F811
    page = post(phone=typed)
    if typed in NUMBERS:
        assert NUMBERS[typed] in words(page)
        assert "Cống ở ngõ 3 tắc" in words(page)
        return
    assert page.status_code == 302
    number = "02203700101" if typed.startswith("0220") else "0912345678"
    found = commune.client("author").post(reverse("feedback_admin:by_phone"), {"phone": number})
    assert Case.objects.get().code in found.content.decode()


ADDRESSES = {
    "hoá@gmail.com": "chữ “á”",
    "hoa@gmail,com": "dấu phẩy",
    "hoa@gmail..com": "hai dấu chấm",
    "hoa@gmail": "chưa đúng. Ví dụ: ten@example.vn",
}


@examples("K8-14")
def test_address_for_mail_as_phones_write_it(post, typed):  # noqa: F811
    page = post(email=typed)
    if typed in ADDRESSES:
        (sentence,) = page.context["form"].errors["email"]
        assert ADDRESSES[typed] in sentence
        assert "Cống ở ngõ 3 tắc" in words(page)
    else:
        assert page.status_code == 302
        assert CasePerson.objects.get().email.lower() in {"hoa@gmail.com", "hoa.nguyen@gmail.com"}


@pytest.mark.parametrize(
    ("field", "sent", "sentence"),
    [
        ("text", "   ", "Bà con chưa viết nội dung"),
        ("text", "\u200b\u200b", "Bà con chưa viết nội dung"),
        ("text", "x" * 5001, "5001 chữ cái, nhiều nhất 5000"),
        ("text", "🙏" * 5000, ""),
        ("text", "x", ""),
        ("place", "ở đầu ngõ " * 40, "399 chữ cái, nhiều nhất 200"),
    ],
)
@examples("K13-12")
def test_reason_is_told_with_its_own_field(post, typed, field, sent, sentence):  # noqa: F811
    page = post(**{field: sent})
    if not sentence:
        assert page.status_code == 302
        assert Case.objects.get().text == sent
        return
    form = page.context["form"]
    (told,) = form.errors[field]
    assert set(form.errors) == {field}
    assert sentence in told
    assert field == "text" or f"“{form.fields[field].label}”" in told
    assert sent.strip() in page.content.decode()


# --- Private links ---

LINKS = {
    "capitals in the path": "/Gop-y/Ho-so/{token}/",
    "%20 inside": "/gop-y/ho-so/{begin}%20{end}/",
    "%0A inside": "/gop-y/ho-so/{begin}%0A{end}/",
    "no slash, .html": "/gop-y/ho-so/{token}.html",
    "no slash, &gt;": "/gop-y/ho-so/{token}&gt;",
    "a dash of Word's": "/gop-y/ho-so/{worded}/",
}


@examples("K13-08")
def test_private_link_as_messengers_leave_it(send, typed):  # noqa: F811
    case = next(case for number in range(40) if "-" in (case := send(text=f"Việc {number}.")).receipt.token)
    token = case.receipt.token
    parts = {"token": token, "begin": token[:20], "end": token[20:], "worded": token.replace("-", "%E2%80%93")}
    page = Client().get(
        LINKS[typed].format(**parts) if typed in LINKS else f"/gop-y/ho-so/{token}/{typed}", follow=True
    )
    assert page.status_code == 200
    assert page.request["PATH_INFO"] == f"/gop-y/ho-so/{token}/"


# --- Limits ---


def wrong_ones(times=20, code="GGGG-GGGG", **more):
    return [look_up(code, f"9{number:05}", **more) for number in range(times)]


@examples("K12-01")
def test_thirty_right_ones_of_one_network(send, typed):  # noqa: F811
    cases = [send(text=f"Việc {number}.") for number in range(8)]
    for number in range(30):
        case = cases[number % 8]
        assert opens(case, look_up(case.receipt.code, case.receipt.secret))


@examples("K12-02")
def test_same_wrong_one_again_and_again_takes_nothing_from_others(send, typed):  # noqa: F811
    mine, hers = send(), send(text="Việc khác.")
    for _time in range(25):
        look_up(mine.receipt.code, "111222")
    assert opens(hers, look_up(hers.receipt.code, hers.receipt.secret))


@examples("K12-03")
def test_what_guesses_nothing_is_no_try(send, typed):  # noqa: F811
    case = send()
    for _time in range(25):
        assert look_up(filled_in(typed, case.receipt.code), "").status_code == 422
    assert not RateCounter.objects.exists()
    assert opens(case, look_up(case.receipt.code, case.receipt.secret))


@examples("K12-04")
def test_private_link_opens_where_the_tries_are_used_up(send, client, typed):  # noqa: F811
    case = send()
    wrong_ones(26)
    own = reverse("feedback:case", args=[case.receipt.token])
    assert client.get(own).status_code == 200
    assert client.post(own, {"words": "Nước vẫn lên.", "key": str(uuid.uuid4())}).status_code == 302
    assert "Nước vẫn lên." in words(client.get(own))


@examples("K12-05", "K12-11")
def test_look_up_s_limit_says_its_true_reason_and_time(send, typed):  # noqa: F811
    case = send()
    assert {page.status_code for page in wrong_ones()} == {422}
    page = look_up(case.receipt.code, case.receipt.secret)
    why = page.context["challenge"].why
    ends = time_format(timezone.localtime(limits.window_ends(limits.AN_HOUR)))
    assert page.status_code == 429
    assert "đã có nhiều lần nhập sai" in why
    assert ends in why
    assert why in words(page)
    assert "gửi" not in why  # nothing was sent
    assert opens(case, look_up(case.receipt.code, case.receipt.secret, **sum_of(page)))


def test_refusal_names_the_time_and_what_still_opens(send, monkeypatch):  # noqa: F811
    monkeypatch.setattr("feedback.views.FAR_BEYOND", 1)
    (case,) = [send()]
    wrong_ones()
    page = look_up(case.receipt.code, case.receipt.secret)
    ends = time_format(timezone.localtime(limits.window_ends(limits.AN_HOUR)))
    assert f"Sau {ends}" in words(page)
    assert "đường dẫn riêng" in words(page)


@examples("K12-14")
def test_small_sum_is_answered_as_people_answer(send, typed):  # noqa: F811
    case = send()
    wrong_ones()
    right = (case.receipt.code, case.receipt.secret)
    asked = look_up(*right)
    total = int(sum_of(asked)["sum"])
    if typed == "tám":  # in words: told how to write it
        page = look_up(*right, **{**sum_of(asked), "sum": typed})
        assert "“tám” chưa viết bằng chữ số" in words(page)
    else:
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(total))
        shape = re.sub(r"\d+", lambda found: str(total) if found[0].isascii() else wide, typed)
        assert opens(case, look_up(*right, **{**sum_of(asked), "sum": shape}))
        page = look_up(*right, **{**sum_of(asked), "sum": str(total + 1)})
        assert f"Kết quả {total + 1} chưa đúng" in words(page)
    assert page.status_code == 429
    for kept in right:
        assert f'value="{kept}"' in page.content.decode()
    other = look_up(case.receipt.code, "000000", **sum_of(page))
    assert "chưa đúng" not in other.context["challenge"].why  # the sum was right, for another guess


@examples("K12-06")
def test_forms_with_a_fault_are_not_counted(post, typed, settings):  # noqa: F811
    settings.FEEDBACK_SUBMISSIONS_UNASKED = 6  # of 60
    for _time in range(7):
        page = post(text="", place="ngõ")
    assert page.context["challenge"] is None
    assert post().status_code == 302


@examples("K12-07")
def test_who_forgets_a_password_stops_no_colleague(officers, typed):
    for number in range(10):
        page = sign_in("phu-nu", f"sai-{number}", REMOTE_ADDR="192.0.2.17")
    assert "quá nhiều lần. Xin thử lại sau" in words(page)
    assert sign_in("thuong-truc", REMOTE_ADDR="192.0.2.17").status_code == 302


@examples("K12-08")
def test_class_searches(commune, client, typed):
    """A third of them: no limit is set on search, and one that were would be reached."""
    assert {client.get("/tim-kiem/", {"q": f"thôn {number}"}).status_code for number in range(40)} == {200}


@examples("K12-09")
def test_hall_answers_with_slips(commune, survey, typed):  # noqa: F811
    for code in print_slips(survey, by=commune.users["author"], number=35):
        assert answer(Client(), survey, code=code).status_code == 302
    assert Response.objects.count() == 35


@examples("K12-10")
def test_case_is_added_to_in_short_lines(send, client, typed):  # noqa: F811
    own = reverse("feedback:case", args=[send().receipt.token])
    for number in range(12):
        assert client.post(own, {"words": f"Dòng thứ {number}:", "key": str(uuid.uuid4())}).status_code == 302
    shown = words(client.get(own))
    assert all(f"Dòng thứ {number}:" in shown for number in range(12))


@examples("K12-12")
def test_pretended_addresses_are_counted_as_the_last(send, settings, typed):  # noqa: F811
    settings.CLIENT_ADDRESS_HEADER, settings.TRUSTED_PROXIES = "X-Forwarded-For", 1
    case = send()
    for number in range(20):
        look_up("GGGG-GGGG", f"9{number:05}", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 203.0.113.9")
    right = (case.receipt.code, case.receipt.secret)
    assert look_up(*right, HTTP_X_FORWARDED_FOR="10.9.9.9, 203.0.113.9").status_code == 429
    assert look_up(*right, HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.7").status_code == 302


@examples("K12-13")
def test_damaged_private_links_are_no_tries(send, client, typed):  # noqa: F811
    token = send().receipt.token
    damaged = [f"{token[:-2]}{letter}" for letter in "abcdefghijklmnopqrstuvwxy"]
    assert {client.get(f"/gop-y/ho-so/{one}/", follow=True).status_code for one in damaged} == {404}
    assert client.get(f"/gop-y/ho-so/{token}/").status_code == 200
