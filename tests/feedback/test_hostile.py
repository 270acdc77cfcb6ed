"""What somebody hostile sends stays words: on her page, in the admin, in what everybody reads."""

import uuid

import pytest
from django.urls import reverse

from feedback import services
from feedback.models import Case
from tests.factories import make_article
from tests.feedback.conftest import draft, upload

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_markup_is_shown_as_words_everywhere(commune, send, client):
    article = make_article(commune.folder(commune.women), topic=commune.topic)
    key = uuid.uuid4()
    services.keep_pending(key, [upload(f"../../{SCRIPT}.jpg")])
    sender = services.Sender(name=SCRIPT, phone="0912 345 678")
    case = send(SCRIPT, key=key, place=SCRIPT, sender=sender, about=article, may_publish=True)
    services.write(case, words=SCRIPT, key=uuid.uuid4())
    services.add_note(case, by=commune.users["author"], note=SCRIPT)
    public = {"publish": True, "public_question": SCRIPT, "public_answer": SCRIPT, "looked_over": True}
    services.propose(case, by=commune.users["author"], draft=draft(text=SCRIPT, **public))
    officer = commune.client("chair")
    screen = reverse("feedback_admin:case", args=[case.pk])
    shown = [officer.get(screen), officer.post(f"{screen}nguoi-gui/"), officer.get("/quan-tri/y-kien/")]
    services.approve(case, by=commune.users["chair"])
    token = case.receipt.token
    paths = ["/", article.url, f"/gop-y/ho-so/{token}/", f"/gop-y/phieu/{token}/", "/quan-tri/"]
    shown += [officer.get(path) for path in paths]
    page = services.write_article(Case.objects.get(), by=commune.users["chair"])
    shown.append(officer.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    for response in shown:
        assert response.status_code == 200
        assert SCRIPT not in response.content.decode()


def test_file_keeps_no_path_and_no_markup_on_the_disk(send):
    key = uuid.uuid4()
    services.keep_pending(key, [upload("../../../etc/passwd.jpg")])
    attachment = send(key=key).attachments.get()
    assert attachment.name == "passwd.jpg"
    assert "passwd" not in attachment.file.name
    assert ".." not in attachment.file.name


def test_file_of_another_case_is_not_given(send, client, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    services.keep_pending(key, [upload()])
    with django_capture_on_commit_callbacks(execute=True):
        case = send(key=key)
    other = send("Việc khác.")
    number = case.attachments.get().pk
    assert client.get(reverse("feedback:attachment", args=[other.receipt.token, number])).status_code == 404
    assert client.get(reverse("feedback:attachment", args=[case.receipt.token, number])).status_code == 200
