"""The officers' side: the list, the conversation with its next steps, writing down for somebody."""

import re
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from feedback import services
from feedback.enums import Channel, Outcome, Status
from feedback.models import Case
from tests.feedback.conftest import draft, upload

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/y-kien/"
ENTER = "/quan-tri/y-kien/ghi-ho/"


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def step(commune: Any) -> Any:
    """Presses a button of the case screen: `step("author", case, "start")`, on the newest version unless told."""

    def step(name: str, case: Case, move: str, **values: Any) -> Any:
        values.setdefault("seen", Case.objects.get(pk=case.pk).version)
        return commune.client(name).post(reverse("feedback_admin:step", args=[case.pk, move]), values)

    return step


@pytest.mark.parametrize(
    ("name", "sees"),
    [("chair", 3), ("reader", 3), ("author", 2), ("villager", 2), ("farmer", 0), ("superuser", 3)],
)
def test_list_shows_what_one_may_read(commune, send, name, sees):
    send(village=commune.village)
    send(village=commune.other_village)
    send(village=commune.village, topic=None)
    page = commune.client(name).get(LIST)
    assert page.context["page"].paginator.count == sees


@pytest.mark.parametrize("name", ["nobody", "it"])
def test_who_has_no_cases_gets_no_screen(commune, send, name):
    client, case = commune.client(name), send()
    for address in (LIST, ENTER, f"{LIST}{case.pk}/"):
        assert client.get(address).status_code in {302, 403}
    assert "y-kien" not in client.get("/quan-tri/", follow=True).content.decode()


def test_foreign_case_is_refused(commune, send, step):
    case = send()
    client = commune.client("farmer")
    assert client.get(f"{LIST}{case.pk}/").status_code == 302  # Wagtail's way to say no: a message, and home
    assert step("farmer", case, "start").status_code == 302
    case.refresh_from_db()
    assert case.status == Status.RECEIVED
    assert client.get(f"{LIST}99999/").status_code == 404


def test_list_is_narrowed_and_searched_without_marks(commune, send):
    drain = send("Cống ở ngõ 3 tắc.")
    lamp = send("Đèn đường hỏng.", topic=commune.other_topic, village=commune.other_village)
    services.start(lamp, by=commune.users["chair"])
    client = commune.client("chair")
    for query, expected in (
        ("q=cong ngo", [drain]),
        (f"q={lamp.code.lower()}", [lamp]),
        ("status=in_progress", [lamp]),
        ("status=open", [lamp, drain]),
        (f"village={commune.village.pk}", [drain]),
        (f"topic={commune.other_topic.pk}", [lamp]),
        (f"unit={commune.women.pk}", [drain]),
        ("late=on", []),
        ("p=abc&topic=x", [lamp, drain]),
    ):
        response = client.get(f"{LIST}?{query}")
        assert list(response.context["page"]) == expected, query
        assert response.content.decode().count('name="q"') == 1


def test_list_costs_the_same_with_many_cases(commune, send):
    client = commune.client("chair")
    send()
    client.get(LIST)
    counts = []
    for _more in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        counts.append(len(queries))
        for _case in range(5):
            send()
    assert len(set(counts)) == 1


def test_the_loop_by_buttons(commune, send, step):
    case = send(may_publish=True)
    assert step("author", case, "start").status_code == 302
    step("author", case, "ask", question="Nhà ai ạ?")
    services.write(case, words="Nhà văn hóa.", key=uuid.uuid4())
    answer = {
        "text": "Đã thông cống.",
        "outcome": "resolved",
        "publish": "on",
        "public_question": "Cống tắc?",
        "public_answer": "Đã thông.",
    }
    step("author", case, "propose", **answer)
    screen = words(commune.client("author").get(f"{LIST}{case.pk}/"))
    assert f"/{case.pk}/approve/" not in screen
    assert f"/{case.pk}/withdraw/" in screen
    assert f"/{case.pk}/approve/" in words(commune.client("chair").get(f"{LIST}{case.pk}/"))
    step("chair", case, "send_back", reason="Ghi rõ ngày.")
    screen = words(commune.client("author").get(f"{LIST}{case.pk}/"))
    assert "Ghi rõ ngày." in screen
    assert screen.count("Đã thông cống.") >= 1  # the next draft begins with the last one
    step("author", case, "propose", **{**answer, "text": "Đã thông cống ngày 5."})
    assert step("chair", case, "approve").status_code == 302
    case.refresh_from_db()
    assert case.status == Status.ANSWERED
    assert list(Case.objects.public()) == [case]


def test_old_screen_is_told_and_keeps_what_was_typed(commune, send, step):
    case = send()
    seen = case.version
    step("author", case, "start")
    response = step("colleague", case, "ask", question="Ở đoạn nào ạ?", seen=seen)
    assert response.status_code == 409
    assert "Nguyễn author" in words(response)
    assert "Ở đoạn nào ạ?" in words(response)
    assert f'name="seen" value="{Case.objects.get(pk=case.pk).version}"' in words(response)


