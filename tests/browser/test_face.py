"""The face: weight, silence, and axe on every kind of public page, light and dark, at 200 % zoom, with what editors throw at it."""

import gzip
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from wagtail.rich_text import RichText

from feedback import services as feedback
from feedback.models import Case
from home.services import open_page
from models_showcase import services as showcase
from models_showcase.models import Criterion
from movements.models import Campaign
from organisations.models import Village
from tests.browser.conftest import DESK, PHONE
from tests.factories import make_article, make_deed, make_document, make_event, make_image, make_model
from tests.feedback.conftest import draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

CSS_KB, SCRIPT_KB, PAGE_KB, FONT_KB = 22, 12, 56, 40
LONG_WORD = "Nghiêngnghiêng" * 14  # a title of 200 letters without a space


@pytest.fixture
def addresses(commune: Any) -> dict[str, str]:
    """One address of every kind of public page, each with something that is hard to set."""
    text = ("text", RichText("<p>" + "Bà con cùng làm, cùng bàn, cùng giám sát. " * 40 + "</p>"))
    blocks = [block for number in range(14) for block in (("heading", f"Việc thứ {number + 1}"), text)]
    article = make_article(
        commune.folder(commune.women),
        title="Đường hoa",
        topic=commune.topic,
        villages=[commune.village],
        lead_image=make_image(),
        body=[*blocks, ("gallery", {"title": "", "pictures": [{"image": make_image()} for _picture in range(3)]})],
    )
    odd = make_article(commune.folder(commune.farmers), title=LONG_WORD[:200], topic=commune.topic, body=[])
    campaign = Campaign.objects.create(name="Toàn dân đoàn kết", slug="toan-dan", lead=commune.women)
    case = feedback.submit(
        feedback.Submission(
            key=Case().random_id, kind="question", text="Hỏi.", village=commune.village, may_publish=True, about=article
        )
    )
    public = {"publish": True, "public_question": "Bao giờ làm?", "public_answer": "Tháng Chạp."}
    feedback.propose(case, by=commune.users["chair"], draft=draft(**public))
    feedback.approve(case, by=commune.users["deputy"])
    gone = make_article(commune.folder(commune.women), title="Bài đã gỡ", topic=commune.topic)
    gone_url = gone.url
    gone.unpublish()
    link = case.receipt.token
    model = showcased_model(commune)
    event = make_event(
        commune.folder(commune.committee, section="lich"),
        title=LONG_WORD[:120],
        called_off="Mưa.",
        villages=[commune.village],
    )
    new = make_document(commune.folder(commune.committee, section="van-ban"), number="2/KH")
    old = make_document(commune.folder(commune.committee, section="van-ban"), number="1/KH", replaced_by=new)
    deed = make_deed(commune.folder(commune.women, section="guong-sang"), village=commune.village, level="commune")
    return {
        "home": "/",
        "list": "/tin-tuc/",
        "empty list": "/tin-tuc/?nam=1999",
        "page too far": "/tin-tuc/?page=999999",
        "folder": "/tin-tuc/hoi-phu-nu/",
        "article": article.url,
        "long word": odd.url,
        "villages": "/thon/",
        "village": open_page(commune.village).url,
        "empty village": open_page(commune.other_village).url,
        "units": "/to-chuc/",
        "unit": open_page(commune.women).url,
        "campaigns": "/phong-trao/",
        "campaign": open_page(campaign).url,
        "about": "/gioi-thieu/",
        "accessibility": "/tro-nang/",
        "models": "/mo-hinh/",
        "models narrowed to nothing": "/mo-hinh/?nam=1999&thon=trai-sen",
        "model": model.url,
        "targets": "/mo-hinh/chi-tieu/",
        "good deeds": "/guong-sang/",
        "good deed": deed.url,
        "nomination": "/gop-y/de-cu/",
        "documents": "/van-ban/",
        "document": old.url,
        "calendar": "/lich/",
        "month": f"/lich/?thang={event.first_day:%Y-%m}",
        "empty month": "/lich/?thang=2024-02",
        "event": event.url,
        "answers": "/hoi-dap/",
        "answer": case.answers.get().get_absolute_url(),
        "search": "/tim-kiem/",
        "found": "/tim-kiem/?q=thung+rac&thon=dong-thuong",
        "found nothing": f"/tim-kiem/?q={LONG_WORD}",
        "copy": f"/gop-y/lam-theo/{model.pk}/",
        "form": "/gop-y/",
        "look-up": "/gop-y/tra-cuu/",
        "receipt": f"/gop-y/phieu/{link}/",
        "case": f"/gop-y/ho-so/{link}/",
        "not found": "/khong-co/",
        "gone": gone_url,
        "english": "/en/",
    }


