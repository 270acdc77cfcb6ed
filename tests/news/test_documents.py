"""The register of official documents: numbers, what is in force, the words of the files."""

import os
import re
import resource
import tracemalloc
from collections import deque
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdfium2
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.documents import get_document_model

from approval import services as approval
from approval.services import ApprovalRefused, Shown
from core import documents, office, pdf_words
from core.models import TextState
from news.models import DocumentKind, DocumentPage
from tests.factories import make_document
from tests.factories_bulk import make_many
from tests.faults import documents as faults

pytestmark = pytest.mark.django_db
PAPERS = sorted(Path(settings.BASE_DIR, "demo", "documents").glob("*.pdf"))


@pytest.fixture
def folder(commune):
    return commune.folder(commune.committee, section="van-ban")


def test_number_is_used_once_a_year_by_an_issuer(commune, folder):
    make_document(folder)
    with pytest.raises(ValidationError, match="đã dùng cho “Kế hoạch giám sát” năm 2026"):
        make_document(folder, number="12/kh-mttq", title="Kế hoạch khác")
    make_document(folder, issued_on=date(2025, 1, 12))
    make_document(folder, issuer_name="Đảng ủy xã")
    make_document(commune.folder(commune.women, section="van-ban"))


@pytest.mark.parametrize("values", [{"issuer": None}, {"issuer_name": "Đảng ủy xã", "issuer": "women"}])
def test_one_issuer_is_named(commune, folder, values):
    values = {name: commune.women if value == "women" else value for name, value in values.items()}
    with pytest.raises(ValidationError, match="nơi ban hành"):
        make_document(folder, **values)


def test_replaced_by_each_other_is_refused(folder):
    old = make_document(folder, number="1/KH")
    new = make_document(folder, number="2/KH", replaced_by=old)
    old.replaced_by = new
    with pytest.raises(ValidationError, match="không thay thế nó được"):
        old.full_clean()
    old.replaced_by = old
    with pytest.raises(ValidationError, match="không thay thế nó được"):
        old.full_clean()


@pytest.mark.parametrize("number", ["12 / KH-MTTQ", "12/kh–mttq", "12/KH‑MTTQ"])
def test_number_written_another_way_is_the_same(folder, number):
    make_document(folder)
    with pytest.raises(ValidationError, match="đã dùng cho"):
        make_document(folder, number=number, title="Kế hoạch khác")


def test_of_the_future_or_replaced_by_an_older_one_it_is_refused(folder):
    with pytest.raises(ValidationError, match="không thể ở tương lai"):
        make_document(folder, issued_on=date(2999, 1, 1))
    old = make_document(folder, number="1/KH", issued_on=date(2025, 1, 1))
    with pytest.raises(ValidationError, match="ban hành trước"):
        make_document(folder, number="2/KH", replaced_by=old)


def test_what_became_wrong_since_it_was_written_is_told_at_the_approval(commune):
    """Two drafts replaced by each other: the second is refused with its reason."""
    folder = commune.folder(commune.women, section="van-ban")
    one, other = make_document(folder, number="1/KH", live=False), make_document(folder, number="2/KH", live=False)
    for page, newer in ((one, other), (other, one)):
        page.replaced_by = newer
        page.save_revision(user=commune.users["author"])
        approval.submit(page, by=commune.users["author"])
    chair = commune.users["chair"]
    approval.approve(one, by=chair, shown=Shown.of(one.get_latest_revision()))
    with pytest.raises(ApprovalRefused, match="Được thay bằng: Văn bản ấy lại được thay"):
        approval.approve(other, by=chair, shown=Shown.of(other.get_latest_revision()))


def test_page_says_what_counts_instead(folder, client):
    new = make_document(folder, number="2/KH", title="Kế hoạch mới")
    old = make_document(folder, number="1/KH", title="Kế hoạch cũ", replaced_by=new)
    assert "Văn bản này hết hiệu lực, đã được thay bằng" in client.get(old.url).content.decode()
    assert f'href="{new.url}"' in client.get(old.url).content.decode()
    assert f'href="{old.url}"' in client.get(new.url).content.decode()
    assert client.get("/van-ban/").content.decode().count("Hết hiệu lực") == 1
    new.unpublish()
    assert "hết hiệu lực" not in client.get(old.url).content.decode()


