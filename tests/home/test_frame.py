"""The frame around every page: menus, urgent notice, foot."""

import re
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import MenuEntry, Menus, StandardPage
from organisations.models import Commune

pytestmark = pytest.mark.django_db
SETTINGS = "/quan-tri/settings"


def words(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def foot(response: Any) -> str:
    return words(response).split('class="site-footer"')[1]


def set_commune(**values: Any) -> Commune:
    commune = Commune.load()
    for name, value in values.items():
        setattr(commune, name, value)
    commune.save()
    return commune


def test_menus_begin_with_the_sections(commune, client):
    titles = [entry["title"] for entry in client.get("/").context["menus"]["main"]]
    assert titles == [
        "Tin tức",
        "Mô hình",
        "Gương sáng",
        "Phong trào",
        "Các thôn",
        "Tổ chức",
        "Lịch",
        "Văn bản",
        "Hỏi đáp",
        "Giới thiệu",
    ]
    assert '<a href="/gop-y/tra-cuu/">Tra cứu ý kiến</a>' in foot(client.get("/"))
    english = client.get("/en/").context["menus"]
    assert [entry["url"] for entry in english["main"]][:2] == ["/en/tin-tuc/", "/en/mo-hinh/"]
    assert [(entry["title"], entry["url"]) for entry in english["foot"]] == [
        ("Accessibility", "/en/tro-nang/"),
        ("Look up", "/en/gop-y/tra-cuu/"),
        ("Surveys", "/en/khao-sat/"),
    ]


def test_menu_follows_what_the_committee_arranges(commune, client):
    page = StandardPage(title="Hỏi nhanh đáp gọn", slug="hoi-nhanh")
    commune.home.add_child(instance=page)
    menus = Menus.load()
    menus.entries.all().delete()
    MenuEntry.objects.create(menus=menus, page=page, label="Hỏi nhanh", label_en="Quick answers", sort_order=1)
    MenuEntry.objects.create(menus=menus, address="https://baochinhphu.vn/", label="Báo", sort_order=0)
    response = client.get("/hoi-nhanh/")
    assert response.context["menus"]["main"] == [
        {"title": "Báo", "url": "https://baochinhphu.vn/", "active": False},
        {"title": "Hỏi nhanh", "url": "/hoi-nhanh/", "active": True},
    ]
    # Not translated: the Vietnamese page at its English address, under the English label.
    assert client.get("/en/").context["menus"]["main"][1]["title"] == "Quick answers"
    assert client.get("/en/").context["menus"]["main"][1]["url"] == "/en/hoi-nhanh/"
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert [entry["title"] for entry in client.get("/").context["menus"]["main"]] == ["Báo"]


@pytest.mark.parametrize(("name", "may"), [("chair", True), ("it", True), ("author", False), ("reader", False)])
def test_who_arranges_menus(commune, name, may):
    response = commune.client(name).get(f"{SETTINGS}/home/menus/{Menus.load().pk}/")
    assert (response.status_code == 200) is may


def test_entry_needs_page_or_address(commune):
    client = commune.client("chair")
    address = f"{SETTINGS}/home/menus/{Menus.load().pk}/"
    data = {
        "entries-TOTAL_FORMS": 1,
        "entries-INITIAL_FORMS": 0,
        "entries-0-place": "main",
        "entries-0-ORDER": 1,
        "entries-0-label": "Không đi đâu",
    }
    assert "Chọn một trang, hoặc ghi một địa chỉ" in words(client.post(address, data))
    assert client.post(address, {**data, "entries-0-address": "/rss/"}).status_code == 302
    assert MenuEntry.objects.get(label="Không đi đâu").address == "/rss/"


def test_urgent_notice_stands_above_every_page_until_its_time_is_over(commune, client):
    soon = timezone.now() + timezone.timedelta(hours=2)
    set_commune(urgent_text="Tối nay bão vào, bà con chằng mái nhà.", urgent_until=soon, urgent_link="/tin-tuc/")
    for url in ("/", "/tin-tuc/", "/gop-y/", "/en/", "/khong-co/"):
        assert "chằng mái nhà" in words(client.get(url))
    set_commune(urgent_text_en="A storm tonight.")
    assert "A storm tonight." in words(client.get("/en/"))
    set_commune(urgent_until=timezone.now() - timezone.timedelta(seconds=1))
    assert "chằng mái nhà" not in words(client.get("/"))


def test_urgent_notice_needs_an_end(commune):
    address = f"{SETTINGS}/organisations/commune/{Commune.load().pk}/"
    values = {"name": "Xã Kẻ Sặt", "organisation": "Ủy ban", "urgent_text": "Bão"}
    assert "hiện đến lúc nào" in words(commune.client("chair").post(address, values))


def test_foot_says_whose_site_it_is_and_the_admin_what_is_missing(commune, client):
    assert "còn thiếu" in words(commune.client("chair").get("/quan-tri/"))
    assert "còn thiếu" not in words(commune.client("author").get("/quan-tri/"))
    facts = {
        "responsible_person": "Ông Vũ Đình Khoát",
        "address": "Thôn Chợ Gạch",
        "phone": "0220 3700 100",
        "email": "mttq@keset.example",
        "licence": "Giấy phép số 1",
        "source_note": "Ghi rõ nguồn",
    }
    set_commune(**facts)
    shown = foot(client.get("/"))
    assert not [fact for fact in facts.values() if fact not in shown]
    assert "còn thiếu" not in words(commune.client("chair").get("/quan-tri/"))
