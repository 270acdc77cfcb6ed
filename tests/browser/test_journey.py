"""An officer writes, a second person returns and then approves, a visitor reads it on a phone and finds it by her village."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from news.models import NewsPage
from tests.browser.conftest import DESK, PHONE
from tests.factories import picture_bytes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

TITLE = "Hai mươi chị em Trại Sen ươm hoa"


def log_in(page, username):
    page.goto("/quan-tri/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", "mat-khau-thu-1")
    page.click("button[type=submit]")
    page.wait_for_url("**/quan-tri/")


def choose_picture(page, button, path):
    button.click()
    dialog = page.locator(".modal.in, .modal-dialog").last
    dialog.get_by_role("tab").nth(1).click()
    dialog.locator("input[type=file]").set_input_files(path)
    expect(dialog.locator("[name$=title]")).not_to_have_value("")  # filled in from the file's name
    dialog.locator("#tab-upload button[type=submit]").click()
    dialog.wait_for(state="hidden")


# A message that still fades in has the contrast of a shadow.
SETTLED = """Promise.allSettled(document.getAnimations()
    .filter(each => each.effect.getComputedTiming().iterations !== Infinity).map(each => each.finished))"""


def serious(page):
    page.evaluate(SETTLED)
    results = Axe().run(page)
    return [
        f"{v['id']} {[node['html'][:120] for node in v['nodes']]}"
        for v in results.response["violations"]
        if v["impact"] in {"serious", "critical"}
    ]


def test_article_from_the_officer_to_the_visitor(commune, open_page, tmp_path):
    paths = []
    for name, colour in (("hoa.jpg", "#b3201f"), ("vuon.jpg", "#2f6b3a")):
        Path(tmp_path / name).write_bytes(picture_bytes(1600, 1000, colour=colour))
        paths.append(tmp_path / name)

    # The officer writes, with two pictures, and sends it to approval.
    author = open_page(DESK)
    log_in(author, "author")
    author.get_by_role("link", name=re.compile("Viết bài mới|New article")).click()
    author.fill("#id_title", TITLE)
    author.fill("#id_summary", "Một vườn ươm chung, hoa cho cả đường làng.")
    choose_picture(
        author,
        author.locator("#panel-child-content-child-lead_picture-content, [id*=lead]").get_by_role("button").first,
        paths[0],
    )
    author.fill("#id_lead_alt", "Chị em trồng hoa bên đường")
    add_text_and_picture(author, paths[1])
    author.select_option("#id_topic", str(commune.topic.pk))
    author.locator("#id_village_links-ADD").click()
    author.select_option("#id_village_links-0-village", str(commune.village.pk))
    submit_for_approval(author)
    page = NewsPage.objects.get(draft_title=TITLE)
    assert not page.live

    # The chair returns it with a reason.
    chair = open_page(DESK)
    log_in(chair, "chair")
    chair.get_by_role("link", name=TITLE).first.click()
    chair.get_by_label("Cần sửa gì?").fill("Xin thêm ngày tổ chức.")
    chair.get_by_role("button", name="Trả lại người viết").click()
    chair.get_by_text("Đã trả bài").wait_for()

    # The officer finds the reason, corrects and sends again.
    author.goto("/quan-tri/")
    author.get_by_text("Xin thêm ngày tổ chức.").wait_for()
    author.get_by_role("link", name=TITLE).first.click()
    author.get_by_text("Xin thêm ngày tổ chức.").first.wait_for()
    author.fill("#id_summary", "Từ 21/11/2026: một vườn ươm chung, hoa cho cả đường làng.")
    submit_for_approval(author)

    # The chair approves the new version.
    chair.goto("/quan-tri/")
    chair.get_by_role("link", name=TITLE).first.click()
    chair.frame_locator("iframe.approval__preview").get_by_text("Từ 21/11/2026").first.wait_for()
    chair.get_by_role("button", name="Duyệt và đăng").click()
    chair.get_by_text("Đã duyệt và đăng").wait_for()

    # A visitor finds it under her village, on a phone, with JavaScript off, and reads it.
    phone = open_page(PHONE, java_script_enabled=False)
    phone.goto("/thon/dong-thuong/")
    phone.get_by_role("link", name=TITLE).first.click()
    assert phone.get_by_role("heading", level=1).inner_text() == TITLE
    assert phone.get_by_text("Hoa mười giờ và cúc mặt trời.").is_visible()
    assert phone.locator("main img").count() >= 2
    phone.goto("/tin-tuc/?thon=dong-thuong")
    assert phone.get_by_role("link", name=TITLE).count() >= 1


def add_text_and_picture(page, path):
    body = page.locator("[data-contentpath=body]").first
    add_block(page, body.locator(".c-sf-add-button").first, "Đoạn văn")
    editor = body.locator("[contenteditable=true]").first
    editor.click()
    page.keyboard.type("Hoa mười giờ và cúc mặt trời.")
    add_block(page, body.locator(".c-sf-add-button:visible").last, "Ảnh")
    choose_picture(page, body.get_by_role("button", name=re.compile("Chọn.*ảnh")).last, path)
    body.locator("[name$='-value-image-alt_text']").fill("Vườn ươm của thôn")


def add_block(page, button, name):
    button.click()
    page.get_by_role("option", name=name, exact=True).last.click()


def submit_for_approval(page):
    page.get_by_role("button", name="Gửi duyệt").click()
    page.wait_for_url(re.compile(r"/quan-tri/pages/\d+/$"))


@pytest.mark.parametrize("shape", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/tin-tuc/",
        "/tin-tuc/hoi-phu-nu/duong-hoa/",
        "/thon/dong-thuong/",
        "/to-chuc/",
        "/phong-trao/",
        "/khong-co/",
    ],
)
def test_page_is_accessible_and_fits(commune, open_page, shape, path):
    from tests.factories import make_article, make_image

    make_article(
        commune.folder(commune.women),
        title="Đường hoa",
        topic=commune.topic,
        lead_image=make_image(),
        lead_alt="Đường hoa",
        villages=[commune.village],
    )
    page = open_page(shape)
    page.goto(path)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= shape["viewport"]["width"]
