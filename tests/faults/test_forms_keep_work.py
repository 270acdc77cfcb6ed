"""What people send is neither lost nor doubled, and what they are told is true: all ways out of a form but the plain one."""

import uuid

import pytest
from django.test import Client
from django.utils import timezone

from feedback import sent_here, services
from feedback.enums import Outcome
from feedback.models import Case, CasePerson, PendingUpload
from tests.factories import make_model, picture_bytes
from tests.feedback.conftest import draft, send, upload  # noqa: F401
from tests.feedback.test_public import opened, sum_of, words

pytestmark = pytest.mark.django_db
WORDS = "Cống ở ngõ 3 tắc đã hai tuần."
BACK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "same-origin"}
TAPPED = {**BACK, "Sec-Fetch-User": "?1"}


def fill(**values):
    return {"kind": "report", "text": WORDS, "key": str(uuid.uuid4()), "opened": opened(), **values}


def went_back(client):
    """The key and the time of the form that Chromium fetches anew when somebody goes back to it."""
    form = client.get("/gop-y/", headers=BACK).context["form"]
    return {"key": str(form["key"].value()), "opened": form["opened"].value()}


@pytest.fixture
def sent(commune, client):
    """The client of a browser that has just sent a report; where its receipt is."""
    receipt = client.post("/gop-y/", fill())
    assert receipt.status_code == 302
    return receipt.url


def test_back_and_send_again_is_the_same_receipt(sent, client):
    """Before: a second case."""
    assert client.post("/gop-y/", fill(**went_back(client))).url == sent
    assert Case.objects.count() == 1


def test_same_words_under_a_new_key_are_the_same_receipt_in_this_browser_only(sent, client):
    """A browser that tells nothing of how it came to the page."""
    assert client.post("/gop-y/", fill()).url == sent
    assert Client().post("/gop-y/", fill()).url != sent
    assert Case.objects.count() == 2


def test_back_and_send_again_with_a_photo_adds_the_photo(sent, client):
    photos = [upload("them.jpg")]
    assert client.post("/gop-y/", fill(**went_back(client), photos=photos)).url == sent
    assert Case.objects.get().attachments.get().name == "them.jpg"


# What stands in the form after Back; what of it is added to the case that was sent.
@pytest.mark.parametrize(
    ("text", "added"),
    [
        (f"{WORDS} Nước tràn vào nhà.", "Nước tràn vào nhà."),
        ("Cống ở ngõ 3 tắc đã ba tuần.", "Cống ở ngõ 3 tắc đã ba tuần."),
        ("Đèn đường hỏng.", "Đèn đường hỏng."),
        ("Cống.", "Cống."),
    ],
)
def test_other_words_from_a_form_already_sent_are_asked_where_they_belong(sent, client, text, added):
    """Before: a second case, without a word."""
    code = Case.objects.get().code
    page = client.post("/gop-y/", fill(**went_back(client), text=text, photos=[upload("them.jpg")]))
    assert page.status_code == 409
    for shown in (f"thêm vào ý kiến {code}", "hay gửi thành một ý kiến mới", text, "them.jpg"):
        assert shown in words(page)
    asked = {"key": str(page.context["form"]["key"].value()), "text": text}
    assert Case.objects.count() == 1
    response = client.post("/gop-y/", fill(**asked, belongs=code))
    assert "da-gui=loi" in response.url
    event = Case.objects.get().events.last()
    assert event.public_text == added
    assert event.attachments.get().name == "them.jpg"
    assert added in words(client.get(response.url))


def test_other_words_may_be_something_new(sent, client):
    page = client.post("/gop-y/", fill(**went_back(client), text="Đèn đường hỏng."))
    new = fill(key=str(page.context["form"]["key"].value()), text="Đèn đường hỏng.", belongs="new")
    assert client.post("/gop-y/", new).status_code == 302
    assert client.post("/gop-y/", new).status_code == 302  # pressed twice
    assert Case.objects.count() == 2


