"""What only a browser does to a form: going back to it, filling in by itself, a session that ends under an open page."""

import re

import pytest
from playwright.sync_api import expect

from feedback.models import Case
from tests.browser.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_back_and_send_again(commune, open_page, script):
    """Chromium fetches the page anew (`no-store`) and puts the words back. Before: a second case each time."""
    citizen = open_page(PHONE, java_script_enabled=script)
    citizen.goto("/gop-y/")
    citizen.check("[name=kind][value=report]")
    citizen.fill("[name=text]", "Cống ở ngõ 3 tắc đã hai tuần.")
    citizen.wait_for_timeout(3100)
    send(citizen)
    code = citizen.locator(".receipt__code").first.inner_text()

    citizen.go_back()
    expect(citizen.locator("[name=text]")).to_have_value("Cống ở ngõ 3 tắc đã hai tuần.")
    send(citizen)
    expect(citizen.locator(".receipt__code").first).to_have_text(code)

    citizen.go_back()
    citizen.fill("[name=text]", "Đèn đường trước nhà văn hóa hỏng.")
    send(citizen)
    expect(citizen.locator(".error-summary")).to_contain_text(f"thêm vào ý kiến {code}, hay gửi thành một ý kiến mới")
    if script:
        assert citizen.evaluate("document.activeElement.className") == "error-summary"
        assert citizen.evaluate("document.documentElement.scrollWidth") <= 360
    citizen.get_by_role("button", name=f"Thêm vào ý kiến {code}").click()
    expect(citizen.locator(".conversation")).to_contain_text("Đèn đường trước nhà văn hóa hỏng.")
    assert Case.objects.get().code == code

    # Opened anew it is a new one: with a script also where the address was typed.
    if script:
        citizen.goto("/gop-y/")
    else:
        citizen.goto("/")
        citizen.get_by_role("link", name="Gửi ý kiến").first.click()
    citizen.check("[name=kind][value=question]")
    citizen.fill("[name=text]", "Bao giờ tiêm phòng dại?")
    citizen.wait_for_timeout(3100)
    send(citizen)
    expect(citizen.locator(".receipt__code")).to_have_count(2)
    assert Case.objects.count() == 2


def send(page):
    page.get_by_role("button", name=re.compile("^Gửi$")).click()
    page.wait_for_load_state("load")
