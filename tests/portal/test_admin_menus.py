"""What each role finds in the side bar: its work in the order of the work, and nothing that does not open."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.django_db

WRITING = ["Trang", "Ý kiến bà con", "Mô hình tiêu biểu", "Ảnh", "Tài liệu"]
REPORTS = ["Báo cáo", "Quy trình duyệt", "Nhật ký trang tin", "Trang lâu chưa cập nhật"]
COMMUNE = ["Cài đặt", "Xã", "Mục lục"]
SEARCHING = ["Bà con tìm gì", "Đưa lên đầu", "Từ cùng nghĩa", "Bà con tìm không thấy"]
MENUS = {
    "villager": [*WRITING, *REPORTS],
    "author": [*WRITING[:3], "Khảo sát", *WRITING[3:], *REPORTS],
    "reader": ["Ý kiến bà con", "Chờ duyệt", "Mô hình tiêu biểu", "Khảo sát"],
    "it": ["Tổ chức", "Phân công", *SEARCHING, "Cài đặt", "Người dùng", "Chuyển hướng", *COMMUNE[1:]],
    "chair": [
        *("Trang", "Ý kiến bà con", "Chờ duyệt", "Mô hình tiêu biểu", "Khảo sát", "Ảnh", "Tài liệu"),
        *("Tổ chức", "Phân công", "Đơn vị", "Các thôn", "Chủ đề", "Phong trào"),
        *("Thời hạn", "Thời hạn trả lời", "Ngày nghỉ", *SEARCHING),
        *(REPORTS[0], "Trang đang khóa", *REPORTS[1:]),
        *(*COMMUNE, "Chỉ tiêu mô hình", "Loại văn bản", "Loại mô hình", "Tiêu chí đánh giá"),
    ],
}


def entries(items: list[Any]) -> Iterator[tuple[str, str | None]]:
    """The entries of a menu with their addresses, those of its submenus after it."""
    for item in items:
        own, *rest = item["_args"]
        yield own["label"], own.get("url")
        for submenu in filter(lambda each: isinstance(each, list), rest):
            yield from entries(submenu)


def side_bar(client: Any) -> dict[str, Any]:
    """The parts of the side bar by their kind."""
    page = client.get("/quan-tri/").content.decode()
    props = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page, re.DOTALL)
    return {module["_type"].rpartition(".")[2]: module["_args"] for module in json.loads(props[1])["modules"]}


@pytest.mark.parametrize("person", MENUS)
def test_menu_holds_the_work_of_a_role_and_every_entry_opens(commune, person):
    client = commune.client(person)
    found = list(entries(side_bar(client)["MainMenuModule"][0]))
    assert [label for label, _address in found] == [*MENUS[person], "Hướng dẫn"]
    for _label, address in found:
        if address:
            opened = client.get(address, follow=True)
            assert (opened.status_code, opened.request["PATH_INFO"].startswith(address)) == (200, True), address
            assert re.search(r"<title>\s*\w", opened.content.decode()), f"{address}: its tab has no title"


@pytest.mark.parametrize(
    ("person", "finds"),
    [("chair", "pages/search"), ("villager", "pages/search"), ("reader", "y-kien"), ("it", "users")],
)
def test_box_in_the_side_bar_searches_what_one_may_open(commune, person, finds):
    """A leader's led to the refusal of a search of pages."""
    client = commune.client(person)
    box = side_bar(client)["SearchModule"]
    opened = client.get(box[0], {"q": "rac"})
    assert (box[0], opened.status_code) == (f"/quan-tri/{finds}/", 200)
    assert re.search(rf'<form[^>]*action="{box[0]}"[^>]*role="search"', client.get("/quan-tri/").content.decode())
