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
from tests.factories import picture_bytes
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


def chosen(citizen):
    return [line.split(" (")[0] for line in citizen.locator(".chosen-files li").all_inner_texts()]


def photo(name):
    return {"name": name, "mimeType": "image/jpeg", "buffer": picture_bytes(colour=f"#{hash(name) % 0xFFFFFF:06x}")}


def test_photos_chosen_one_after_another_go_together(commune, open_page):
    """A phone's camera gives one photo at a time. Before, the second took the place of the first, without a word."""
    citizen = open_page(PHONE)
    citizen.goto("/gop-y/")
    for name in ("anh-a.jpg", "anh-b.jpg", "anh-b.jpg", "anh-c.jpg"):
        citizen.set_input_files("[name=photos]", [photo(name)])
    assert chosen(citizen) == ["anh-a.jpg", "anh-b.jpg", "anh-c.jpg"]
    citizen.get_by_role("button", name="Bỏ ra: anh-b.jpg").click()
    assert chosen(citizen) == ["anh-a.jpg", "anh-c.jpg"]
    assert citizen.evaluate("document.documentElement.scrollWidth") <= 360
    citizen.check("[name=kind][value=report]")
    citizen.fill("[name=text]", "Cống ở ngõ 3 tắc đã hai tuần.")
    citizen.wait_for_timeout(3100)
    send(citizen)
    assert [file.name for file in Case.objects.get().attachments.order_by("pk")] == ["anh-a.jpg", "anh-c.jpg"]


def test_photo_that_did_not_come_along_is_named(commune, open_page):
    """The line was lost, and the form opened anew: words and place were there, the photo was not, and nothing said so."""
    citizen = open_page(PHONE)
    citizen.goto("/gop-y/")
    citizen.fill("[name=text]", "Cống ở ngõ 3 tắc đã hai tuần.")
    citizen.set_input_files("[name=photos]", [photo("anh-a.jpg")])
    citizen.goto("/")
    citizen.goto("/gop-y/")
    expect(citizen.locator("[name=text]")).to_have_value("Cống ở ngõ 3 tắc đã hai tuần.")
    told = citizen.get_by_text("Mời bà con chọn lại, những tệp này chưa đi cùng: anh-a.jpg")
    expect(told).to_be_visible()
    citizen.set_input_files("[name=photos]", [photo("anh-a.jpg")])
    expect(told).to_have_count(0)


def test_words_follow_into_the_other_language(commune, open_page):
    citizen = open_page(PHONE)
    citizen.goto("/gop-y/")
    citizen.check("[name=kind][value=question]")
    citizen.fill("[name=text]", "Bao giờ tiêm phòng dại?")
    citizen.goto("/en/gop-y/")
    expect(citizen.locator("[name=text]")).to_have_value("Bao giờ tiêm phòng dại?")
    expect(citizen.locator("[name=kind][value=question]")).to_be_checked()


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


def test_colleague_who_signs_in_meanwhile_does_not_save_what_is_not_hers(commune, write):
    """Before: "the server could not save it just now", for ever."""
    page = write()
    page.locator(SAVED).wait_for()
    page.context.clear_cookies(name="sessionid")
    log_in(page.context.new_page(), "farmer")  # in another window of the shared computer
    fill_in(page, commune)
    expect(page.locator(".editor-told")).to_contain_text("Đang đăng nhập là Nguyễn farmer")
    send_to_approval(page)
    page.wait_for_timeout(1000)
    assert "Hoa mười giờ." in page.locator("[data-contentpath=body]").first.inner_text()
    assert NewsPage.objects.get(draft_title="Hai mươi chị em ươm hoa").current_workflow_state is None


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
