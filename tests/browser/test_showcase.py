"""A village head looks for something to copy; a good deed is proposed, agreed to, published, taken back."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from models_showcase.models import GoodDeedPage
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_journey import log_in, serious
from tests.browser.test_loop import well
from tests.factories import make_model

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_village_copies_a_model(commune, open_page, script):
    make_model(
        commune.folder(commune.women, section="mo-hinh"),
        topic=commune.topic,
        village=commune.village,
        cost=0,
        participants=120,
        contact_phone="0220 3700 102",
    )
    make_model(
        commune.folder(commune.farmers, section="mo-hinh"),
        title="Ruộng sạch",
        topic=commune.other_topic,
        cost=30_000_000,
    )
    check = well if script else lambda page: None

    # Found by what it costs; what it takes and whom to ring stand on the first screens.
    head = open_page(PHONE, java_script_enabled=script)
    head.goto("/mo-hinh/")
    check(head)
    head.locator("summary", has_text="Kinh phí").click()
    head.get_by_role("link", name=re.compile("Không tốn tiền")).click()
    expect(head.locator(".model-card")).to_have_count(1)
    head.get_by_role("link", name="Ba thùng trong bếp").click()
    expect(head.locator(".facts")).to_contain_text("120 hộ")
    check(head)
    expect(head.locator(".steps li")).to_have_count(3)
    assert head.get_by_role("link", name="0220 3700 102").get_attribute("href") == "tel:02203700102"
    assert head.get_by_role("link", name="In bản hướng dẫn").get_attribute("href").endswith(".pdf")

    # On paper (here: the sheet to print).
    if script:
        sheet = open_page(PHONE)
        sheet.goto(re.sub("pdf$", "html", head.get_by_role("link", name="In bản hướng dẫn").get_attribute("href")))
        well(sheet)

    # "We copy this."
    head.get_by_role("link", name="Chúng tôi muốn làm theo").last.click()
    head.wait_for_url("**/gop-y/lam-theo/**")
    check(head)
    expect(head.locator("main")).to_contain_text("Ba thùng trong bếp")
    head.fill("[name=text]", "Thôn Trại Sen muốn sang xem một buổi.")
    head.select_option("[name=village]", label="Thôn Trại Sen")
    head.fill("[name=phone]", "0912 345 678")
    head.wait_for_timeout(3100)
    head.get_by_role("button", name="Gửi", exact=True).click()
    expect(head.locator("h1")).to_contain_text("Ý kiến đã được tiếp nhận")

    # The unit that leads it records the copy; a second person approves it; the page shows it.
    officer = open_page(DESK)
    log_in(officer, "author")
    officer.get_by_role("link", name=re.compile("Thôn Trại Sen muốn sang")).first.click()
    officer.get_by_role("link", name="Đã làm theo: ghi nhận").click()
    officer.locator("[name=adopted_on]").wait_for()
    assert serious(officer) == []
    officer.fill("[name=adopted_on]", date(2026, 1, 5).isoformat())
    officer.fill("[name=changes]", "Chỉ dùng hai thùng.")
    officer.get_by_role("button", name="Ghi nhận").click()
    expect(officer.locator("body")).to_contain_text("Đã ghi nhận")
    head.goto("/mo-hinh/hoi-phu-nu/ba-thung-trong-bep/")
    expect(head.locator(".chain")).to_have_count(0)
    chair = open_page(DESK)
    log_in(chair, "chair")
    chair.get_by_role("link", name=re.compile("Duyệt nơi làm theo")).click()
    chair.get_by_role("button", name="Duyệt lần ghi này").wait_for()
    assert serious(chair) == []
    chair.get_by_role("button", name="Duyệt lần ghi này").click()
    expect(chair.locator("body")).to_contain_text("Đã công khai")
    head.goto("/mo-hinh/hoi-phu-nu/ba-thung-trong-bep/")
    check(head)
    expect(head.locator(".chain")).to_be_visible()
    expect(head.locator(".copies")).to_contain_text("Chỉ dùng hai thùng.")
    head.goto("/thon/trai-sen/")
    expect(head.locator(".contact-card", has_text="Mỗi năm một mô hình")).to_contain_text("1 mô hình")


def test_deed_is_proposed_agreed_to_and_taken_back(commune, open_page):
    citizen = open_page(PHONE)
    citizen.goto("/guong-sang/")
    citizen.get_by_role("link", name="Đề cử gương sáng").click()
    citizen.wait_for_url("**/gop-y/de-cu/**")
    well(citizen)
    citizen.get_by_label(re.compile("Ai làm việc tốt")).fill("Bà Nguyễn Thị Hiền")
    citizen.get_by_label(re.compile("Họ đã làm gì")).fill("Bà trả lại ví có ba triệu đồng.")
    citizen.select_option("[name=village]", label="Thôn Đông Thượng")
    citizen.wait_for_timeout(3100)
    citizen.get_by_role("button", name="Gửi", exact=True).click()
    citizen.wait_for_url("**/phieu/**")
    own_page = citizen.url.replace("/phieu/", "/ho-so/")

    board, chair = open_page(DESK), open_page(DESK)
    log_in(board, "villager")
    board.get_by_role("link", name=re.compile("Bà trả lại ví")).first.click()
    board.get_by_label(re.compile("Có đúng không")).wait_for()
    assert serious(board) == []
    board.get_by_label(re.compile("Có đúng không")).fill("Đã hỏi chủ ví.")
    board.get_by_role("button", name="Đúng: ghi xác minh").click()
    board.get_by_role("button", name="Viết thành bản nháp").click()
    expect(board.locator("body")).to_contain_text("Chưa gửi duyệt được")
    deed = GoodDeedPage.objects.get()
    board.goto(f"/quan-tri/mo-hinh/dong-y/{deed.pk}/")
    assert serious(board) == []
    board.fill("[name=given_by]", "Nguyễn Thị Hiền")
    board.select_option("[name=relation]", "self")
    board.select_option("[name=manner]", "spoken")
    board.get_by_role("button", name="Ghi lại").click()
    board.get_by_role("button", name="Gửi duyệt").click()
    board.get_by_text("Đã gửi duyệt").first.wait_for()

    log_in(chair, "chair")
    chair.goto(f"/quan-tri/duyet/{deed.pk}/")
    chair.get_by_role("button", name="Duyệt và đăng").click()
    chair.get_by_text("Đã duyệt và đăng").wait_for()
    citizen.goto(own_page)
    citizen.get_by_role("link", name="Bà trả lại ví có ba triệu đồng").click()
    expect(citizen.locator("h1")).to_contain_text("Bà trả lại ví")
    well(citizen)
    address = citizen.url

    board.goto(f"/quan-tri/mo-hinh/dong-y/{deed.pk}/")
    board.locator("summary", has_text="không muốn nữa").click()
    board.get_by_role("button", name="Rút lời đồng ý và gỡ trang").click()
    board.get_by_text("Đã rút lời đồng ý").wait_for()
    assert citizen.goto(address).status == 410
    expect(citizen.locator("main")).to_contain_text("theo đề nghị của người được nêu tên")
    well(citizen)


def test_date_that_cannot_be_read_stays_as_it_was_typed(commune, open_page):
    """The picker does not put today in its place; the form says what is wrong."""
    officer = open_page(DESK)
    log_in(officer, "author")
    folder = commune.folder(commune.women, section="guong-sang")
    officer.goto(f"/quan-tri/pages/add/models_showcase/gooddeedpage/{folder.pk}/")
    date_box = officer.locator("[name=date]")
    date_box.fill("29/02/2027")
    officer.locator("[name=honoured]").click()
    expect(date_box).to_have_value("29/02/2027")
