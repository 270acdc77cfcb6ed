"""From a citizen's phone to a judged answer: sent with a photo, worked on, approved by a second person, read, judged."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from feedback.enums import Status
from feedback.models import Case
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_journey import log_in, serious
from tests.factories import picture_bytes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def well(page):
    """Fits the phone, and axe finds nothing serious (which it only can with script)."""
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert serious(page) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_citizen_is_heard(commune, open_page, tmp_path, script):
    photo = Path(tmp_path / "cống tắc.jpg")
    photo.write_bytes(picture_bytes(1600, 1200))
    check = well if script else lambda page: None

    # A citizen forgets something first; her photo and her words stay.
    citizen = open_page(PHONE, java_script_enabled=script)
    citizen.goto("/gop-y/")
    check(citizen)
    citizen.set_input_files("[name=photos]", photo)
    if script:  # the site's own button says in Vietnamese what was chosen
        expect(citizen.locator("label", has_text="Chọn ảnh hoặc tệp")).to_be_visible()
        expect(citizen.locator(".chosen-files")).to_contain_text("cống tắc.jpg (")
    citizen.fill("[name=text]", "Cống ở ngõ 3 tắc đã hai tuần.")
    citizen.wait_for_timeout(3100)
    citizen.get_by_role("button", name="Gửi", exact=True).click()
    expect(citizen.locator(".error-summary")).to_contain_text("chọn giúp loại ý kiến")
    expect(citizen.locator(".pending-files")).to_contain_text("cống tắc.jpg")
    check(citizen)
    citizen.check("[name=kind][value=report]")
    citizen.select_option("[name=topic]", label="Môi trường")
    citizen.wait_for_timeout(3100)
    citizen.get_by_role("button", name="Gửi", exact=True).click()
    codes = citizen.locator(".receipt__code")
    code, secret = codes.nth(0).inner_text(), codes.nth(1).inner_text()
    check(citizen)

    # The officer works on it, another person approves.
    author, chair = open_page(DESK), open_page(DESK)
    log_in(author, "author")
    author.get_by_role("link", name=re.compile("Cống ở ngõ 3")).first.click()
    author.get_by_role("button", name="Bắt đầu xử lý").click()
    press(author, "Soạn trả lời", **{"Câu trả lời cho người gửi": "Đã thông cống sáng nay."}, outcome="resolved")
    expect(author.locator("body")).to_contain_text("chờ người thứ hai duyệt")
    log_in(chair, "chair")
    chair.goto("/quan-tri/y-kien/?status=waits_for_approval")
    chair.get_by_role("link", name=re.compile("Cống ở ngõ 3")).click()
    chair.get_by_role("button", name="Duyệt câu trả lời").wait_for()
    assert serious(chair) == []
    chair.get_by_role("button", name="Duyệt câu trả lời").click()
    expect(chair.locator("body")).to_contain_text("Đã duyệt")

    # She looks it up with code and secret, reads, and judges.
    citizen.goto("/gop-y/tra-cuu/")
    check(citizen)
    citizen.fill("[name=code]", code.lower().replace("-", " "))
    citizen.fill("[name=secret]", secret)
    citizen.get_by_role("button", name="Xem", exact=True).click()
    expect(citizen.locator(".conversation")).to_contain_text("Đã thông cống sáng nay.")
    check(citizen)
    citizen.check("[name=judgement][value=satisfied]")
    citizen.get_by_role("button", name="Gửi đánh giá").click()
    expect(citizen.locator("h1")).to_have_text("Đã kết thúc")
    case = Case.objects.get()
    assert (case.status, case.attachments.count()) == (Status.CLOSED, 1)


def press(page, label, outcome="", **fields):
    """Opens a step of the case screen, fills it in, and makes it."""
    step = page.locator(".case-steps__item").filter(has=page.locator("summary", has_text=label))
    step.locator("summary").click()
    for name, value in fields.items():
        step.get_by_label(name, exact=True).fill(value)
    if outcome:
        step.locator("[name=outcome]").select_option(outcome)
    step.locator("button[type=submit]").click()
    page.wait_for_load_state("load")


def test_words_are_there_again_after_the_server_in_front_refused(commune, open_page, tmp_path):
    """Whatever answers in our place (a proxy, no network): the words come back with the form, and arrive once."""
    citizen = open_page(PHONE)
    citizen.goto("/gop-y/")
    citizen.check("[name=kind][value=report]")
    citizen.fill("[name=text]", "Cống ở ngõ 3 tắc đã hai tuần.")
    citizen.uncheck("[name=wants_answer]")
    key = citizen.input_value("[name=key]")
    citizen.route("**/gop-y/", lambda route: route.fulfill(status=413, body="413 Request Entity Too Large"))
    citizen.get_by_role("button", name="Gửi", exact=True).click()
    expect(citizen.locator("body")).to_contain_text("413")
    citizen.unroute("**/gop-y/")
    citizen.goto("/gop-y/")
    assert citizen.input_value("[name=text]") == "Cống ở ngõ 3 tắc đã hai tuần."
    assert citizen.is_checked("[name=kind][value=report]")
    assert not citizen.is_checked("[name=wants_answer]")
    assert citizen.input_value("[name=key]") == key
    citizen.wait_for_timeout(3100)
    citizen.get_by_role("button", name="Gửi", exact=True).click()
    expect(citizen.locator(".receipt__code")).to_have_count(2)
    citizen.goto("/gop-y/")
    assert citizen.input_value("[name=text]") == ""
    assert citizen.input_value("[name=key]") != key


def test_files_that_would_be_refused_are_left_out_before_they_are_sent(commune, open_page, tmp_path):
    names = [f"anh-{number}.jpg" for number in range(1, 8)]
    for number, name in enumerate(names):
        size = 11 * 2**20 if number == 1 else 1000
        (tmp_path / name).write_bytes(b"x" * size)
    citizen = open_page(PHONE)
    citizen.goto("/gop-y/")
    citizen.set_input_files("[name=photos]", [tmp_path / name for name in names])
    chosen = citizen.locator(".chosen-files")
    expect(chosen).to_contain_text("“anh-2.jpg” không lấy được: tệp nặng hơn 10 MB.")
    expect(chosen).to_contain_text("“anh-7.jpg” không lấy được: mỗi lần nhiều nhất 5 tệp.")
    assert citizen.evaluate("document.querySelector('[name=photos]').files.length") == 5
    well(citizen)


def test_village_board_writes_down_on_a_phone(commune, open_page):
    board = open_page(PHONE)
    log_in(board, "villager")
    board.goto("/quan-tri/y-kien/ghi-ho/")
    assert serious(board) == []
    board.get_by_label("Nội dung").fill("Bà con xóm Đình hỏi bao giờ có nước sạch.")
    board.get_by_role("button", name="Ghi lại").click()
    expect(board.locator("body")).to_contain_text("số bí mật")
    case = Case.objects.get()
    assert case.village == commune.village
