"""A grandmother looks for something, by thumb and by keyboard."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.factories import make_article, make_model

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def things(commune):
    make_article(commune.folder(commune.women), title="Đèn đường sáng ngõ 3", topic=commune.topic)
    make_article(commune.folder(commune.farmers), title="Ruộng sạch", topic=commune.other_topic)
    make_model(commune.folder(commune.women, section="mo-hinh"), title="Đèn đường tự quản", topic=commune.topic)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_found_without_marks_on_a_phone(things, open_page, script):
    page = open_page(PHONE, java_script_enabled=script)
    page.goto("/")
    page.get_by_role("searchbox" if not script else "combobox").first.fill("den duong hong")
    page.get_by_role("button", name="Tìm kiếm").first.click()
    page.wait_for_url("**/tim-kiem/?q=den+duong+hong")
    expect(page.locator(".hit").first).to_contain_text("Đèn đường")
    page.locator("summary", has_text="Loại").click()
    page.get_by_role("link", name=re.compile("Mô hình")).last.click()
    expect(page.locator(".hit")).to_have_count(1)
    page.get_by_role("link", name="Đèn đường tự quản").click()
    expect(page.locator("h1")).to_have_text("Đèn đường tự quản")


def test_suggestions_by_keyboard(things, open_page):
    page = open_page(DESK)
    page.goto("/tim-kiem/")
    box = page.get_by_role("combobox")
    box.press_sequentially("den duo")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Đèn đường")
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(options.first).to_be_hidden()
    box.press_sequentially("n")
    expect(options.first).to_be_visible()
    box.press("ArrowDown")
    title = options.first.inner_text()
    box.press("Enter")
    expect(page.locator("h1")).to_have_text(title)
