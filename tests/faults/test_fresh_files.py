"""Files that fresh eyes sent (K2, K3, K9) and published (K7): every row of `fresh_files_and_forms.toml` that is about one.

What a picture shows is compared with what was drawn for it, as an officer and as the sender download it, and in the library.
"""

import re
import tomllib
import uuid
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_header_parameters
from PIL import Image, ImageChops, ImageStat
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core import pdf_words
from feedback.enums import FileState
from feedback.forms.citizen import SALT
from feedback.models import Attachment, Case
from tests.factories import make_document
from tests.faults import fresh_files
from tests.faults.files import is_shown, on_white

pytestmark = pytest.mark.django_db
EXAMPLES = tomllib.loads(Path(__file__).with_name("fresh_files_and_forms.toml").read_text())["example"]
BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
GOOD = ("tot.jpg", fresh_files.photo("TOT"), "image/jpeg")
WORDS = "Cống ở ngõ ba tắc đã hai tuần, ảnh kèm theo."


def of(*kinds: str, door: str = "", without: str = " ") -> list[Any]:
    """The examples of these kinds that came through `door`; their ids stand in the names of the tests."""
    return [
        pytest.param(row, id=row["id"])
        for row in EXAMPLES
        if row["kind"] in kinds and door in row["door"] and without not in row
    ]


def sent(row: dict[str, Any]) -> list[tuple[str, bytes, str]]:
    """The files of an example, with the names and types under which they are sent."""
    names = re.findall(r"k\d_\w+", row["comes_in"])
    renamed = row["comes_in"].partition(" renamed ")[2]
    return [(renamed or fresh_files.FILES[name][1], made(name), fresh_files.FILES[name][2]) for name in names]


@cache
def made(name: str) -> bytes:
    """Each once: most come through two doors."""
    return fresh_files.FILES[name][0]()


def posted(client: Any, address: str, values: dict[str, str], files: list[tuple[str, bytes, str]], field: str) -> Any:
    """What Chromium sends: names in UTF-8, quotes and ends of lines by their numbers."""
    body = bytearray()
    for name, value in values.items():
        body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    for name, content, kind in files:
        name = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'Content-Disposition: form-data; name="{field}"; filename="{name}"\r\nContent-Type: {kind}'
        body += f"--{BOUNDARY}\r\n{head}\r\n\r\n".encode() + content + b"\r\n"
    body += f"--{BOUNDARY}--\r\n".encode()
    return client.post(address, bytes(body), content_type=f"multipart/form-data; boundary={BOUNDARY}")


@pytest.fixture
def form(commune: Any, client: Any, django_capture_on_commit_callbacks: Any) -> Any:
    """Sends the citizens' form with these files, the queue behind it; the answer."""
    opened = signing.dumps(int(timezone.now().timestamp()) - 60, salt=SALT)
    values = {"key": str(uuid.uuid4()), "kind": "report", "text": WORDS, "opened": opened}

    def send(files: list[tuple[str, bytes, str]]) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return posted(client, reverse("feedback:form"), values, files, "photos")

    return send


@pytest.fixture
def library(commune: Any) -> Any:
    """Uploads one file, as an officer, to the library of pictures or of papers; what its window tells."""

    def upload(kind: str, file: tuple[str, bytes, str]) -> dict[str, Any]:
        values = {"title": file[0].rpartition(".")[0] or file[0], "collection": str(commune.women.collection_id)}
        answer: dict[str, Any] = posted(
            commune.client("author"), reverse(f"{kind}:add_multiple"), values, [file], "files[]"
        ).json()
        return answer

    return upload


def downloaded(commune: Any, client: Any) -> list[tuple[str, bytes]]:
    """Name and content of the files of the case, the same for the sender and for an officer."""
    case = Case.objects.get()
    found = []
    for item in Attachment.objects.order_by("pk"):
        assert item.state == FileState.CLEAN
        got = []
        for reader, address in (
            (client, reverse("feedback:attachment", args=[case.receipt.token, item.pk])),
            (commune.client("chair"), reverse("feedback_admin:attachment", args=[case.pk, item.pk])),
        ):
            response = reader.get(address)
            _kind, values = parse_header_parameters(response.headers["Content-Disposition"])
            got.append((values["filename"], b"".join(response.streaming_content)))
        assert got[0] == got[1]
        found.append(got[0])
    return found