def test_missing_words_get_a_sentence(commune, send, step):
    case = send()
    for move, values in (("ask", {}), ("note", {}), ("forward", {}), ("propose", {"text": "a", "outcome": ""})):
        assert step("author", case, move, **values).status_code == 409
    assert step("author", case, "close", reason="x").status_code == 422
    assert step("author", case, "submit").status_code == 404
    assert step("author", case, "approve").status_code == 409
    assert Case.objects.get(pk=case.pk).version == 1


def test_sender_is_shown_on_demand_and_the_look_is_logged(commune, send):
    case = send(sender=services.Sender(name="Bà Dấu Riêng", phone="0912 345 678"))
    client = commune.client("author")
    assert "Dấu Riêng" not in words(client.get(f"{LIST}{case.pk}/"))
    shown = words(client.post(f"{LIST}{case.pk}/nguoi-gui/"))
    assert "Bà Dấu Riêng" in shown
    assert "0912 345 678" in shown
    entry = ModelLogEntry.objects.get(action="feedback.read_person")
    assert (entry.user, entry.label) == (commune.users["author"], case.code)
    assert "Dấu" not in repr(entry.data)
    assert commune.client("reader").post(f"{LIST}{case.pk}/nguoi-gui/").status_code == 302
    assert ModelLogEntry.objects.filter(action="feedback.read_person").count() == 1


