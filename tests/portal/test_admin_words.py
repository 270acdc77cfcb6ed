"""What an officer reads on Wagtail's own screens, where their words were wrong for her."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_article

pytestmark = pytest.mark.django_db


def read(client: Any, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("person", ["villager", "author", "reader", "it", "chair"])
def test_handbook_opens_from_the_side_bar_with_its_parts(commune, person):
    page = read(commune.client(person), reverse("handbook"))
    for part in ["Hẹn giờ đăng", "Sao chép bài cũ", "Gỡ bài xuống", "Bản tiếng Anh", "Thông báo khẩn"]:
        [anchor] = re.findall(rf'<a href="#([^"]+)">{part}</a>', page)
        assert f'<h2 id="{anchor}">{part}</h2>' in page


def test_settings_do_not_name_a_version(commune):
    assert "Wagtail v" not in read(commune.client("chair"), "/quan-tri/")


def test_page_that_nothing_leads_to_says_nothing_of_it(commune):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    client = commune.client("chair")
    for name in ["edit", "unpublish", "delete"]:
        assert " 0 nơi" not in read(client, reverse(f"wagtailadmin_pages:{name}", args=[page.pk])), name


def test_history_marks_one_line_as_the_present_draft(commune):
    page = make_article(commune.folder(commune.women), topic=commune.topic, live=False)
    revision = page.save_revision(user=commune.users["author"], log_action=True)
    page.save_revision(user=commune.users["author"], log_action=True, overwrite_revision=revision)
    history = read(commune.client("author"), reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert history.count("Bản nháp hiện tại") == 1


def test_report_of_old_pages_names_people_in_full(commune):
    client, address = commune.client("chair"), reverse("wagtailadmin_reports:aging_pages")
    client.get(address)
    asked = []
    for number in range(2):
        for _page in range(1 + 3 * number):
            page = make_article(commune.folder(commune.women), topic=commune.topic)
            page.save_revision(user=commune.users["chair"]).publish(
                user=commune.users["chair"], skip_permission_checks=True
            )
        with CaptureQueriesContext(connection) as queries:
            report = read(client, address)
        asked.append(sum('"accounts_user"' in query["sql"] for query in queries))
    assert str(commune.users["chair"]) in report
    assert f">{commune.users['chair'].username}<" not in re.sub(r"\s", "", report)
    assert len(set(asked)) == 1  # however many pages


def test_front_of_another_language_is_named_in_the_officers_language(commune):
    assert "Trang chủ (Tiếng Anh)" in read(commune.client("chair"), reverse("wagtailadmin_explore_root"))