@pytest.mark.parametrize("choice", ["new", "add"])
def test_choice_outlives_a_sum_and_an_error(sent, client, settings, choice):
    code = Case.objects.get().code
    page = client.post("/gop-y/", fill(text=f"{WORDS} Nước tràn."))
    settings.FEEDBACK_SUBMISSIONS_UNASKED = 0
    belongs = "new" if choice == "new" else code
    asked = {"key": str(page.context["form"]["key"].value()), "text": f"{WORDS} Nước tràn.", "belongs": belongs}
    for values in ({}, {"email": "abc"}):
        page = client.post("/gop-y/", fill(**asked, **values))
        assert page.status_code == 422
        assert f'name="belongs" value="{belongs}"' in page.content.decode()
    page = client.post("/gop-y/", fill(**asked))
    assert client.post("/gop-y/", fill(**asked, **sum_of(page))).status_code == 302
    assert Case.objects.count() == (2 if choice == "new" else 1)


def test_two_models_to_copy_are_two_wishes(commune, client):
    """Their words are alike, and what they are about is not."""
    folder = commune.folder(commune.women, section="mo-hinh")
    for title in ("Ba thùng trong bếp", "Ba thùng ngoài ngõ"):
        model = make_model(folder, title=title, topic=commune.topic, village=commune.village)
        wish = fill(text="", village=commune.other_village.pk, phone="0912 345 678")
        assert client.post(f"/gop-y/lam-theo/{model.pk}/", wish).status_code == 302
    assert Case.objects.count() == 2


def test_phone_forgotten_the_first_time_is_kept_with_the_case(sent, client):
    code = Case.objects.get().code
    page = client.post("/gop-y/", fill(**went_back(client), phone="0912 345 678"))
    assert page.status_code == 409
    asked = fill(key=str(page.context["form"]["key"].value()), phone="0912 345 678", belongs=code)
    assert client.post("/gop-y/", asked).status_code == 302
    assert CasePerson.objects.get().case == Case.objects.get()
    assert Case.objects.get().events.count() == 1


def test_form_that_is_opened_anew_is_a_new_one(sent, client):
    form = client.get("/gop-y/", headers=TAPPED).context["form"]
    another = fill(key=str(form["key"].value()), text="Đèn đường hỏng.")
    assert client.post("/gop-y/", another).status_code == 302
    assert Case.objects.count() == 2


def test_what_another_browser_sent_is_told_to_nobody(sent, client):
    case = Case.objects.get()
    other = Client()
    for values in (
        {"key": str(case.idempotency_key), "text": "Khác."},
        {"belongs": case.code},
        {"text": f"{WORDS} Nữa."},
    ):
        page = other.post("/gop-y/", fill(**values))
        assert case.code not in words(page)
        assert sent != page.headers.get("Location")
    forged = Client()
    forged.cookies[sent_here.COOKIE] = str([str(case.idempotency_key)])
    assert case.code not in words(forged.post("/gop-y/", fill(text=f"{WORDS} Nữa.")))
    case.refresh_from_db()
    assert case.events.count() == 1


def test_after_an_hour_the_browser_has_forgotten(sent, client, monkeypatch):
    monkeypatch.setattr(sent_here, "HOUR", -1)
    assert client.post("/gop-y/", fill(text=f"{WORDS} Nước tràn vào nhà.")).status_code == 302
    assert Case.objects.count() == 2


def test_closed_case_takes_nothing_more_and_the_words_stay(commune, sent, client):
    case = Case.objects.get()
    services.close(case, by=commune.users["chair"], outcome=Outcome.NOTED, reason="Đã ghi nhận.")
    page = client.post("/gop-y/", fill(text="Đèn đường hỏng.", belongs=case.code))
    assert page.status_code == 409
    assert "Đèn đường hỏng." in words(page)
    again = fill(key=str(page.context["form"]["key"].value()), text="Đèn đường hỏng.", belongs="new")
    assert client.post("/gop-y/", again).status_code == 302
    assert Case.objects.count() == 2