def test_file_leaves_as_download_or_picture(commune, send, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    services.keep_pending(key, [upload("cong.jpg")])
    with django_capture_on_commit_callbacks(execute=True):
        case = send(key=key)
    address = reverse("feedback_admin:attachment", args=[case.pk, case.attachments.get().pk])
    response = commune.client("author").get(address)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert commune.client("author").get(f"{address}?xem=1").headers["Content-Disposition"].startswith("inline")
    assert commune.client("farmer").get(address).status_code == 302
    assert address in words(commune.client("author").get(f"{LIST}{case.pk}/"))


def test_village_board_writes_down_in_three_fields(commune):
    client = commune.client("villager")
    form = client.get(ENTER).context["form"]
    assert [field.name for field in form.shown_fields] == ["text", "topic", "channel", "photos"]
    data = {
        "text": "Bà con xóm Đình hỏi về nước sạch.",
        "topic": commune.topic.pk,
        "channel": "notebook",
        "key": str(form["key"].value()),
    }
    for _twice in range(2):
        response = client.post(ENTER, {**data, "photos": [upload("nuoc.jpg")]}, follow=True)
    case = Case.objects.get()
    assert case.receipt.code in words(response)
    assert case.receipt.secret in words(response)
    assert (case.channel, case.village, case.entered_by) == (
        Channel.NOTEBOOK,
        commune.village,
        commune.users["villager"],
    )
    assert case.attachments.count() == 1
    response = client.post(ENTER, {**data, "text": "Việc khác."})
    assert response.status_code == 409
    assert "Việc khác." in words(response)


def test_officer_writes_down_with_sender(commune):
    client = commune.client("chair")
    data = {"text": "Hỏi thủ tục.", "channel": "phone", "kind": "question", "key": str(uuid.uuid4()), "name": "Ông Mốc"}
    assert client.post(ENTER, {**data, "text": ""}).status_code == 422
    client.post(ENTER, data)
    assert Case.objects.get().person.name == "Ông Mốc"


def test_start_page_counts_what_waits(commune, send, step):
    send()
    case = send()
    services.propose(case, by=commune.users["author"], draft=draft(outcome=Outcome.NOTED))
    page = commune.client("chair").get("/quan-tri/")
    shown = words(page)
    assert '?status=waits_for_approval"><strong>1</strong>' in shown
    assert '?status=received"><strong>1</strong>' in shown


def test_lost_receipt_is_found_by_phone_by_those_in_charge(commune, send):
    mine = send(sender=services.Sender(phone="0912 345 678"))
    other = send(topic=commune.other_topic, sender=services.Sender(phone="+84 912 345 678"))
    send(sender=services.Sender(phone="0987 654 321"))
    address = reverse("feedback_admin:by_phone")
    assert address in words(commune.client("author").get(LIST))
    for name, found in (("author", [mine]), ("chair", [other, mine]), ("farmer", [])):
        response = commune.client(name).post(address, {"phone": "0912.345.678"})
        assert response.context["cases"] == found
        assert "0912 345 678" not in words(response)
    assert ModelLogEntry.objects.filter(action="feedback.find_by_phone").count() == 3
    assert "0912 345 678" in words(commune.client("author").post(address, {"phone": "12"}))  # as an example
    assert commune.client("reader").get(address).status_code == 302


def test_what_looks_personal_is_not_published_unnoticed(commune, send, step):
    case = send(may_publish=True, sender=services.Sender(name="Trần Thị Mốc", phone="0988 123 456"))
    commune.women.phone = "0220 3700 102"
    commune.women.save()
    answer = {
        "text": "Đã thay bóng.",
        "outcome": "resolved",
        "publish": "on",
        "public_question": "Bà TRAN THI MOC, số 0988.123.456, hỏi về đèn.",
        "public_answer": "Đã thay bóng; việc gấp xin gọi Hội 0220 3700 102.",
    }
    response = step("author", case, "propose", **answer)
    assert response.status_code == 409
    assert "0988.123.456" in words(response)
    assert "0220 3700 102." not in words(response).split("còn:")[1].split("</p>")[0]
    assert "Đã thay bóng; việc gấp" in words(response)
    assert step("author", case, "propose", **answer, looked_over="on").status_code == 302
    # The approver is told to look twice.
    assert "có vẻ là thông tin riêng" in words(commune.client("chair").get(f"{LIST}{case.pk}/"))


def test_address_of_a_step_leads_to_the_case(commune, send):
    case = send()
    client = commune.client("author")
    for move in ("start", "nguoi-gui", "viet-bai"):
        assert client.get(f"{LIST}{case.pk}/{move}/").url == f"{LIST}{case.pk}/"


def test_step_that_came_too_late_is_shown_without_its_button(commune, send, step):
    case = send()
    services.propose(case, by=commune.users["author"], draft=draft())
    seen = Case.objects.get(pk=case.pk).version
    step("deputy", case, "approve")
    shown = words(step("chair", case, "send_back", reason="Ghi rõ ngày.", seen=seen))
    form = shown.split(f"/{case.pk}/send_back/")[1].split("</form>")[0]
    assert "Ghi rõ ngày." in form
    assert "Nguyễn deputy" in form
    assert "<button" not in form


def test_start_page_tells_of_returned_answers_and_messages(commune, send, step):
    returned, replied = send(), send("Đèn hỏng.")
    services.propose(returned, by=commune.users["author"], draft=draft())
    services.send_back(returned, by=commune.users["chair"], reason="Sửa.")
    services.ask(replied, by=commune.users["author"], question="Ở đâu ạ?")
    services.write(replied, words="Ngõ 3.", key=uuid.uuid4())
    shown = words(commune.client("author").get("/quan-tri/"))
    assert "câu trả lời bị trả lại" in shown
    assert "người gửi vừa nhắn thêm" in shown
    assert "câu trả lời chờ duyệt" not in shown
    reader = words(commune.client("reader").get("/quan-tri/"))
    assert "câu trả lời bị trả lại" in reader


def test_board_sees_what_became_of_what_it_wrote_down(commune, send):
    client = commune.client("villager")
    data = {"text": "Bà con hỏi nước sạch.", "topic": commune.topic.pk, "channel": "notebook", "name": "Ông Mốc"}
    client.post(ENTER, {**data, "key": str(uuid.uuid4())})
    case = Case.objects.get()
    assert case.person.name == "Ông Mốc"
    # Gone back and pressed again: asked first.
    response = client.post(ENTER, {**data, "key": (key := str(uuid.uuid4()))})
    assert response.status_code == 409
    assert case.code in words(response)
    assert client.post(ENTER, {**data, "key": key, "meant": "on"}).status_code == 302
    assert Case.objects.count() == 2
    services.propose(case, by=commune.users["author"], draft=draft())
    services.approve(case, by=commune.users["chair"])
    shown = words(client.get("/quan-tri/"))
    assert "Ý kiến tôi ghi hộ" in shown
    assert "nhờ báo lại cho bà con" in shown


def test_receipt_is_not_with_those_who_answered(commune, send):
    case = send(channel=Channel.PHONE)
    address = reverse("feedback:receipt", args=[case.receipt.token])
    screen = f"{LIST}{case.pk}/"
    assert address in words(commune.client("author").get(screen))
    services.propose(case, by=commune.users["author"], draft=draft())
    services.approve(case, by=commune.users["chair"])
    assert address not in words(commune.client("author").get(screen))


def test_reader_writes_no_note(commune, send):
    case = send()
    with pytest.raises(services.MoveRefused):
        services.add_note(case, by=commune.users["reader"], note="x")
    assert f"/{case.pk}/note/" not in words(commune.client("reader").get(f"{LIST}{case.pk}/"))


def test_officer_whose_case_was_handed_on_meanwhile_keeps_her_question(commune, send, step):
    """She was led to the start page, and the question was nowhere."""
    page = step("farmer", send(), "ask", question="Bà con ở ngõ nào ạ?")
    assert page.status_code == 403
    assert "Bà con ở ngõ nào ạ?" in words(page)
    assert "có thể vừa giao cho nơi khác" in words(page)
