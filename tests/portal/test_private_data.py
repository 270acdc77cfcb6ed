"""On a running installation: whatever way a name, a phone number and an e-mail address take, they are nowhere in clear."""

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests import mail_server
from tests.factories import picture_bytes
from tests.feedback.conftest import upload
from tests.installation import Installation, Visitor, form_key

NAME, PHONE, EMAIL = "Qwzxten Thu", "0987 123 654", "qwzxthu@thu.example"
MARKS = [b"qwzx", b"0987 123 654", b"0987123654", b"987123654"]
pytestmark = pytest.mark.long
PERSON = {"name": NAME, "phone": PHONE, "email": EMAIL, "wants_answer": "on"}
TEXT = "Cống ngõ Mốc tắc."


@pytest.fixture
def postbox() -> Iterator[mail_server.Postbox]:
    box = mail_server.Postbox()
    controller = mail_server.start(box)
    box.port = controller.port
    yield box
    controller.stop()


@pytest.fixture
def site(tmp_path: Any, postbox: Any) -> Iterator[Installation]:
    site = Installation(tmp_path / "xa", EMAIL_URL=f"smtp://127.0.0.1:{postbox.port}", LOG_LEVEL="DEBUG")
    site.manage("demo", "--prepare-only")
    site.start()
    yield site
    site.stop()


def send(citizen: Visitor, **values: Any) -> tuple[int, str, str]:
    opened = re.search(r'name="opened" value="([^"]+)"', citizen.get("/gop-y/")[1])
    time.sleep(3.1)  # nobody is faster
    data = {"kind": "report", "text": TEXT, "key": form_key(), "opened": opened.group(1), **PERSON, **values}
    return citizen.post("/gop-y/", data)


def wait_for(condition: Any) -> None:
    for _attempt in range(100):
        if condition():
            return
        time.sleep(0.2)
    pytest.fail("The queue did not do its work.")


def test_marked_person_is_nowhere_in_clear(site, postbox):
    postbox.refuses = True
    citizen, key = Visitor(site), form_key()
    photo = upload("cong.jpg", picture_bytes(400, 300))
    assert send(citizen, text="", photos=photo, key=key)[0] == 422
    assert send(citizen, kind="grievance")[0] == 200
    assert send(citizen, email="qwzx@")[0] == 422
    status, _text, receipt = send(citizen, key=key)
    assert status == 302
    assert send(citizen, key=key, text=f"{TEXT} Khác.")[0] == 409
    case = receipt.replace("/phieu/", "/ho-so/")
    assert citizen.get(receipt)[0] == citizen.get(case)[0] == 200
    assert citizen.post(case, {"words": "Thêm lời.", "key": form_key()})[0] == 302
    assert citizen.get(f"{case}khong-co/")[0] == 302  # back to the case: its link with something behind it
    code, secret = re.findall(r'receipt__code" translate="no">([^<]+)<', citizen.get(receipt)[1])
    assert citizen.post("/gop-y/tra-cuu/", {"code": code, "secret": "000000"})[0] == 422
    assert citizen.post("/gop-y/tra-cuu/", {"code": code, "secret": secret})[0] == 302
    # Refused once with her address in the answer; then sent.
    log = site.log
    wait_for(lambda: "SMTPRecipientsRefused" in log.read_text())

    officer = Visitor(site)
    officer.log_in("thuong-truc")
    by_phone = "/quan-tri/y-kien/theo-so-dien-thoai/"
    found = re.search(r'href="/quan-tri/y-kien/(\d+)/"', officer.post(by_phone, {"phone": PHONE}, form_at=by_phone)[1])
    screen = f"/quan-tri/y-kien/{found.group(1)}/"
    shown = officer.post(f"{screen}nguoi-gui/", {}, form_at=screen)[1]
    assert NAME in shown
    assert PHONE in shown
    postbox.refuses = False
    seen = re.search(r'name="seen" value="(\d+)"', officer.get(screen)[1]).group(1)
    assert officer.post(f"{screen}ask/", {"seen": seen, "question": "Ở đâu ạ?"}, form_at=screen)[0] == 302
    wait_for(lambda: postbox.mails)
    enter = "/quan-tri/y-kien/ghi-ho/"
    entry = {"channel": "phone", "kind": "report", "text": TEXT, "key": form_key(), **PERSON}
    assert officer.post(enter, {**entry, "text": ""}, form_at=enter)[0] == 422
    assert officer.post(enter, entry, form_at=enter)[0] == 302
    assert citizen.post(f"{case}ngung-thu/", {})[0] == 302
    site.manage("tidy")
    wait_for(lambda: len(postbox.mails) >= 1)
    site.stop()

    written = site.everything_written()
    assert any("Cống ngõ Mốc".encode() in data for data in written.values()), "the search itself does not work"
    private = [(name, mark) for name, data in written.items() for mark in MARKS if mark in data.lower()]
    assert not private
    assert receipt.split("/")[-2].encode() not in b"".join(data for data in written.values())
