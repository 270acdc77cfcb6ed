import struct
import uuid
import zlib
from io import BytesIO
from mimetypes import guess_type
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image

from core import pdf_words
from feedback import services
from feedback.enums import FileState
from feedback.models import Attachment, PendingUpload
from feedback.models.files import MOST_FILES, private_storage
from tests.factories import picture_bytes
from tests.faults import files as faults
from tests.feedback.conftest import upload

pytestmark = pytest.mark.django_db
DEVICE = "May cua ba Dau"
PAPER = faults.PAPERS / "ke-hoach-giam-sat-phan-bien-2026.pdf"


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


DAMAGED = {
    "png with a hole": ("cong.png", lambda: faults.holed("PNG")),
    "heic cut off": ("IMG_0002.HEIC", lambda: faults.encoded(faults.scene(), "HEIF")[:-300]),
    "avif cut off": ("cong.avif", lambda: faults.encoded(faults.scene(), "AVIF")[:-20]),
    "gif cut off": ("cong.gif", lambda: faults.encoded(faults.scene(), "GIF")[:-300]),
}


@pytest.mark.parametrize("case", sorted(DAMAGED))
def test_what_cannot_be_read_is_refused_by_the_queue_and_kept_a_month(
    case, send, client, monkeypatch, django_capture_on_commit_callbacks
):
    """Before, the original was deleted at once."""
    name, damaged = DAMAGED[case]
    key = uuid.uuid4()
    kept, refused = services.keep_pending(key, [upload(name, damaged())])
    assert (len(kept), refused) == (1, [])
    with django_capture_on_commit_callbacks(execute=True):
        case = send(key=key)
    attachment = case.attachments.get()
    assert attachment.state == FileState.REFUSED
    assert (
        "bị đứt giữa chừng, bà con gửi lại giúp" in client.get(f"/gop-y/ho-so/{case.receipt.token}/").content.decode()
    )
    original = attachment.file.name
    services.sweep()
    assert private_storage().exists(original)
    monkeypatch.setattr("feedback.services.files.UNREAD_LIVES", timezone.timedelta(0))
    with django_capture_on_commit_callbacks(execute=True):
        services.sweep()
    assert not private_storage().exists(original)
    assert not case.attachments.get().file


