"""What the sender is told by mail: that something happened and where to read it; through a real mail server."""

import logging
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from feedback import notices, services
from feedback.enums import Outcome
from feedback.models import Case, MailNotice
from tests import mail_server
from tests.feedback.conftest import draft

pytestmark = pytest.mark.django_db
ADDRESS = "dau.rieng@thu.example"
SENDER = services.Sender(name="Bà Dấu Riêng", phone="0912 345 678", email=ADDRESS)
MARKS = ["Dấu", "0912", ADDRESS, "Cống"]


@pytest.fixture
def postbox(settings: Any) -> Iterator[mail_server.Postbox]:
    box = mail_server.Postbox()
    controller = mail_server.start(box)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    yield box
    controller.stop()


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks: Any) -> Any:
    """Does something, then what its commit sets off: `after_commit(lambda: …)`."""

    def after_commit(act: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return act()

    return after_commit


def body(postbox: mail_server.Postbox, number: int = -1) -> str:
    return str(postbox.mails[number][1].get_content())


def test_each_step_she_waits_for_is_one_mail_without_anything_personal(commune, send, postbox, after_commit):
    users = commune.users
    case = after_commit(lambda: send(sender=SENDER))
    steps = [
        (lambda: services.start(case, by=users["author"]), None),
        (lambda: services.forward(case, by=users["author"], to="UBND xã", words="Cống"), "đã được chuyển"),
        (lambda: services.ask(case, by=users["author"], question="Cống nào ạ?"), "câu hỏi"),
        (lambda: services.write(case, words="Cống ngõ 3", key=uuid.uuid4()), None),
        (lambda: services.add_note(case, by=users["author"], note="Cống cũ"), None),
        (lambda: services.propose(case, by=users["author"], draft=draft(text="Cống đã thông")), None),
        (lambda: services.approve(case, by=users["chair"]), "đã có trả lời"),
    ]
    assert "đã nhận" in postbox.mails[0][1]["subject"]
    expected = 1
    for step, words in steps:
        after_commit(step)
        expected += words is not None
        assert len(postbox.mails) == expected
        assert words is None or words in postbox.mails[-1][1]["subject"]
    link = reverse("feedback:case", args=[case.receipt.token])
    for recipients, message in postbox.mails:
        assert recipients == [ADDRESS]
        text = message.get_content()
        assert f"http://testserver{link}" in text
        assert case.code in text
        assert case.receipt.secret not in text
        assert not [mark for mark in MARKS if mark in text + message["subject"]]
    assert not MailNotice.objects.filter(sent_at=None).exists()


def test_mail_speaks_the_language_of_the_form(send, postbox, after_commit):
    after_commit(lambda: send(sender=SENDER, language="en"))
    assert "We have received what you sent." in body(postbox)
    assert "/en/gop-y/ho-so/" in body(postbox)


def test_sender_stops_the_mail(client, commune, send, postbox, after_commit):
    case = after_commit(lambda: send(sender=SENDER))
    stop = reverse("feedback:stop_mail", args=[case.receipt.token])
    assert stop in body(postbox)
    assert postbox.mails[0][1]["List-Unsubscribe"].strip() == f"<http://testserver{stop}>"
    # Programs that look at links do not stop it; the mail program's own button does (RFC 8058).
    client.get(stop)
    assert not Case.objects.get().person.mail_stopped_at
    assert client.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 302
    after_commit(lambda: services.ask(case, by=commune.users["author"], question="Ở đâu ạ?"))
    assert len(postbox.mails) == 1


@pytest.mark.parametrize(
    "values", [{}, {"sender": services.Sender(name="Bà An")}, {"sender": SENDER, "wants_answer": False}]
)
def test_no_mail_without_address_or_wish(send, postbox, after_commit, values):
    after_commit(lambda: send(**values))
    assert not postbox.mails
    assert not MailNotice.objects.exists()


def test_no_mail_without_a_server(settings, send, after_commit):
    settings.EMAIL_BACKEND = services.mail.NO_MAIL
    after_commit(lambda: send(sender=SENDER))
    assert not MailNotice.objects.exists()


def test_refused_mail_is_tried_again_and_its_address_is_in_no_log(send, postbox, after_commit, caplog, monkeypatch):
    monkeypatch.setattr("feedback.services.mail.QUEUE_MAY_TAKE", timezone.timedelta(0))
    postbox.refuses = True
    with caplog.at_level(logging.DEBUG, logger="feedback"):
        after_commit(lambda: send(sender=SENDER))
    assert "SMTPRecipientsRefused" in caplog.text
    assert not [mark for mark in MARKS if mark in caplog.text]
    notice = MailNotice.objects.get()
    assert (notice.tries, notice.sent_at) == (1, None)
    postbox.refuses = False
    call_command("tidy")
    call_command("tidy")
    assert len(postbox.mails) == 1
    notice.refresh_from_db()
    assert notice.sent_at


def test_mail_server_down_keeps_case_and_mail(settings, send, after_commit):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.free_port()
    after_commit(lambda: send(sender=SENDER))
    assert Case.objects.count() == 1
    assert MailNotice.objects.get().tries == 1


def test_two_workers_send_one_mail(send, postbox, after_commit):
    after_commit(lambda: send(sender=SENDER))
    notice = MailNotice.objects.get()
    MailNotice.objects.update(sent_at=None)
    assert not services.mail._claim(MailNotice(pk=notice.pk, tries=0))


def test_officer_copies_the_message_where_there_is_no_mail(commune, send):
    case = send(sender=services.Sender(phone="0912 345 678"))
    services.close(case, by=commune.users["author"], outcome=Outcome.NO_CASE, reason="Đã trả lời qua điện thoại.")
    client = commune.client("author")
    address = reverse("feedback_admin:person", args=[case.pk])
    link = f"http://testserver{reverse('feedback:case', args=[case.receipt.token])}"
    assert case.receipt.token not in client.get(reverse("feedback_admin:case", args=[case.pk])).content.decode()
    shown = client.post(address).content.decode()
    assert link in shown
    assert notices.of(case.events.latest("number")).text.replace("http://testserver", "") in shown.replace(
        "http://testserver", ""
    )