def shows_it(row: dict[str, Any], name: str, content: bytes, original: bytes) -> None:
    """Asserts what `row` says about a kept picture, and that its name fits."""
    picture = Image.open(BytesIO(content))
    assert Path(name).suffix.lower() in {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}[str(picture.format)]
    light = on_white(picture).convert("L").getextrema()
    assert light[1] - light[0] >= row.get("contrast", 0)
    assert min(picture.size) >= row.get("least_side", 0)
    if drawn := row.get("shows"):
        expected = Image.open(BytesIO(original)) if drawn == "itself" else getattr(fresh_files, drawn[0])(*drawn[1:])
        assert is_shown(picture, expected.convert("L") if row.get("grey") else expected)


def reads_it(row: dict[str, Any], name: str, content: bytes, original: bytes) -> None:
    assert name.lower().endswith(".pdf")
    assert content == original
    words = "\n".join(page.words for page in pdf_words.pages(BytesIO(content)))
    assert all(word in words for word in row["reads"])


@pytest.mark.parametrize("row", of("K2", "K3", "K9", door="form", without="refused"))
def test_sender_and_officer_get_what_was_sent_under_a_name_that_fits(row, form, commune, client):
    files = sent(row)
    assert form(files).status_code == 302
    got = downloaded(commune, client)
    for number, ((name, content), (_name, original, _kind)) in enumerate(zip(got, files, strict=True)):
        assert name == row.get("name", name)
        if "reads" in row:
            reads_it(row, name, content, original)
        else:
            shows_it(row, name, content, original)
            assert len(files) == 1 or nearer(content, files) == number


def nearer(content: bytes, files: list[tuple[str, bytes, str]]) -> int:
    """To which of the files' pictures a kept one is nearer."""
    kept = Image.open(BytesIO(content))
    differences = [ImageChops.difference(kept, Image.open(BytesIO(original))) for _name, original, _kind in files]
    means = [sum(ImageStat.Stat(each).mean) for each in differences]
    return means.index(min(means))


@pytest.mark.parametrize("row", [row for row in of("K2", "K3", "K9", door="form") if "refused" in row.values[0]])
def test_form_tells_the_true_reason_and_keeps_the_rest(row, form, client):
    """The words and the good photo beside it stay, and the second Send works."""
    answer = form([*sent(row), GOOD])
    assert answer.status_code == 422
    page = unescape(answer.content.decode())
    assert row["refused"] in page
    assert row.get("refused_fully", "") in page
    assert WORDS in page
    assert "tot.jpg" in page
    assert form([]).status_code == 302
    assert [item.name for item in Attachment.objects.all()] == ["tot.jpg"]


@pytest.mark.parametrize("row", of("K2", "K3", "K9", door="library of pictures"))
def test_library_of_pictures_shows_it_or_tells_the_true_reason(row, library):
    [file] = sent(row)
    answer = library("wagtailimages", file)
    if "refused" in row:
        assert row["refused"] in answer["error_message"]
        assert "\n" not in answer["error_message"]
        return
    assert answer["success"], answer
    picture = get_image_model().objects.get()
    assert picture.default_alt_text == ""
    with picture.file.open() as kept:
        shows_it(row, picture.file.name, kept.read(), file[1])


@pytest.mark.parametrize("row", of("K7"))
def test_paper_is_found_by_its_words_or_its_editor_told(
    row, library, commune, client, django_capture_on_commit_callbacks
):
    [file] = sent(row)
    with django_capture_on_commit_callbacks(execute=True):
        answer = library("wagtaildocs", file)
    if "refused" in row:
        assert row["refused"] in answer["error_message"]
        assert "\n" not in answer["error_message"]
        return
    paper = get_document_model().objects.get()
    editor = commune.client("author").get(reverse("wagtaildocs:edit", args=[paper.pk]))
    assert row["told"] in editor.content.decode()
    assert Path(paper.file.name).name == row.get("stored", Path(paper.file.name).name)
    page = make_document(commune.folder(commune.women, section="van-ban"), title="Giấy tờ thử", file=paper)
    for word in [*row.get("found", []), *row.get("not_found", [])]:
        is_found = word in row.get("found", [])
        assert (word in paper.text) is is_found, word
        results = client.get(reverse("search:results"), {"q": word}).content.decode()
        assert (f'href="{page.url}"' in results) is is_found, word
