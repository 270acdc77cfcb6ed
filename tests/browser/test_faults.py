"""What only a browser does to a form: going back to it, filling in by itself, a session that ends under an open page."""

import re

import pytest
from playwright.sync_api import expect

from feedback.models import Case
from news.models import NewsPage
from surveys import services
from surveys.models import Response
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_journey import log_in
from tests.surveys.conftest import draft  # noqa: F401

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


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_two_people_answer_on_one_phone(commune, draft, open_page, script):  # noqa: F811
    """Both opened the survey before either sent. Before: the second sheet was dropped, and told to be counted."""
    found = services.write(draft(), by=commune.users["author"])
    services.put_out(found, by=commune.users["chair"], seen=found.changed_at)
    first = open_page(PHONE, java_script_enabled=script)
    second = first.context.new_page()
    for page in (first, second):
        page.goto(found.url)
    for page in (first, second):
        page.evaluate(ANSWERED) if script else answer_without_script(page)
        page.locator(".feedback__send button").click()
        page.wait_for_load_state("load")
    expect(first.locator("h1")).to_contain_text("Cảm ơn")
    expect(second.locator(".error-summary")).to_contain_text("chưa được tính")
    if script:
        assert second.evaluate("document.activeElement.id") == "loi"
        assert second.evaluate("document.documentElement.scrollWidth") <= 360
    second.locator(".error-summary button").click()
    expect(second.locator("h1")).to_contain_text("Cảm ơn")
    assert Response.objects.count() == 2


# Every question answered, and the last one shown.
ANSWERED = """document.querySelectorAll(".survey__question").forEach(step => { step.querySelector("input, textarea").click();
    document.querySelector("[data-next]").click(); })"""


def answer_without_script(page):
    for question in page.locator("fieldset.survey__question").all():
        question.locator("input").first.check()


# --- The editor ---

SAVED = ".w-autosave-indicator[data-w-autosave-state-value=saved]"
# The answers to what the editor saves arrive three seconds late.
WEAK_LINE = """const send = window.fetch;
window.fetch = (...sent) => send(...sent).then(answer =>
    sent[1]?.method?.toLowerCase() === "post" ? new Promise(go => setTimeout(() => go(answer), 3000)) : answer);"""


@pytest.fixture
def write(commune, open_page):
    """An officer who begins an article; `weak`: on a weak line."""

    def write(weak=False):
        page = open_page(DESK)
        log_in(page, "author")
        if weak:
            page.add_init_script(WEAK_LINE)
        page.goto(f"/quan-tri/pages/add/news/newspage/{commune.folder(commune.women).pk}/")
        page.wait_for_timeout(2500)  # the editor takes what stands there until then for what it began with
        page.fill("#id_title", "Hai mươi chị em ươm hoa")
        page.keyboard.press("Tab")
        return page

    return write


def fill_in(page, commune):
    page.fill("#id_summary", "Một vườn ươm chung, hoa cho cả đường làng.")
    body = page.locator("[data-contentpath=body]").first
    body.locator(".c-sf-add-button").first.click()
    page.get_by_role("option", name="Đoạn văn", exact=True).last.click()
    body.locator("[contenteditable=true]").first.click()
    page.keyboard.type("Hoa mười giờ.")
    page.select_option("#id_topic", str(commune.topic.pk))


def send_to_approval(page):
    page.get_by_role("button", name="Gửi duyệt").click()


def is_sent(page):
    page.wait_for_url(re.compile(r"/quan-tri/pages/\d+/$"))
    return NewsPage.objects.get(draft_title="Hai mươi chị em ươm hoa").current_workflow_state is not None


def test_sent_before_the_first_autosave_answered_is_one_article(commune, write):
    """Before: two articles, one sent and one draft."""
    page = write(weak=True)
    fill_in(page, commune)
    page.wait_for_timeout(1000)  # the first save is on its way
    send_to_approval(page)
    assert is_sent(page)


def test_required_field_left_empty_while_it_saves_warns_of_no_other_window(commune, write):
    """Before: "a newer version", of her own save that arrived behind."""
    page = write(weak=True)
    page.wait_for_timeout(1000)
    send_to_approval(page)
    expect(page.locator(".messages .error")).to_contain_text("Xin sửa các ô báo lỗi", timeout=20_000)
    page.wait_for_timeout(2500)
    fill_in(page, commune)
    page.locator(SAVED).wait_for()
    expect(page.locator("#w-save-confirmation-dialog")).not_to_be_visible()
    send_to_approval(page)
    assert is_sent(page)


def test_session_that_ends_is_said_and_she_signs_in_beside_her_article(commune, write):
    """Before: "a fault of the server"; sent, it led to the page to sign in, and the article was gone."""
    page = write()
    page.locator(SAVED).wait_for()
    page.context.clear_cookies(name="sessionid")
    fill_in(page, commune)
    expect(page.locator(".editor-told")).to_contain_text("Phiên đăng nhập đã hết")
    send_to_approval(page)
    sign_in = page.frame_locator(".editor-sign-in iframe")
    sign_in.locator("[name=username]").fill("author")
    sign_in.locator("[name=password]").fill("mat-khau-thu-1")
    sign_in.locator("button[type=submit]").click()
    assert is_sent(page)
    assert "Hoa mười giờ." in str(NewsPage.objects.get().get_latest_revision_as_object().body)


def test_lost_line_is_said_in_words_and_saved_when_it_is_back(commune, write):
    page = write()
    page.locator(SAVED).wait_for()
    page.context.set_offline(True)
    fill_in(page, commune)
    expect(page.locator(".editor-told")).to_contain_text("mất mạng")
    send_to_approval(page)
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    assert is_sent(page)
