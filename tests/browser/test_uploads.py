"""Many pictures at once, as an officer drops them into the window."""

import pytest
from playwright.sync_api import expect
from wagtail.images import get_image_model

from tests.browser.conftest import DESK
from tests.browser.test_journey import log_in
from tests.faults.files import KEPT, REFUSED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_pictures_without_an_ending_are_taken_and_each_refusal_is_one_sentence(commune, open_page):
    """Before, the window refused by the name, and asked under every refusal for a description."""
    sent = [KEPT["name of Android"], REFUSED["nothing in it"], REFUSED["half a JPEG"]]
    page = open_page(DESK)
    log_in(page, "author")
    page.goto("/quan-tri/images/multiple/add/")
    files = [{"name": file.name, "mimeType": "image/jpeg", "buffer": file.make()} for file in sent]
    page.set_input_files("#fileupload", files)
    rows = page.locator("#upload-list > li")
    expect(page.locator(".upload-complete")).to_have_count(len(sent))
    expect(rows.nth(0).locator("[name$=title]")).to_have_value("content_1000001234")
    for row, file in enumerate(sent[1:], 1):
        told = [line for line in rows.nth(row).locator("p:visible").all_inner_texts() if line.strip()]
        assert len(told) == 2, told  # that it failed, and why
        assert file.refused in told[1]
    assert get_image_model().objects.count() == 1
