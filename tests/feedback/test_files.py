import uuid
from io import BytesIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image

from feedback import services
from feedback.enums import FileState
from feedback.models import Attachment, PendingUpload
from feedback.models.files import MOST_FILES, private_storage
from tests.factories import picture_bytes
from tests.feedback.conftest import upload

pytestmark = pytest.mark.django_db
DEVICE = "May cua ba Dau"


def photo_with_place() -> bytes:
    """A JPEG that says where it was taken."""
    exif = Image.Exif()
    exif[0x0110] = DEVICE
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (20.0, 55.0, 12.0)
    data = BytesIO()
    Image.new("RGB", (800, 600), "#4a7").save(data, "JPEG", exif=exif)
    return data.getvalue()


def test_place_and_device_are_gone_from_the_photo(send, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    original = photo_with_place()
    assert DEVICE.encode() in original
    services.keep_pending(key, [upload(data=original)])
    with django_capture_on_commit_callbacks(execute=True):
        case = send(key=key)
    attachment = case.attachments.get()
    assert attachment.state == FileState.CLEAN
    with attachment.file.open() as file:
        data = file.read()
    assert not dict(Image.open(BytesIO(data)).getexif())
    assert DEVICE.encode() not in data


def test_original_leaves_the_disk(send, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    [pending], _refused = services.keep_pending(key, [upload(data=photo_with_place())])
    original = pending.file.name
    assert private_storage().exists(original)
    with django_capture_on_commit_callbacks(execute=True):
        send(key=key)
    assert not private_storage().exists(original)


def test_name_on_the_disk_is_random_and_without_address(send):
    [pending], _refused = services.keep_pending(uuid.uuid4(), [upload("../../Nguyễn Thị Dấu.jpg")])
    assert "Dấu" not in pending.file.name
    assert pending.name == "Nguyễn Thị Dấu.jpg"
    with pytest.raises(ValueError, match="no address"):
        _ = pending.file.url


def test_sixth_to_twentieth_photo_are_refused_by_name():
    key = uuid.uuid4()
    photos = [upload(f"anh-{number}.jpg", picture_bytes(60 + number, 40)) for number in range(1, 21)]
    kept, refused = services.keep_pending(key, photos)
    assert [item.name for item in kept] == [f"anh-{number}.jpg" for number in range(1, MOST_FILES + 1)]
    assert len(refused) == 15
    assert "anh-6.jpg" in refused[0]
    assert "anh-20.jpg" in refused[-1]


def test_the_same_photo_twice_is_one():
    kept, refused = services.keep_pending(uuid.uuid4(), [upload("a.jpg"), upload("b.jpg")])
    assert (len(kept), refused) == (1, [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tep.zip", b"PK\x03\x04" + b"0" * 60),
        ("anh.jpg", b"PK\x03\x04" + b"0" * 60),  # a zip renamed
        ("anh.png", b"MZ" + b"0" * 60),
        ("anh.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("rong.jpg", b""),
    ],
)
def test_wrong_kind_is_refused_by_name(name, data):
    kept, refused = services.keep_pending(uuid.uuid4(), [upload(name, data), upload("tot.jpg")])
    assert [item.name for item in kept] == ["tot.jpg"]
    assert name in refused[0]


def test_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("feedback.services.files.LARGEST_FILE", 1000)
    kept, refused = services.keep_pending(uuid.uuid4(), [upload()])
    assert not kept
    assert "cong.jpg" in refused[0]


def test_broken_photo_is_refused_by_the_queue_and_the_words_stay(send, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    services.keep_pending(key, [upload(data=picture_bytes(600, 400)[:400])])
    with django_capture_on_commit_callbacks(execute=True):
        case = send(key=key)
    assert case.attachments.get().state == FileState.REFUSED


def test_pdf_stays_as_it_is(send, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    services.keep_pending(key, [upload("don.pdf", b"%PDF-1.4\n" + b"0" * 100, "application/pdf")])
    with django_capture_on_commit_callbacks(execute=True):
        case = send(key=key)
    attachment = case.attachments.get()
    assert (attachment.state, attachment.kind) == (FileState.CLEAN, "application/pdf")


def test_sending_goes_on_while_the_queue_stands_still(send, settings):
    settings.TASKS = {**settings.TASKS, "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    key = uuid.uuid4()
    services.keep_pending(key, [upload()])
    case = send(key=key)
    attachment = case.attachments.get()
    assert attachment.state == FileState.QUARANTINED
    # The job is kept with the case, and knows only a number.
    job = DBTaskResult.objects.get()
    assert job.args_kwargs == {"args": [attachment.pk], "kwargs": {}}
    services.clean_attachment.call(*job.args_kwargs["args"])  # as the worker does, once it runs
    attachment.refresh_from_db()
    assert attachment.state == FileState.CLEAN
    DBTaskResult.objects.update(status="SUCCESSFUL", enqueued_at=timezone.now() - timezone.timedelta(days=8))
    call_command("tidy")
    assert not DBTaskResult.objects.exists()


def test_tidying_queues_again_what_the_queue_missed(send, monkeypatch):
    key = uuid.uuid4()
    services.keep_pending(key, [upload()])
    case = send(key=key)  # nothing runs after the commit here
    call_command("tidy")
    assert case.attachments.get().state == FileState.QUARANTINED  # it may still be on its way
    monkeypatch.setattr("feedback.services.files.QUEUE_MAY_TAKE", timezone.timedelta(0))
    call_command("tidy")
    assert case.attachments.get().state == FileState.CLEAN


def test_files_of_forms_never_sent_are_swept_after_a_day(django_capture_on_commit_callbacks):
    old, new = uuid.uuid4(), uuid.uuid4()
    [gone], _refused = services.keep_pending(old, [upload()])
    [stays], _refused = services.keep_pending(new, [upload()])
    PendingUpload.objects.filter(pk=gone.pk).update(created_at=timezone.now() - timezone.timedelta(hours=25))
    with django_capture_on_commit_callbacks(execute=True):
        assert services.sweep() == 1
    assert not private_storage().exists(gone.file.name)
    assert private_storage().exists(stays.file.name)
    assert not Attachment.objects.exists()
