"""Files are refused before the disk is full; words go through."""

import os
import shutil
from collections import namedtuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core import disk
from feedback.models import Case, PendingUpload
from tests.factories import picture_bytes
from tests.feedback import test_public
from tests.feedback.test_public import words

Usage = namedtuple("Usage", "total used free")
GB = 2**30
post = test_public.post  # the fixture


@pytest.fixture
def nearly_full(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(100 * GB, 0, disk.LARGEST_RESERVE + 10))


@pytest.mark.parametrize(
    ("total", "free", "reserve", "size", "fits"),
    [
        (100 * GB, 2 * GB, 0, GB, True),
        (100 * GB, GB, 0, GB, False),  # 500 MB stay
        (2 * GB, GB, 0, GB // 2, True),  # of a small disk a twentieth
        (2 * GB, GB, 0, GB - GB // 20, False),
        (100 * GB, GB, 900 * 2**20, 200 * 2**20, False),  # as the operator says
    ],
)
def test_reserve(monkeypatch, settings, tmp_path, total, free, reserve, size, fits):
    settings.DATA_DIR, settings.DISK_RESERVE = tmp_path / "not" / "yet", reserve
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(total, 0, free))
    assert disk.has_room(size) is fits


@pytest.mark.parametrize("size", [1000, 3_000_000], ids=["in memory", "in a file"])
def test_photo_without_room_is_named_and_the_words_go_through(post, nearly_full, size):
    photo = picture_bytes(40, 40) + os.urandom(size)
    page = post(photos=[SimpleUploadedFile("cống.jpg", photo, "image/jpeg")], name="Bà Dấu")
    assert page.status_code == 422
    assert "“cống.jpg” chưa nhận được" in words(page)
    assert "Bà Dấu" in words(page)  # which comes after the photos
    assert not PendingUpload.objects.exists()
    assert post(name="Bà Dấu").status_code == 302
    assert Case.objects.get().text == "Cống ở ngõ 3 tắc đã hai tuần."


def test_admin_refuses_files_without_room(commune, nearly_full):
    officer = commune.client("author")
    collection = commune.folder(commune.women).unit.collection_id
    picture = {
        "title": "Ảnh",
        "file": SimpleUploadedFile("a.jpg", picture_bytes(), "image/jpeg"),
        "collection": collection,
    }
    paper = {"title": "Tệp", "file": SimpleUploadedFile("a.pdf", b"%PDF-1.4" + b"0" * 99), "collection": collection}
    for name, data in (("wagtailimages:add", picture), ("wagtaildocs:add", paper)):
        assert "chưa nhận được" in words(officer.post(reverse(name), data))
    assert not get_image_model().objects.exists()
    assert not get_document_model().objects.exists()
