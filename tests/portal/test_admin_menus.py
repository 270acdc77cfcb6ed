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
SEARCHING = ["Tìm kiếm", "Đưa lên đầu", "Từ cùng nghĩa", "Bà con tìm không thấy"]
MENUS = {
    "villager": [*WRITING, *REPORTS],
    "author": [*WRITING[:3], "Khảo sát", *WRITING[3:], *REPORTS],
    "reader": ["Ý kiến bà con", "Chờ duyệt", "Mô hình tiêu biểu", "Khảo sát"],
    "it": ["Tổ chức", "Phân công", *SEARCHING, "Cài đặt", "Người dùng", "Trang tin", "Chuyển hướng", *COMMUNE[1:]],
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


@pytest.mark.parametrize("person", MENUS)
def test_menu_holds_the_work_of_a_role_and_every_entry_opens(commune, person):
    client = commune.client(person)
    page = client.get("/quan-tri/").content.decode()
    props = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page, re.DOTALL)
    [menu] = [module for module in json.loads(props[1])["modules"] if module["_type"].endswith("MainMenuModule")]
    found = list(entries(menu["_args"][0]))
    assert [label for label, _address in found] == MENUS[person]
    for _label, address in found:
        if address:
            opened = client.get(address, follow=True)
            assert (opened.status_code, opened.request["PATH_INFO"].startswith(address)) == (200, True), address
            assert re.search(r"<title>\s*\w", opened.content.decode()), f"{address}: its tab has no title"