def test_original_stays_when_the_row_cannot_be_written(send, settings, monkeypatch, django_capture_on_commit_callbacks):
    """Somebody else held the lock: the original was gone before the row that points to what was made of it was there."""
    settings.TASKS = {**settings.TASKS, "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    key = uuid.uuid4()
    services.keep_pending(key, [upload(data=photo_with_place())])
    attachment = send(key=key).attachments.get()

    def locked(attachment: Attachment) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as held, django_capture_on_commit_callbacks(execute=True):
        held.setattr(Attachment, "save", locked)
        with pytest.raises(OperationalError):
            services.clean_attachment.call(attachment.pk)

    assert private_storage().exists(Attachment.objects.get().file.name)
    services.clean_attachment.call(attachment.pk)  # the worker tries again
    assert Attachment.objects.get().state == FileState.CLEAN


def test_pdf_stays_as_it_is(send, django_capture_on_commit_callbacks):
    key = uuid.uuid4()
    services.keep_pending(key, [upload("don.pdf", PAPER.read_bytes(), "application/pdf")])
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


def kept_of(send, name, data, callbacks):
    """The file as an officer may have it, once the form was sent and the queue has run."""
    key = uuid.uuid4()
    assert services.keep_pending(key, [upload(name, data)])[1] == []
    with callbacks(execute=True):
        case = send(key=key)
    return case.attachments.get()


@pytest.mark.parametrize("sent", faults.KEPT.values(), ids=faults.KEPT.keys())
def test_picture_shows_what_was_sent_under_a_name_that_fits(
    sent, commune, send, client, django_capture_on_commit_callbacks
):
    attachment = kept_of(send, sent.name, sent.make(), django_capture_on_commit_callbacks)
    assert attachment.state == FileState.CLEAN
    for reader, address in (
        (client, reverse("feedback:attachment", args=[attachment.case.receipt.token, attachment.pk])),
        (commune.client("chair"), reverse("feedback_admin:attachment", args=[attachment.case_id, attachment.pk])),
    ):
        response = reader.get(address)
        data = b"".join(response.streaming_content)
        assert f"filename*=utf-8''{quote(sent.kept)}" in response.headers["Content-Disposition"].replace(
            f'filename="{sent.kept}"', f"filename*=utf-8''{quote(sent.kept)}"
        )
        picture = Image.open(BytesIO(data))
        assert Image.MIME[picture.format] == response.headers["Content-Type"] == guess_type(sent.kept)[0]
        assert sent.shows is None or faults.is_shown(picture, sent.shows())


@pytest.mark.parametrize("sent", faults.REFUSED.values(), ids=faults.REFUSED.keys())
def test_file_is_refused_with_the_true_reason(sent):
    kept, refused = services.keep_pending(uuid.uuid4(), [upload(sent.name, sent.make()), upload("tot.jpg")])
    assert [file.name for file in kept] == ["tot.jpg"]
    assert len(refused) == 1
    assert sent.refused in refused[0]


@pytest.mark.parametrize(
    ("size", "fits"), [(10 * 2**20, True), (10 * 2**20 + 1, False), (10_900_000, False), (40 * 2**20, False)]
)
def test_size_that_is_told_is_over_the_limit(size, fits):
    """Before: "10 MB, at most 10 MB"."""
    data = faults.encoded(faults.scene(), "JPEG")
    _kept, refused = services.keep_pending(uuid.uuid4(), [upload("x.jpg", data + bytes(size - len(data)))])
    assert refused == ([] if fits else ["“x.jpg” nặng hơn 10 MB. Xin gửi tệp nhẹ hơn."])


@pytest.mark.parametrize(
    ("name", "kept"), [("don.pdf", "don.pdf"), ("don", "don.pdf"), ("don.jpg", "don.pdf"), ("đơn.PDF", "đơn.PDF")]
)
@pytest.mark.parametrize("before", [b"", b"\r\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_pdf_is_taken_whatever_stands_before_it(name, kept, before, send, django_capture_on_commit_callbacks):
    """Before: "neither a photo nor a PDF" where anything did."""
    data = before + PAPER.read_bytes()
    attachment = kept_of(send, name, data, django_capture_on_commit_callbacks)
    assert (attachment.name, attachment.kind, attachment.state) == (kept, "application/pdf", FileState.CLEAN)


def bomb() -> bytes:
    """A PDF whose catalogue lies in a stream that unpacks to 300 MB."""
    zipper = zlib.compressobj(9)
    inner = b"1 0 2 40 ".ljust(20) + b"<</Type/Catalog/Pages 2 0 R>>".ljust(40) + b"<</Type/Pages/Kids[]/Count 0>>"
    packed = b"".join([zipper.compress(inner), *(zipper.compress(b" " * 2**20) for _ in range(300)), zipper.flush()])
    first = b"%PDF-1.5\n"
    head = b"3 0 obj<</Type/ObjStm/N 2/First 20/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    body = first + head + packed + b"\nendstream endobj\n"
    entries = [(0, 0, 65535), (2, 3, 0), (2, 3, 1), (1, len(first), 0), (1, len(body), 0)]
    rows = b"".join(struct.pack(">BIH", *entry) for entry in entries)
    table = b"4 0 obj<</Type/XRef/Size 5/W[1 4 2]/Root 1 0 R/Length %d>>stream\n" % len(rows)
    return body + table + rows + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % len(body)


def test_pdf_that_unpacks_to_more_than_a_stranger_may_is_opened_by_nobody_here(
    send, django_capture_on_commit_callbacks
):
    """Before, the queue's worker opened it itself, with three times of it in memory."""
    data = bomb()
    assert pdf_words.opening(BytesIO(data)) is pdf_words.Opening.UNKNOWN
    assert kept_of(send, "don.pdf", data, django_capture_on_commit_callbacks).state == FileState.REFUSED


def test_video_is_told_to_be_one():
    data = b"\x00\x00\x00\x18ftypmp42" + bytes(600)
    _kept, [sentence] = services.keep_pending(uuid.uuid4(), [upload("VID_1.mp4", data)])
    assert "“VID_1.mp4” là video" in sentence


# Before: the first was read as words of the field, or answered 400; the others were dropped without a word.
NAMELESS = [
    'filename=""',
    'filename=".."',
    'filename="."',
    'filename="DCIM/"',
    'filename="C:\\\\anh\\\\"',
]


@pytest.mark.parametrize("name", NAMELESS)
@pytest.mark.parametrize(("data", "kept"), [(faults.encoded(faults.scene(), "JPEG"), ["tep.jpg"]), (b"", [])])
def test_photo_without_a_name_gets_one(name, data, kept, commune, client):
    """A browser also sends a part without a name where nothing was chosen."""
    head = f'--x\r\nContent-Disposition: form-data; name="photos"; {name}\r\nContent-Type: image/jpeg\r\n\r\n'
    body = head.encode() + data + b"\r\n--x--\r\n"
    client.post("/gop-y/", body, content_type="multipart/form-data; boundary=x")
    assert [item.name for item in PendingUpload.objects.all()] == kept
