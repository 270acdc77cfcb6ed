"""Three hundred pictures through the form and through the library: each is kept readable or refused with the true reason."""

import uuid
from io import BytesIO
from typing import Any

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.images import get_image_model

from core.text import clean
from feedback.enums import FileState
from feedback.forms.citizen import SALT
from feedback.models import Attachment, Case
from feedback.models.files import MOST_FILES
from tests.faults.corpus import SAMPLES, Sample
from tests.faults.files import is_shown

pytestmark = pytest.mark.django_db
AT_ONCE = MOST_FILES
EACH_TIME = 6  # batches, thirty pictures
BATCHES = [
    pytest.param(
        SAMPLES[first : first + AT_ONCE], id=f"{first}", marks=[] if first < EACH_TIME * AT_ONCE else pytest.mark.long
    )
    for first in range(0, len(SAMPLES), AT_ONCE)
]


def is_right(sample: Sample, data: bytes) -> bool:
    """Whether what was kept shows what was drawn; of a damaged file, what any reader shows of it."""
    picture = Image.open(BytesIO(data))
    if is_shown(picture, sample.shown):
        return True
    damaged = sample.as_a_reader_shows_it()
    return sample.damage == "hole" and damaged is not None and is_shown(picture, damaged)


@pytest.mark.parametrize("samples", BATCHES)
def test_form_keeps_it_or_says_why(samples, commune, client, django_capture_on_commit_callbacks):
    form = {
        "key": str(uuid.uuid4()),
        "kind": "report",
        "text": "Ảnh kèm theo.",
        "opened": signing.dumps(int(timezone.now().timestamp()) - 60, salt=SALT),
    }
    files = [SimpleUploadedFile(sample.name, sample.bytes_sent) for sample in samples]
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("feedback:form"), {**form, "photos": files})
        told = answer.content.decode() if answer.status_code == 422 else ""
        if told:
            answer = client.post(reverse("feedback:form"), form)
        assert answer.status_code == 302
    kept = {stem_of(item.name): item for item in Attachment.objects.all()}
    page = client.get(reverse("feedback:case", args=[Case.objects.get().receipt.token])).content.decode()
    for sample in samples:
        item = kept.pop(stem_of(sample.name), None)
        if item is None:
            assert sample.reason, f"{sample} was refused"
            assert any(stem_of(sample.name) in line and sample.reason in line for line in told.splitlines()), sample
        elif item.state == FileState.REFUSED:
            assert sample.reason in page, sample
        else:
            assert (item.state, sample.may_be_kept) == (FileState.CLEAN, True), sample
            with item.file.open() as file:
                assert is_right(sample, file.read()), sample
    assert not kept


@pytest.mark.parametrize("samples", BATCHES)
def test_library_keeps_it_or_says_why(samples, commune):
    client = commune.client("author")
    for sample in samples:
        answer = upload(client, sample, commune.women.collection_id)
        if answer["success"]:
            assert sample.may_be_kept, sample
            with get_image_model().objects.latest("pk").file.open() as file:
                assert is_right(sample, file.read()), sample
        else:
            assert sample.reason, f"{sample} was refused: {answer['error_message']}"
            assert sample.reason in answer["error_message"], sample
            assert "\n" not in answer["error_message"]


def upload(client: Any, sample: Sample, collection: int) -> dict[str, Any]:
    file = SimpleUploadedFile(sample.name, sample.bytes_sent)
    values = {"title": "Hoa", "files[]": file, "collection": collection}
    response = client.post(reverse("wagtailimages:add_multiple"), values)
    assert response.status_code == 200, sample
    answer: dict[str, Any] = response.json()
    return answer


def stem_of(name: str) -> str:
    """What every name of a sample keeps: its number."""
    return clean(name).partition("tep-")[2][:3]