@pytest.mark.parametrize("value", ["https://ke-sat.example", "Nguyễn Thị Dấu", "0912345678", " x "])
@pytest.mark.parametrize("address", ["/gop-y/", "/gop-y/de-cu/"])
def test_autofilled_hidden_field_is_no_dead_end(commune, client, address, value):
    """Before: 422 for ever, with a sentence about a field that nobody sees."""
    values = fill(website=value, honoured="Bà Hiền", village=commune.village.pk)
    page = client.post(address, values)
    assert page.status_code == 422
    shown = words(page)
    assert "thường là do máy tự điền" in shown
    assert 'href="#tong"' in shown.split("error-summary")[1]
    assert client.post(address, {**values, **sum_of(page), "sum": "99"}).status_code == 422
    assert client.post(address, {**values, **sum_of(page)}).status_code == 302
    assert Case.objects.count() == 1


@pytest.mark.parametrize("number", [6, 31, 200])
def test_so_many_photos_leave_five_and_every_word(commune, client, number):
    """Before, at 31: a bare 400, and everything typed was gone."""
    photos = [upload(f"anh-{each}.jpg", picture_bytes(40 + each, 40)) for each in range(1, number + 1)]
    page = client.post("/gop-y/", fill(photos=photos, place="Ngõ 3"))
    shown = words(page)
    assert page.status_code == 422
    assert PendingUpload.objects.count() == 5
    for part in (WORDS, "Ngõ 3", "anh-1.jpg", "anh-5.jpg", "“anh-6.jpg”"):
        assert part in shown


@pytest.mark.parametrize(
    ("message", "files", "told"),
    [
        ({"words": "x" * 5001}, ["them.jpg"], "nhiều nhất 5000"),  # before: the photo was gone without a word
        ({"words": "Kèm ảnh."}, ["them.jpg", "don.docx"], "don.docx"),  # before: kept, and not said
        ({"words": "Kèm ảnh."}, ["them.jpg", "trong.jpg"], "trong.jpg"),
    ],
    ids=["too long", "beside a document", "beside an empty file"],
)
def test_message_with_an_error_keeps_its_photo_and_says_so(commune, send, client, message, files, told):  # noqa: F811
    address = f"/gop-y/ho-so/{send().receipt.token}/"
    contents = {"them.jpg": picture_bytes(300, 200), "don.docx": b"PK\x03\x04" + b"x" * 99, "trong.jpg": b""}
    values = {"key": str(uuid.uuid4()), **message, "photos": [upload(name, contents[name]) for name in files]}
    page = client.post(address, values)
    shown = words(page)
    assert page.status_code == 422
    assert "Đã nhận, không cần chọn lại" in shown
    assert "them.jpg" in shown.split("pending-files")[1].split("</ul>")[0]
    assert told in shown
    again = {"key": str(page.context["message_form"]["key"].value()), "words": "Kèm ảnh."}
    assert client.post(address, again).status_code == 302
    assert Case.objects.get().attachments.get().name == "them.jpg"


@pytest.mark.parametrize("key", ["x", ""])
def test_message_without_a_key_of_its_own_arrives_with_its_photo(commune, send, client, key):  # noqa: F811
    """Before: 422 without a reason, and the photo was gone."""
    address = f"/gop-y/ho-so/{send().receipt.token}/"
    assert client.post(address, {"words": "Kèm ảnh.", "key": key, "photos": [upload("them.jpg")]}).status_code == 302
    assert Case.objects.get().attachments.get().name == "them.jpg"


def test_message_sent_twice_by_going_back_is_kept_once(commune, send, client):  # noqa: F811
    case = send()
    address = f"/gop-y/ho-so/{case.receipt.token}/"
    for _time in range(2):
        assert client.post(address, {"words": "Thêm.", "key": str(uuid.uuid4())}).status_code == 302
    assert case.events.count() == 2


def test_judgement_sent_twice_is_thanked_for_twice(commune, send, client):  # noqa: F811
    """Before: 409, as if it had not been taken."""
    case = send()
    services.propose(case, by=commune.users["author"], draft=draft())
    services.approve(case, by=commune.users["chair"])
    address = f"/gop-y/ho-so/{case.receipt.token}/danh-gia/"
    for _time in range(2):
        response = client.post(address, {"judgement": "satisfied", "judgement_words": "Cảm ơn."})
        assert response.status_code == 302
        assert "da-gui=danh-gia" in response.url
    case.refresh_from_db()
    assert case.events.filter(move="judge_well").count() == 1
    assert timezone.now() > case.submitted_at
