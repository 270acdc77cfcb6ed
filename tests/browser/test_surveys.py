"""A survey is answered on a phone in few taps, with and without script."""

import re

import pytest
from playwright.sync_api import expect

from surveys.models import Answer, Response
from tests.browser.conftest import PHONE
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
    expect(page.locator("#loi")).to_contain_text("Còn câu này chưa xong")
    expect(page.locator(".survey__place:visible")).to_have_text(re.compile("Câu 2/6"))
    well(page)
