"""A demo and a commune's site keep away from each other; database, folder and keys that do not belong together are told at once."""

import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from core import installation
from core.models import Installation
from feedback import services
from feedback.models import Attachment, PendingUpload
from feedback.models.files import private_storage
from feedback.services import files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR, settings.PRIVATE_ROOT, settings.DEMO = tmp_path, tmp_path / "private", False
    return tmp_path


def test_new_installation_is_marked_once(folder):
    installation.establish()
    number = json.loads((folder / installation.MARK).read_text())["number"]
    installation.establish()
    assert str(Installation.objects.get().number) == number
    assert installation.faults() == []


def test_other_keys_are_told(settings):
    installation.establish()
    settings.FIELD_KEYS = [Fernet.generate_key().decode()]
    assert installation.faults() == [installation.KEYS_DO_NOT_FIT]


def test_added_key_is_right(settings):
    installation.establish()
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]
    assert installation.faults() == []


def test_other_receipt_key_is_told(settings):
    installation.establish()
    settings.RECEIPT_KEY = "another"
    assert installation.faults() == [installation.KEYS_DO_NOT_FIT]


def test_folder_of_another_installation_is_told(folder):
    installation.establish()
    (folder / installation.MARK).write_text(json.dumps({"number": "another", "is_demo": False}))
    assert "hai nơi cài đặt khác nhau" in str(installation.faults()[0])


def test_database_of_nobody_beside_a_marked_folder_is_told_and_not_marked(folder):
    (folder / installation.MARK).write_text(json.dumps({"number": "another", "is_demo": False}))
    installation.establish()
    assert not Installation.objects.exists()
    assert len(installation.faults()) == 1


@pytest.mark.parametrize(
    ("made_as", "used_as", "fits"),
    [(True, False, False), (False, True, False), (True, True, True), (False, False, True), (True, None, True)],
)
def test_demo_and_commune_keep_apart(settings, made_as, used_as, fits):
    settings.DEMO = made_as
    installation.establish()
    settings.DEMO = used_as
    assert (installation.faults() == []) is fits


def test_tidy_touches_nothing_where_keys_and_database_do_not_fit(settings, folder):
    installation.establish()
    settings.RECEIPT_KEY = "another"
    with pytest.raises(CommandError, match="FIELD_KEYS"):
        call_command("tidy")


def stored(number: int) -> list[Path]:
    storage = private_storage()
    return [Path(storage.path(storage.save("feedback/x", ContentFile(b"x")))) for _file in range(number)]


@pytest.fixture
def long_ago(monkeypatch: Any, folder: Path) -> None:
    """Every file is older than a day."""
    monkeypatch.setattr(files, "PENDING_LIVES", files.PENDING_LIVES * 0)
    storage = private_storage()
    monkeypatch.setattr(type(storage), "location", property(lambda self: str(folder / "private")), raising=False)
    monkeypatch.setattr(type(storage), "base_location", property(lambda self: str(folder / "private")), raising=False)


def test_few_files_without_a_row_are_put_aside(folder, long_ago):
    paths = stored(3)
    assert services.sweep() == 3
    assert not any(path.exists() for path in paths)
    assert sum(path.is_file() for path in (folder / "aside").rglob("*")) == 3


def test_many_files_without_a_row_are_a_wrong_database_and_stay(folder, long_ago):
    paths = stored(files.FEW_ORPHANS + 1)
    assert not PendingUpload.objects.exists()
    assert not Attachment.objects.exists()
    assert services.sweep() == 0
    assert all(path.exists() for path in paths)