def test_ends_on_its_last_day(folder):
    today = timezone.localdate()
    page = make_document(folder, expired_on=today)
    assert page.is_in_force
    page.expired_on = today - timedelta(days=1)
    assert not page.is_in_force
    page.expired_on = page.issued_on - timedelta(days=1)
    with pytest.raises(ValidationError, match="trước ngày ban hành"):
        page.full_clean()


def test_register_is_narrowed(commune, folder, client):
    make_document(folder, topic=commune.topic)
    make_document(folder, number="3/TB", title="Thông báo", kind=DocumentKind.objects.get(slug="thong-bao"))
    make_document(folder, number="4/KH", issued_on=date(2025, 2, 2), title="Kế hoạch cũ")
    for query, number in (("", 3), ("?loai=thong-bao", 1), ("?nam=2025", 1), ("?chu-de=moi-truong", 1), ("?loai=x", 3)):
        assert len(client.get(f"/van-ban/{query}").context["documents"]) == number


def upload(content: bytes, name: str):
    document = get_document_model()(title=name)
    document.file.save(name, ContentFile(content), save=False)
    document._set_document_file_metadata()
    document.save()
    return document


def read(content: bytes, name: str):
    document = upload(content, name)
    documents.read_text.func(document.pk)
    document.refresh_from_db()
    return document


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_words_of_the_demo_s_papers_are_read(path):
    document = read(path.read_bytes(), path.name)
    assert document.text_state == TextState.READ
    assert "Kẻ Sặt" in document.text
    assert len(document.text) > 900


def test_words_of_a_word_file_are_read():
    file = docx.Document()
    file.add_paragraph("Kế hoạch giám sát năm 2026")
    file.add_table(1, 1).cell(0, 0).text = "Ba cuộc"
    data = BytesIO()
    file.save(data)
    assert read(data.getvalue(), "ke-hoach.docx").text == "Kế hoạch giám sát năm 2026\nBa cuộc"


def blank_pdf(pages: int = 1) -> bytes:
    pdf = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        pdf.new_page(595, 842)
    data = BytesIO()
    pdf.save(data)
    return data.getvalue()


def word_file(xml: bytes) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return data.getvalue()


BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%b</w:document>'
PARAGRAPH = BODY % "<w:p><w:r><w:t>Kế hoạch &amp; </w:t></w:r><w:r><w:t>dự toán</w:t></w:r></w:p>".encode()
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + PARAGRAPH


def test_bombs_in_a_word_file_are_refused_before_they_go_off():
    assert list(office.paragraphs(BytesIO(word_file(PARAGRAPH)), "docx")) == ["Kế hoạch & dự toán"]
    tracemalloc.start()
    for xml in (ENTITIES, BODY % (b"<w:p/>" * 10_000_000), b" " * (200 * 2**20)):
        bomb = word_file(xml)
        del xml
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        with pytest.raises(ValueError, match=r"Entities|Too much|No XML"):
            deque(office.paragraphs(BytesIO(bomb), "docx"), maxlen=0)
        assert tracemalloc.get_traced_memory()[1] - before < 20 * 2**20
    tracemalloc.stop()


# An empty page under RC4 with the password "mo"; made once by hand, after ISO 32000-1, 7.6.3.
ENCRYPTED = Path(__file__).with_name("encrypted.pdf")


@pytest.mark.parametrize(
    ("content", "name", "state", "words"),
    [
        (lambda: b"%PDF-1.7 and nothing more", "hong.pdf", TextState.BROKEN, "bị hỏng"),
        (lambda: PAPERS[0].read_bytes()[:9000], "cut.pdf", TextState.BROKEN, "bị hỏng"),
        (blank_pdf, "trang.pdf", TextState.EMPTY, "không có chữ"),
        (faults.signed, "quet.pdf", TextState.SCANNED, "bản quét"),
        (lambda: ENCRYPTED.read_bytes(), "khoa.pdf", TextState.ENCRYPTED, "mật khẩu"),
        (lambda: b"PK\x03\x04 no zip", "hong.docx", TextState.BROKEN, "bị hỏng"),
        (lambda: word_file(ENTITIES), "bom.docx", TextState.BROKEN, "bị hỏng"),
        (lambda: b"ID3", "loa.mp3", TextState.NONE, "không có chữ"),
    ],
)
def test_editor_is_told_what_cannot_be_read(commune, folder, content, name, state, words):
    document = read(content(), name)
    assert document.text_state == state
    document.collection = commune.committee.collection
    document.save()
    chair = commune.client("chair")
    assert words in chair.get(f"/quan-tri/documents/edit/{document.pk}/").content.decode()
    page = make_document(folder, file=document, live=False)
    page.save_revision(user=commune.users["chair"])
    told = words in chair.get(f"/quan-tri/pages/{page.pk}/edit/").content.decode()
    assert told is document.is_faulty


