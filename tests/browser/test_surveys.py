"""A survey is answered on a phone in few taps, with and without script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from surveys import services
from surveys.models import Answer, Response, Survey
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_journey import log_in, serious
from tests.browser.test_loop import well
from tests.surveys.conftest import draft, survey  # noqa: F401  (fixtures)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
MOST_TAPS = 8


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_six_questions_take_eight_taps(commune, survey, open_page, script):  # noqa: F811
    page = open_page(PHONE, java_script_enabled=script)
    page.goto("/")
    page.get_by_role("link", name="Bà con đánh giá Hội Phụ nữ").click()
    page.wait_for_url("**/khao-sat/**")
    if script:
        well(page)
    taps = 0

    def tap(place):
        nonlocal taps
        place.click()
        taps += 1

    for words in ("Hài lòng", "Có", "Rác"):
        tap(page.locator(".survey__choice", has_text=re.compile(rf"^\s*{words}\s*$")))
        if script and words == "Có":
            expect(page.locator(".survey__place:visible")).to_have_text(re.compile("Câu 3/6"))
    if script:
        tap(page.get_by_role("button", name="Tiếp"))
        well(page)
        tap(page.get_by_role("button", name="Tiếp"))  # nothing to add
    tap(page.locator(".survey__choice", has_text="Thôn Trại Sen"))
    tap(page.get_by_role("button", name="Gửi", exact=True)) if not script else None
    if script:
        expect(page.locator(".survey__place:visible")).to_have_text(re.compile("Câu 6/6"))
        tap(page.get_by_role("button", name="Gửi", exact=True))
    expect(page.locator("h1")).to_contain_text("Cảm ơn bà con đã trả lời")
    assert taps <= MOST_TAPS
    assert Response.objects.get().village == commune.other_village
    assert Answer.objects.filter(number=4).exists()


def test_answers_are_kept_until_they_are_sent(commune, survey, open_page):  # noqa: F811
    page = open_page(PHONE)
    page.goto(survey.url)
    page.locator(".survey__choice", has_text="Rất hài lòng").click()
    expect(page.locator(".survey__place:visible")).to_have_text(re.compile("Câu 2/6"))
    page.reload()
    expect(page.get_by_label("Rất hài lòng", exact=True)).to_be_checked()
    page.get_by_role("button", name="Tiếp").click()
    page.get_by_role("button", name="Quay lại").click()
    expect(page.locator(".survey__place:visible")).to_have_text(re.compile("Câu 1/6"))
    for _step in range(5):
        page.get_by_role("button", name="Tiếp").click()
    page.get_by_role("button", name="Gửi", exact=True).click()
    # What is missing is told, and the first of it is shown.
    expect(page.locator("#loi")).to_contain_text("Bà con xem lại những câu sau")
    expect(page.locator(".survey__place:visible")).to_have_text(re.compile("Câu 2/6"))
    well(page)


def test_from_the_officer_s_first_click_to_the_results_on_the_site(commune, open_page):
    # An officer begins with a ready-made survey, changes a question, adds one.
    author, chair = open_page(DESK), open_page(DESK)
    log_in(author, "author")
    author.get_by_role("link", name="Khảo sát", exact=True).click()
    author.get_by_role("link", name="Việc của đoàn thể").click()
    author.locator("[name=cau-0-text]").fill("Hoạt động của Hội có ích không?")
    author.select_option("[name=about]", label=commune.women.name)
    author.get_by_role("button", name="Thêm câu hỏi").click()
    author.locator("[name=cau-6-text]").fill("Bà con biết tin của Hội qua đâu?")
    author.select_option("[name=cau-6-kind]", "one")
    author.locator("[name=cau-6-options]").fill("Loa thôn\nĐiện thoại")
    assert serious(author) == []
    author.get_by_role("button", name="Lưu phiếu").click()
    author.get_by_text("Đã lưu phiếu").wait_for()
    assert serious(author) == []
    address = author.url.split("//", 1)[1].partition("/")[2].partition("#")[0]

    # The second person puts it out.
    log_in(chair, "chair")
    chair.goto(f"/{address}")
    chair.get_by_role("button", name="Mở phiếu").click()
    chair.get_by_text("Đã mở. Bà con trả lời được").first.wait_for()
    asked = Survey.objects.get()

    # Slips are printed; one of them is used on a phone that answered already.
    author.goto(f"/{address}phieu-ma/")
    assert serious(author) == []
    (code,) = services.print_slips(asked, by=commune.users["author"], number=1, village=commune.village)
    phone = open_page(PHONE, java_script_enabled=False)
    for way in ("", f"?ma={code}"):
        phone.goto(f"{asked.url}{way}")
        for group in phone.locator("fieldset.survey__question").all():
            group.locator(".survey__choice").first.click()
        phone.get_by_role("button", name="Gửi", exact=True).click()
        expect(phone.locator("h1")).to_contain_text("Cảm ơn")
    phone.goto(asked.url)
    expect(phone.locator("main")).to_contain_text("Máy này đã trả lời rồi")

    # Paper comes back and is typed in.
    author.goto(f"/{address}nhap-phieu/")
    for _sheet in range(4):
        for group in author.locator("fieldset.survey-write__question").all():
            radio = group.locator("input[type=radio]")
            if radio.count():
                radio.nth(1).check()  # the first one leaves it blank
        with author.expect_navigation():  # the words of the sheet before stand there, too
            author.get_by_role("button", name="Nhập phiếu này").click()
        author.get_by_text("Đã nhập xong phiếu này").first.wait_for()
    assert serious(author) == []

    # It closes, is published, and everybody reads it.
    Survey.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    chair.goto(f"/{address}?theo=village")
    assert serious(chair) == []
    chair.get_by_role("link", name="Công bố kết quả").click()
    chair.get_by_role("button", name="Công bố như trên").wait_for()
    expect(chair.locator("body")).to_contain_text("6 người trả lời")
    assert serious(chair) == []
    chair.get_by_role("button", name="Công bố như trên").click()
    chair.get_by_text("Kết quả đã công bố").first.wait_for()
    reader = open_page(PHONE)
    reader.goto(asked.url)
    expect(reader.locator("main")).to_contain_text("6 người trả lời")
    expect(reader.locator("main")).to_contain_text("100 % hài lòng")
    reader.locator("summary", has_text="Theo thôn").first.click()
    well(reader)
    reader.goto(f"{asked.url}ket-qua.pdf?ban=html")
    well(reader)
