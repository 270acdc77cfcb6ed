"""The citizen's side, without script: the form, the receipt, the look-up, her case."""

import logging
import re
import uuid
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.logs import RedactPrivateLinks
from core.models import RateCounter
from feedback import services, views
from feedback.enums import FREE_KINDS, Judgement, Status
from feedback.forms.citizen import SALT
from feedback.models import Case, CasePerson, PendingUpload
from tests.factories import make_article, picture_bytes
from tests.feedback.conftest import draft, upload

pytestmark = pytest.mark.django_db
FORM = "/gop-y/"


def opened(seconds_ago: int = 60) -> str:
    return signing.dumps(int(timezone.now().timestamp()) - seconds_ago, salt=SALT)


@pytest.fixture
def post(commune: Any, client: Any) -> Any:
    """Sends the form as a browser would, each time another: `post(text="…", photos=[…])`."""

    def post(**values: Any) -> Any:
        client.cookies.clear()
        data = {
            "kind": "report",
            "text": "Cống ở ngõ 3 tắc đã hai tuần.",
            "village": commune.village.pk,
            "topic": commune.topic.pk,
            "wants_answer": "on",
            "key": str(uuid.uuid4()),
            "opened": opened(),
            **values,
        }
        return client.post(FORM, {name: value for name, value in data.items() if value is not None})

    return post


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_form_opens_without_cookie(commune, client):
    response = client.get(FORM)
    assert response.status_code == 200
    assert not response.cookies
    assert "Khiếu nại" in words(response)
    assert client.get("/en/gop-y/").status_code == 200


def test_sending_gives_a_receipt_with_the_sum(post, client):
    response = post(photos=[upload("cống.jpg")], name="Bà Dấu", phone="0912 345 678")
    assert response.status_code == 302
    case = Case.objects.get()
    page = client.get(response.url)
    shown = words(page)
    assert case.receipt.code in shown
    assert case.receipt.secret in shown
    assert "10 ngày làm việc kể từ" in shown
    assert "Hội Liên hiệp Phụ nữ xã" in shown
    assert "cống.jpg" in shown
    assert "Bà Dấu" not in shown
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "noindex" in page.headers["X-Robots-Tag"]


def test_sent_twice_same_receipt(post):
    key = str(uuid.uuid4())
    assert post(key=key).url == post(key=key).url
    assert Case.objects.count() == 1


def test_same_key_with_another_text_is_told_and_kept(post):
    key = str(uuid.uuid4())
    post(key=key)
    response = post(key=key, text="Đèn đường hỏng.")
    assert response.status_code == 409
    assert Case.objects.get().code not in words(response)  # whoever else knows the key learns nothing
    assert "Đèn đường hỏng." in words(response)
    again = re.search(r'name="key" value="([^"]+)"', words(response)).group(1)
    assert again != key
    assert post(key=again, text="Đèn đường hỏng.").status_code == 302
    assert Case.objects.count() == 2


def test_same_key_with_another_sender_or_text_keeps_its_photos(post):
    key = str(uuid.uuid4())
    post(key=key)
    response = post(key=key, phone="0912 345 678", photos=[upload("cống.jpg")])
    assert response.status_code == 409
    assert "cống.jpg" in words(response)
    again = re.search(r'name="key" value="([^"]+)"', words(response)).group(1)
    assert post(key=again, phone="0912 345 678").status_code == 302
    assert Case.objects.latest("pk").attachments.get().name == "cống.jpg"


def test_errors_are_summed_up_and_linked_and_files_kept(post):
    key = str(uuid.uuid4())
    response = post(key=key, text="", kind=None, email="abc", photos=[upload("cống.jpg")])
    shown = words(response)
    assert response.status_code == 422
    for target in re.findall(r'<a href="#([^"]+)"', shown.split("error-summary")[1].split("</div>")[0]):
        assert f'id="{target}"' in shown
    assert shown.count('<a href="#') >= 3
    assert "cống.jpg" in shown
    assert PendingUpload.objects.get().name == "cống.jpg"
    assert post(key=key).status_code == 302
    assert Case.objects.get().attachments.count() == 1


def test_sixth_photo_is_named_and_five_and_text_stay(post):
    key = str(uuid.uuid4())
    photos = [upload(f"anh-{number}.jpg", picture_bytes(50 + number, 40)) for number in range(1, 8)]
    response = post(key=key, photos=photos)
    shown = words(response)
    assert response.status_code == 422
    assert "“anh-6.jpg”" in shown
    assert "“anh-7.jpg”" in shown
    assert "Cống ở ngõ 3 tắc" in shown
    assert post(key=key).status_code == 302
    assert Case.objects.get().attachments.count() == 5