@pytest.mark.long
def test_three_hundred_pages_need_no_more_memory_than_one():
    """Read in a process of its own; the peak grows by less than 40 MB over that of one page."""
    whole = pypdfium2.PdfDocument.new()
    paper = pypdfium2.PdfDocument(PAPERS[2].read_bytes())
    while len(whole) < 300:
        whole.import_pages(paper)
    data = BytesIO()
    whole.save(data)

    def peak(content: bytes) -> int:
        pid = os.fork()
        if pid == 0:
            count = sum(1 for _page in pdf_words.pages(BytesIO(content)))
            os._exit(0 if count else 1)
        _pid, status, usage = os.wait4(pid, 0)
        assert status == 0
        return usage.ru_maxrss

    assert resource.RUSAGE_SELF == 0
    assert peak(data.getvalue()) - peak(PAPERS[2].read_bytes()) < 40_000
    document = read(data.getvalue(), "dai.pdf")
    assert document.text.count("Kẻ Sặt") > 100


@pytest.mark.parametrize("case", faults.ALL.values(), ids=faults.ALL.keys())
def test_words_are_found_and_how_much_was_read_is_told(case):
    document = read(case.make(), case.name)
    assert document.text_state == case.state
    assert case.told in document.how_read
    if case.name != "a.pdf" or case.text:
        assert document.text == case.text


@pytest.mark.parametrize("case", faults.UPLOADED.values(), ids=faults.UPLOADED.keys())
def test_name_of_an_upload_fits_what_is_in_it(case, commune):
    name, make, kept = case
    file = SimpleUploadedFile(name, make())
    values = {"title": "Kế hoạch", "collection": commune.women.collection_id, "files[]": file}
    answer = commune.client("author").post("/quan-tri/documents/multiple/add/", values).json()
    assert answer["success"] is True
    stored = Path(get_document_model().objects.get().file.name).name
    assert re.sub(r"_\w{7}(?=\.)", "", stored) == kept  # one of that name may lie there already


@pytest.mark.parametrize("case", faults.NOT_TAKEN.values(), ids=faults.NOT_TAKEN.keys())
def test_upload_is_refused_in_one_true_sentence(case, commune):
    """Before, a second one complained of the ending “”."""
    name, make, words = case
    values = {"title": "Kế hoạch", "collection": commune.women.collection_id}
    client = commune.client("author")
    file = SimpleUploadedFile(name, make())
    answer = client.post("/quan-tri/documents/multiple/add/", {**values, "files[]": file}).json()
    assert words in answer["error_message"]
    assert "\n" not in answer["error_message"]
    page = client.post("/quan-tri/documents/add/", {**values, "file": SimpleUploadedFile(name, make())})
    assert page.context["form"].errors["file"] == [answer["error_message"]]
    assert not get_document_model().objects.exists()


def test_upload_is_what_its_name_says(commune):
    client = commune.client("author")
    address = "/quan-tri/documents/add/"
    values = {"title": "Kế hoạch", "collection": commune.women.collection_id}
    lie = SimpleUploadedFile("ke-hoach.pdf", b"PK\x03\x04 a zip")
    assert "không phải tệp PDF" in client.post(address, {**values, "file": lie}).content.decode()
    true = SimpleUploadedFile("ke-hoach.pdf", PAPERS[0].read_bytes())
    assert client.post(address, {**values, "file": true}).status_code == 302
    assert get_document_model().objects.get(title="Kế hoạch").text_state == TextState.WAITING


@pytest.mark.parametrize("number", [20, 5000])
def test_queries_do_not_grow(folder, client, number):
    kind = DocumentKind.objects.first()
    make_many(
        DocumentPage,
        folder,
        number,
        lambda index: {
            "number": f"{index}/KH",
            "issued_on": date(2026, 11, 1) - timedelta(days=index),
            "kind": kind,
            "issuer": folder.unit,
        },
    )
    page = make_document(folder)
    counts = {}
    for path in ("/van-ban/", "/van-ban/?loai=ke-hoach", page.url):
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        counts[path] = len(queries)
    assert max(counts.values()) <= 16, counts