def showcased_model(commune: Any) -> Any:
    """A model with an evaluation and a chain of sixty who copied it, half of them one from another."""
    model = make_model(
        commune.folder(commune.women, section="mo-hinh"),
        topic=commune.topic,
        village=commune.village,
        needs="Hai thùng.",
        mistakes="Phát thùng trước khi bàn.",
        cost=0,
    )
    draft = showcase.EvaluationDraft(
        2025, commune.committee, "spread", "Rác giảm.", "Sổ cân.", dict.fromkeys(Criterion.objects.all(), 20)
    )
    evaluation = showcase.write_evaluation(model, by=commune.users["chair"], draft=draft)
    showcase.approve(evaluation, by=commune.users["deputy"], seen=1)
    last = None
    for number in range(60):
        village = Village.objects.create(slug=f"thon-{number}", name=f"Thôn Tân Thượng Hạ Cầu {number}")
        adoption = showcase.AdoptionDraft(date(2025, 6, 1), village=village, copied_from=last if number < 30 else None)
        last = showcase.record_adoption(model, by=commune.users["author"], draft=adoption)
    return model


def violations(page: Any) -> list[str]:
    """All that axe finds, the slight things too."""
    return [violation["id"] for violation in Axe().run(page).response["violations"]]


def visit(page: Any, url: str) -> None:
    page.goto(url, wait_until="load")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(addresses, open_page, scheme):
    page = open_page(PHONE, color_scheme=scheme)
    found = {}
    for name, url in addresses.items():
        visit(page, url)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        if ids := violations(page):
            found[name] = ids
    assert not found


def test_pages_hold_at_twice_the_size(addresses, open_page):
    """200 % zoom of a window of 1280 pixels leaves 640 of them: nothing is cut off, nothing scrolls sideways; so with large type."""
    page = open_page({"viewport": {"width": 320, "height": 640}, "locale": "vi-VN"})
    page.add_init_script("localStorage.textSize = '2'")
    for name, url in addresses.items():
        visit(page, url)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "20.8px"
    assert violations(page) == []


def test_size_of_type_is_changed_and_remembered(addresses, open_page):
    page = open_page(PHONE)
    visit(page, "/")
    size = "getComputedStyle(document.documentElement).fontSize"
    before = page.evaluate(size)
    page.get_by_role("button", name="Chữ to hơn").click()
    assert page.evaluate(size) > before
    visit(page, "/tin-tuc/")
    assert page.evaluate(size) > before
    page.get_by_role("button", name="Chữ nhỏ hơn").click()
    assert page.evaluate(size) == before


def test_first_visit_is_light_silent_and_asks_nobody_else(addresses, open_page, live_server):
    page = open_page(PHONE)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    responses: list[Any] = []
    page.on("response", lambda response: responses.append(response))  # Playwright cannot wrap a built-in
    visit(page, addresses["article"])
    weights: dict[str, float] = {}
    for response in responses:
        kind = response.request.resource_type
        weights[kind] = weights.get(kind, 0) + len(gzip.compress(response.body(), 6)) / 1000
    hosts = {response.url.split("/")[2] for response in responses}
    assert responses[0].header_value("content-encoding") == "gzip"
    assert said == []
    assert hosts == {live_server.url.split("/")[2]}
    assert weights["stylesheet"] <= CSS_KB
    assert weights["script"] <= SCRIPT_KB
    assert weights["document"] + weights["stylesheet"] + weights["script"] <= PAGE_KB
    assert weights["font"] <= FONT_KB


def test_gallery_works_by_keyboard_without_script(addresses, open_page):
    page = open_page(DESK, java_script_enabled=False)
    visit(page, addresses["article"])
    page.get_by_role("link", name="Xem ảnh đầy đủ").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/media/images/**")


def test_contents_lead_to_the_headings(addresses, open_page):
    page = open_page(PHONE, java_script_enabled=False)
    visit(page, addresses["article"])
    page.get_by_text("Trong trang này").click()
    page.get_by_role("link", name="Việc thứ 9").click()
    assert page.url.endswith("#viec-thu-9")
    assert page.get_by_role("heading", name="Việc thứ 9").is_visible()


def test_every_page_has_a_picture_to_share(addresses, client):
    for name, url in addresses.items():
        html = client.get(url).content.decode()
        private = name in {"receipt", "case", "not found", "gone"}
        assert ('property="og:image"' in html) is not private, name