def test_a_whole_gallery_leaves_five_and_the_words(post):
    photos = [upload(f"anh-{number}.jpg", picture_bytes(50 + number, 40)) for number in range(1, 42)]
    response = post(photos=photos, name="Bà Dấu")
    shown = words(response)
    assert response.status_code == 422
    assert PendingUpload.objects.count() == 5
    for part in ("Cống ở ngõ 3 tắc", "Bà Dấu", "“anh-6.jpg”", "“anh-35.jpg”", "Còn 6 tệp nữa"):
        assert part in shown


@pytest.mark.parametrize("text", ["x" * 3_000_000, "x" * 1_000_000, "x" * 5001])
def test_too_long_a_text_is_refused_and_kept(post, text):
    response = post(text=text)
    assert response.status_code == 422
    assert "dài quá" in words(response)
    assert text in words(response)


def test_hidden_letters_and_emoji(post):
    assert post(text="Cô\u0301ng\u0000 ta\u0306\u0301c \u202e🙏").status_code == 302
    assert Case.objects.get().text == "Cống tắc 🙏"


@pytest.mark.parametrize(
    ("token", "sentence"),
    [(0, "nhanh quá"), ("", "mở đã lâu"), ("lie", "mở đã lâu"), (60 * 60 * 25, "mở đã lâu")],
)
def test_time_trap_asks_to_press_again(post, token, sentence):
    response = post(opened=opened(token) if isinstance(token, int) else token)
    assert response.status_code == 422
    assert sentence in words(response)
    assert "Cống ở ngõ 3 tắc" in words(response)


@pytest.mark.parametrize("number", ["²", "٣", "9" * 30, "-1", "x"])
def test_odd_number_of_the_page_it_is_about_is_no_fault(post, number):
    assert post(about=number).status_code in {302, 422}


def test_form_opened_before_the_clock_was_set_back_is_taken(post):
    assert post(opened=opened(-3600)).status_code == 302


def test_hidden_field_that_is_filled_asks_for_a_sum(post):
    sent = {"key": str(uuid.uuid4()), "website": "https://spam.example"}
    page = post(**sent, photos=[upload("cống.jpg")])
    assert page.status_code == 422
    assert "cống.jpg" in words(page)
    assert not Case.objects.exists()
    assert post(**sent, **sum_of(page)).status_code == 302
    assert Case.objects.get().attachments.count() == 1


def sum_of(page: Any) -> dict[str, str]:
    """The answer to the sum that a page asks for."""
    asked = page.context["challenge"]
    return {"challenge": asked.token, "sum": str(sum(int(word) for word in asked.question.split() if word.isdigit()))}


def test_of_very_many_from_one_network_each_does_a_sum(post, settings):
    settings.FEEDBACK_SUBMISSIONS_UNASKED = 1
    assert post().status_code == 302
    key = str(uuid.uuid4())
    page = post(key=key, photos=[upload("cống.jpg")])
    assert page.status_code == 422
    assert "Cống ở ngõ 3 tắc" in words(page)
    assert "cống.jpg" in words(page)
    assert post(key=key, **{**sum_of(page), "sum": "99"}).status_code == 422
    assert post(key=key, **sum_of(page)).status_code == 302
    assert Case.objects.latest("pk").attachments.count() == 1


def test_too_many_from_one_network(post, settings):
    settings.FEEDBACK_SUBMISSIONS_PER_HOUR = 2
    assert [post().status_code for _try in range(2)] == [302, 302]
    page = post(name="Bà Dấu")
    assert page.status_code == 429
    assert "Bà Dấu" in words(page)
    assert Case.objects.count() == 2


def test_many_messages_to_one_case_ask_for_a_sum(send, client, monkeypatch):
    monkeypatch.setattr(views, "MESSAGES_OF_CASE", 1)
    page = f"/gop-y/ho-so/{send().receipt.token}/"
    assert client.post(page, {"words": "Một.", "key": str(uuid.uuid4())}).status_code == 302
    second = {"words": "Hai.", "key": str(uuid.uuid4())}
    asked = client.post(page, {**second, "photos": [upload("them.jpg")]})
    assert asked.status_code == 422
    assert "Hai." in words(asked)
    assert "them.jpg" in words(asked)
    assert client.post(page, {**second, **sum_of(asked)}).status_code == 302
    assert "them.jpg" in words(client.get(page))


def test_grievance_is_guided_and_not_kept(post):
    response = post(kind="grievance")
    assert response.status_code == 200
    assert "Luật Tố cáo" in words(response)
    assert "Cống ở ngõ 3 tắc" in words(response)
    assert not Case.objects.exists()


def test_form_about_an_article(commune, post, client):
    article = make_article(commune.folder(commune.women), topic=commune.topic)
    assert article.title in words(client.get(f"{FORM}?bai={article.pk}"))
    assert post(about=article.pk).status_code == 302
    assert Case.objects.get().about_id == article.pk
    hidden = make_article(commune.folder(commune.women), title="Bản nháp kín", live=False)
    assert "Bản nháp kín" not in words(client.get(f"{FORM}?bai={hidden.pk}"))
    assert client.get(f"{FORM}?bai=abc").status_code == 200


def test_disk_full_loses_nothing(post, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.storage.PrivateStorage._save", full)
    response = post(photos=[upload()])
    assert response.status_code == 503
    assert "Cống ở ngõ 3 tắc" in words(response)
    assert not Case.objects.exists()


def look_up(client, code, secret, **kwargs):
    return client.post("/gop-y/tra-cuu/", {"code": code, "secret": secret}, **kwargs)


def test_look_up_in_lower_case_with_spaces(send, client):
    case = send()
    response = look_up(client, case.code.lower().replace("-", " "), f" {case.receipt.secret} ")
    assert response.url == reverse("feedback:case", args=[case.receipt.token])
    assert client.get(response.url).status_code == 200


def test_wrong_code_and_wrong_secret_are_alike(send, client):
    case = send()
    look_up(client, "AAAA-AAAA", "000001")  # the first visit fills what a process keeps
    answers = []
    for code, secret in ((case.code, "000000"), ("AAAA-AAAA", case.receipt.secret), ("AAAA-AAAA", "000000")):
        with CaptureQueriesContext(connection) as queries:
            response = look_up(client, code, secret)
        content = words(response).replace(code, "").replace(secret, "")
        answers.append((response.status_code, content, len(queries)))
    assert len(set(answers)) == 1


def test_guessing_slows_down(send, client):
    case = send()
    statuses = [look_up(client, case.code, f"{guess:06}", REMOTE_ADDR="192.0.2.7").status_code for guess in range(22)]
    assert statuses == [422] * views.LOOKUPS_OF_ADDRESS + [429] * 2
    # From elsewhere the code itself asks for a sum too, even with the right secret.
    right = (case.code, case.receipt.secret)
    page = look_up(client, *right, REMOTE_ADDR="203.0.113.1")
    assert page.status_code == 429
    assert case.code in words(page)
    solved = {**dict(zip(("code", "secret"), right, strict=True)), **sum_of(page)}
    assert client.post("/gop-y/tra-cuu/", solved, REMOTE_ADDR="203.0.113.1").status_code == 302
    # An answered sum is good for its own guess only.
    assert client.post("/gop-y/tra-cuu/", {**solved, "secret": "000000"}, REMOTE_ADDR="203.0.113.1").status_code == 429
    other = send()
    assert look_up(client, other.code, other.receipt.secret, REMOTE_ADDR="203.0.113.1").status_code == 302


def test_guessing_with_sums_ends_far_beyond(send, client, monkeypatch):
    monkeypatch.setattr(views, "LOOKUPS_OF_CODE", 2)
    case = send()
    for guess in range(2 * views.FAR_BEYOND_OF_CODE):
        typed = {"code": case.code, "secret": f"{guess:06}"}
        page = client.post("/gop-y/tra-cuu/", typed)
        if page.status_code == 429:
            assert client.post("/gop-y/tra-cuu/", {**typed, **sum_of(page)}).status_code == 422
    page = look_up(client, case.code, case.receipt.secret)
    assert (page.status_code, page.context.get("challenge")) == (429, None)
    assert case.code in words(page)


def test_right_look_ups_do_not_count(send, client):
    """A village shares one network: a hundred households look up their cases."""
    case = send()
    assert {look_up(client, case.code, case.receipt.secret).status_code for _household in range(50)} == {302}
    assert not RateCounter.objects.exists()


def test_private_link_of_nobody(commune, client):
    for token in ("abc", "A" * 43, "ạ" * 43):
        page = client.get(f"/gop-y/ho-so/{token}/")
        assert page.status_code == 404
        assert page.headers["Cache-Control"] == "private, no-store"
        assert "noindex" in page.headers["X-Robots-Tag"]


def test_case_page_shows_no_note_and_no_officer(commune, send, client):
    case, author, chair = send(sender=services.Sender(name="Bà Dấu")), commune.users["author"], commune.users["chair"]
    services.start(case, by=author)
    services.add_note(case, by=author, note="NỘI-BỘ-1")
    services.assign(case, by=author, unit=commune.committee, note="NỘI-BỘ-2")
    services.propose(case, by=chair, draft=draft(text="DỰ-THẢO"))
    page = f"/gop-y/ho-so/{case.receipt.token}/"
    shown = words(client.get(page))
    for secret in ("NỘI-BỘ", "DỰ-THẢO", "author", "chair", "Bà Dấu", "chờ duyệt"):
        assert secret not in shown
    services.send_back(case, by=commune.users["deputy"], reason="NỘI-BỘ-3")
    services.propose(case, by=chair, draft=draft(text="Đã thông cống."))
    services.approve(case, by=commune.users["deputy"])
    shown = words(client.get(page))
    assert "Đã thông cống." in shown
    assert "NỘI-BỘ" not in shown


def test_citizen_writes_judges_and_asks_again(commune, send, client):
    case = send()
    page = f"/gop-y/ho-so/{case.receipt.token}/"
    response = client.post(page, {"words": "Thêm ảnh đây ạ.", "key": str(uuid.uuid4()), "photos": [upload("them.jpg")]})
    assert response.status_code == 302
    assert "them.jpg" in words(client.get(page))
    assert client.post(page, {"words": "", "key": str(uuid.uuid4())}).status_code == 409
    services.propose(case, by=commune.users["author"], draft=draft())
    services.approve(case, by=commune.users["chair"])
    assert client.post(f"{page}danh-gia/", {}).status_code == 422
    response = client.post(f"{page}danh-gia/", {"judgement": "not_yet", "judgement_words": "Vẫn tắc."})
    assert response.status_code == 302
    case.refresh_from_db()
    assert (case.status, case.judgement) == (Status.REOPENING_ASKED, Judgement.NOT_YET)
    assert client.post(f"{page}danh-gia/", {"judgement": "satisfied"}).status_code == 409


def test_file_leaves_as_download_once_clean(send, client, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    services.keep_pending(key, [upload("cống.jpg")])
    with django_capture_on_commit_callbacks() as callbacks:
        case = send(key=key)
    url = reverse("feedback:attachment", args=[case.receipt.token, case.attachments.get().pk])
    assert client.get(url).status_code == 404
    for callback in callbacks:
        callback()
    response = client.get(url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    other = send()
    assert client.get(url.replace(case.receipt.token, other.receipt.token)).status_code == 404
    b"".join(response.streaming_content)


def test_stopping_mail_needs_a_press(send, client):
    case = send(sender=services.Sender(email="a@thu.example"))
    url = reverse("feedback:stop_mail", args=[case.receipt.token])
    client.get(url)
    assert CasePerson.objects.get().mail_stopped_at is None
    client.post(url)
    assert CasePerson.objects.get().mail_stopped_at is not None


def test_all_kinds_can_be_sent(post):
    assert [post(kind=kind).status_code for kind in FREE_KINDS] == [302] * 5


def answered(commune: Any, case: Case, **kwargs: Any) -> None:
    services.propose(case, by=commune.users["author"], draft=draft(**kwargs))
    services.approve(case, by=commune.users["chair"])


def test_public_answer_stands_under_its_page_and_on_the_home_page(commune, send, client):
    article = make_article(commune.folder(commune.women), topic=commune.topic)
    key = uuid.uuid4()
    services.keep_pending(key, [upload("anh-rieng.jpg")])
    case = send(
        "Tôi là Dấu Riêng, hỏi về đường hoa.",
        key=key,
        about=article,
        may_publish=True,
        sender=services.Sender(name="Dấu Riêng"),
    )
    asks = f'href="/gop-y/?bai={article.pk}"'
    assert asks in words(client.get(article.url))
    answered(commune, case, publish=True, public_question="Bao giờ làm đường hoa?", public_answer="Tháng Chạp.")
    for url in (article.url, "/"):
        shown = words(client.get(url))
        assert "Bao giờ làm đường hoa?" in shown
        assert "Tháng Chạp." in shown
        for private in ("Dấu Riêng", "anh-rieng", case.code, "author", case.receipt.token):
            assert private not in shown
    # Reopened, it is public no more.
    services.judge(Case.objects.get(), judgement=Judgement.NOT_YET)
    assert "Tháng Chạp." not in words(client.get(article.url))
    services.reopen(case, by=commune.users["author"])
    answered(commune, case, publish=True, public_question="Bao giờ làm đường hoa?", public_answer="Ngày 5 tháng Chạp.")
    shown = words(client.get(article.url))
    assert "Ngày 5 tháng Chạp." in shown
    assert "Tháng Chạp." not in shown


def test_answer_not_to_be_published_stays_private(commune, send, client):
    article = make_article(commune.folder(commune.women), topic=commune.topic)
    answered(commune, send(about=article, may_publish=True), text="RIÊNG")
    for url in (article.url, "/", "/rss/", "/api/v2/pages/", "/sitemap.xml"):
        assert "RIÊNG" not in client.get(url, follow=True).content.decode()


def test_private_link_does_not_stand_in_the_log(send, client, caplog):
    case = send()
    record = logging.makeLogRecord({"msg": "Not Found: %s", "args": (f"/gop-y/ho-so/{case.receipt.token}/x",)})
    assert RedactPrivateLinks().filter(record)
    assert case.receipt.token not in record.getMessage()
    assert "/gop-y/ho-so/…/x" in record.getMessage()
