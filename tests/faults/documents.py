"""Documents as officers have them: where their words stand, which of them must be found, what is told of the file."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pypdfium2
from django.conf import settings

from core.models import TextState

HERE = Path(__file__).parent
PAPERS = Path(settings.BASE_DIR, "demo", "documents")
PAPER = PAPERS / "ke-hoach-giam-sat-phan-bien-2026.pdf"  # two pages
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


@dataclass(frozen=True)
class Read:
    """A document, what is told of it, and its words."""

    name: str
    make: Callable[[], bytes]
    text: str = ""  # all of it, lines as they are
    state: TextState = TextState.READ
    told: str = ""  # words that the editor reads


def zipped(members: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def word(body: str, *, namespace: str = W, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file with `body`; `parts` are its heads, feet and notes by name."""

    def xml(root: str, inner: str) -> str:
        return f'<w:{root} xmlns:w="{namespace}" xmlns:mc="{MC}" xmlns:a="{A}">{inner}</w:{root}>'

    others = {f"word/{name}.xml": xml("part", inner) for name, inner in parts.items()}
    return zipped({**others, main: xml("document", f"<w:body>{body}</w:body>")})


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def box(words: str) -> str:
    """A box of text as Word writes it: twice, for itself and for older ones."""
    inner = f"<w:txbxContent>{p(r(words))}</w:txbxContent>"
    choice, fallback = f"<mc:Choice>{inner}</mc:Choice>", f"<mc:Fallback>{inner}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def open_document(kind: str, body: str, **members: str) -> bytes:
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {ODF}><office:body>{body}</office:body></office:document-content>",
            **{name.replace("__", "/") + ".xml": xml for name, xml in members.items()},
        }
    )


def sheet(rows: Sequence[Sequence[str | int]], *, inline: bool = False) -> bytes:
    book = openpyxl.Workbook(write_only=inline)
    page = book.create_sheet() if inline else book.active
    for row in rows:
        page.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def slides(*words: str) -> bytes:
    def slide(line: str) -> str:
        return f'<p:sld xmlns:p="urn:p" xmlns:a="{A}"><a:p><a:r><a:t>{line}</a:t></a:r></a:p></p:sld>'

    pages = {f"ppt/slides/slide{number}.xml": slide(line) for number, line in enumerate(words, 1)}
    return zipped({"ppt/presentation.xml": "<p/>", **pages})


def pdf(*pages: tuple[float, Sequence[str]]) -> bytes:
    """Pages as (which part of the page a picture fills, lines of ASCII)."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    picture = "<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4>>"
    objects.append(f"{picture}stream\nabcd\nendstream")
    numbers = []
    for part, lines in pages:
        drawn = f"q 600 0 0 {800 * part} 0 0 cm /I Do Q\n" if part else ""
        written = "".join(f"BT /F 9 Tf 40 {760 - 12 * row} Td ({line}) Tj ET\n" for row, line in enumerate(lines))
        content = drawn + written
        objects.append(f"<</Length {len(content)}>>stream\n{content}endstream")
        resources = "<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {len(objects)} 0 R/Resources{resources}>>"
        )
        numbers.append(len(objects))
    objects[1] = f"<</Type/Pages/Count {len(numbers)}/Kids[{' '.join(f'{number} 0 R' for number in numbers)}]>>"
    body, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{body}{head}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n".encode()


def joined(*files: bytes) -> bytes:
    """The pages of several PDFs in one."""
    whole = pypdfium2.PdfDocument.new()
    for file in files:
        whole.import_pages(pypdfium2.PdfDocument(file))
    data = io.BytesIO()
    whole.save(data)
    return data.getvalue()


def signed() -> bytes:
    return (HERE / "scan-signed.pdf").read_bytes()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
PAGE = ["Ke hoach giam sat va phan bien xa hoi cua Uy ban Mat tran xa nam 2026"] * 8
SIGNATURE = ["Nguoi ky: UBMTTQ xa Mau", "28.11.2026 09:15:22 +07:00"]
SCAN = "ảnh chụp (bản quét)"

# What happened before stands behind each row: "not read" was told as read all the same.
WORD = {
    "inserted": Read("a.docx", lambda: word(p(r("Hạn nộp "), f"<w:ins>{r('hai mươi')}</w:ins>")), "Hạn nộp hai mươi"),
    "whole line inserted": Read(
        "a.docx", lambda: word(p(f"<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:ins>{r('Quỹ')}</w:ins>")), "Quỹ"
    ),
    "deleted": Read("a.docx", lambda: word(p(r("Còn"), "<w:del><w:r><w:delText>mất</w:delText></w:r></w:del>")), "Còn"),
    "moved": Read(  # read twice
        "a.docx", lambda: word(p(f"<w:moveFrom>{r('Chỗ')}</w:moveFrom>") + p(f"<w:moveTo>{r('Chỗ')}</w:moveTo>")), "Chỗ"
    ),
    "box of text": Read(
        "a.docx", lambda: word(p(r("Kính gửi"), box("Số 12"))), "Số 12\nKính gửi"
    ),  # "Kính gửiSố 12", Số 12
    "box within a table": Read("a.docx", lambda: word(table(p(box("Dấu đến")), p(r("Ô")))), "Dấu đến\nÔ"),
    "content control": Read(
        "a.docx", lambda: word(f"<w:sdt><w:sdtContent>{p(r('Ngày ký'))}</w:sdtContent></w:sdt>"), "Ngày ký"
    ),
    "control in a line": Read(
        "a.docx", lambda: word(p(r("Ông "), f"<w:sdt><w:sdtContent>{r('Dấu')}</w:sdtContent></w:sdt>")), "Ông Dấu"
    ),
    "head and foot": Read(  # not read
        "a.docx",
        lambda: word(p(r("Thân")), header1=p(r("Ủy ban")), footer1=p(r("Trang cuối"))),
        "Thân\nTrang cuối\nỦy ban",
    ),
    "footnote": Read("a.docx", lambda: word(p(r("Thân")), footnotes=p(r("Theo Luật"))), "Thân\nTheo Luật"),  # not read
    "endnote": Read("a.docx", lambda: word(p(r("Thân")), endnotes=p(r("Nguồn"))), "Thân\nNguồn"),  # not read
    "table in a table": Read("a.docx", lambda: word(table(table(p(r("Hộ")), p(r("12"))) + p())), "Hộ\n12"),
    "link": Read("a.docx", lambda: word(p(r("Xem "), f"<w:hyperlink>{r('đây')}</w:hyperlink>")), "Xem đây"),
    "field": Read("a.docx", lambda: word(p("<w:r><w:instrText>PAGE</w:instrText></w:r>", r("3"))), "3"),
    "hyphen that holds": Read(
        "a.docx", lambda: word(p(r("12/KH"), "<w:r><w:noBreakHyphen/></w:r>", r("MTTQ"))), "12/KH-MTTQ"
    ),  # 12/KHMTTQ
    "colleague's remark": Read("a.docx", lambda: word(p(r("Thân")), comments=p(r("sửa lại!"))), "Thân"),
    "strict Word": Read("a.docx", lambda: word(p(r("Chặt")), namespace=STRICT), "Chặt"),  # "a PDF that is a scan"
    "document2": Read("a.docx", lambda: word(p(r("Hai")), main="word/document2.xml"), "Hai"),  # "damaged"
    "marks apart": Read("a.docx", lambda: word(p(r("Ho"), r("a\u0300"))), "Hoà"),
    "only a picture": Read(
        "a.docx", lambda: word(p("<w:r><w:drawing/></w:r>")), "", TextState.EMPTY, "không có chữ"
    ),  # "a PDF …"
}
OTHERS = {
    "odt": Read(
        "a.odt",
        lambda: open_document("text", "<text:h>Kế hoạch</text:h><text:p>Ba<text:s/>cuộc</text:p>"),
        "Kế hoạch\nBa cuộc",
    ),
    "odt, deleted and remarked": Read(
        "a.odt",
        lambda: open_document(
            "text",
            "<text:tracked-changes><text:p>bỏ</text:p></text:tracked-changes>"
            "<text:p>Giữ<office:annotation><text:p>nhắc</text:p></office:annotation></text:p>",
        ),
        "Giữ",
    ),
    "odt, head": Read(
        "a.odt",
        lambda: open_document("text", "<text:p>Thân</text:p>", styles=f"<s {ODF}><text:p>Ủy ban</text:p></s>"),
        "Thân\nỦy ban",
    ),
    "odt, box and note": Read(
        "a.odt",
        lambda: open_document(
            "text",
            "<text:p>Thân<text:note><text:note-citation>1</text:note-citation><text:p>Luật</text:p></text:note>"
            "<draw:frame><draw:text-box><text:p>Ô</text:p></draw:text-box></draw:frame></text:p>",
        ),
        "Luật\nÔ\nThân",
    ),
    "ods": Read(
        "a.ods",
        lambda: open_document("spreadsheet", "<table:cell><text:p>Thôn Đông</text:p></table:cell>"),
        "Thôn Đông",
    ),
    "odp": Read(
        "a.odp", lambda: open_document("presentation", "<draw:page><text:p>Trang đầu</text:p></draw:page>"), "Trang đầu"
    ),
    "xlsx": Read("a.xlsx", lambda: sheet([["Thôn", 12], ["Đông Thượng", 7]]), "Thôn\nĐông Thượng"),
    "xlsx, words in the cells": Read("a.xlsx", lambda: sheet([["Thôn"], ["Đông"]], inline=True), "Thôn\nĐông"),
    "xlsx, numbers only": Read("a.xlsx", lambda: sheet([[1, 2]]), "", TextState.EMPTY, "không có chữ"),
    "pptx": Read("a.pptx", lambda: slides("Một", *["…"] * 8, "Mười"), "Một\n" + "…\n" * 8 + "Mười"),
    "doc": Read("a.doc", lambda: OLE, "", TextState.UNREAD, "PDF hoặc DOCX"),  # "has no words"
    "xls": Read("a.xls", lambda: OLE, "", TextState.UNREAD, "PDF hoặc DOCX"),
    "ppt": Read("a.ppt", lambda: OLE, "", TextState.UNREAD, "PDF hoặc DOCX"),
    "zip": Read("a.zip", lambda: zipped({"a.txt": "a"}), "", TextState.UNREAD, "PDF hoặc DOCX"),
    "sound": Read("a.mp3", lambda: b"ID3", "", TextState.NONE, "không có chữ"),
    "odt with a password": Read(
        "a.odt",
        lambda: open_document("text", "", **{"META-INF__manifest": "<manifest:encryption-data/>"}),
        "",
        TextState.ENCRYPTED,
        "mật khẩu",
    ),
}
PDFS = {
    "two pages of words": Read("a.pdf", lambda: PAPER.read_bytes(), told="Đọc được 2/2 trang"),
    "scan": Read("a.pdf", lambda: pdf((1, []), (1, [])), "", TextState.SCANNED, SCAN),
    "scan, signed": Read(
        "a.pdf", signed, "Signed by: UBMTTQ xa Mau\n28.11.2026 09:15:22 +07:00", TextState.SCANNED, SCAN
    ),  # "read"
    "scan, advertised on each page": Read(
        "a.pdf", lambda: pdf(*[(0.9, ["Scan with CamScanner"])] * 3), state=TextState.SCANNED, told=SCAN
    ),
    "scan, numbered and stamped": Read(
        "a.pdf", lambda: pdf((0.8, ["SAO Y", *SIGNATURE, "Trang 1/1"])), state=TextState.SCANNED, told=SCAN
    ),
    "scan behind its words": Read("a.pdf", lambda: pdf((1, PAGE)), told="Đọc được 1/1 trang"),
    "words, then a scan": Read(  # "read"
        "a.pdf",
        lambda: joined(PAPER.read_bytes(), pdf((1, SIGNATURE))),
        state=TextState.PARTLY,
        told="Đọc được 2/3 trang",
    ),
    "title page and scans": Read(
        "a.pdf", lambda: pdf((0, ["PHU LUC"]), *[(1, [])] * 3), state=TextState.PARTLY, told="Đọc được 1/4 trang"
    ),
    "short page": Read("a.pdf", lambda: pdf((0, ["PHU LUC"])), "PHU LUC", told="Đọc được 1/1 trang"),
    "photo with a caption": Read("a.pdf", lambda: pdf((0.3, ["Ngay hoi"])), "Ngay hoi", told="Đọc được 1/1 trang"),
    "words and an empty page": Read("a.pdf", lambda: pdf((0, PAGE), (0, [])), told="Đọc được 1/1 trang"),
    "empty pages": Read("a.pdf", lambda: pdf((0, []), (0, [])), "", TextState.EMPTY, "không có chữ"),  # "a scan"
}
ALL = {**WORD, **OTHERS, **PDFS}

# Name as uploaded, what is in it, name as kept; or the words of the refusal.
UPLOADED = {
    "PDF": ("ke-hoach.pdf", PAPER.read_bytes, "ke-hoach.pdf"),
    "PDF in capitals": ("KE-HOACH.PDF", PAPER.read_bytes, "KE-HOACH.PDF"),
    "PDF without an ending": ("ke-hoach", PAPER.read_bytes, "ke-hoach.pdf"),  # "the ending “”"
    "PDF that a scanner numbered": ("QUET.0001", PAPER.read_bytes, "QUET.0001.pdf"),
    "PDF behind a mark": ("a.pdf", lambda: b"\xef\xbb\xbf" + PAPER.read_bytes(), "a.pdf"),  # "no PDF"
    "only a face": ("😀.pdf", PAPER.read_bytes, "tep.pdf"),  # .pdf, which a server hides
    "only signs": ("?!", PAPER.read_bytes, "tep.pdf"),  # 400
    "Word called PDF": ("a.pdf", lambda: word(p(r("a"))), "a.docx"),
    "Word called DOC": ("a.doc", lambda: word(p(r("a"))), "a.docx"),  # a.doc, not read
    "Word called ZIP": ("a.zip", lambda: word(p(r("a"))), "a.docx"),
    "Excel called Word": ("a.docx", lambda: sheet([["a"]]), "a.xlsx"),
    "old Word": ("a.doc", lambda: OLE, "a.doc"),
    "LibreOffice": ("a.odt", lambda: open_document("text", "<text:p>a</text:p>"), "a.odt"),
    "presentation of LibreOffice": ("a.odp", lambda: open_document("presentation", ""), "a.odp"),
}
NOT_TAKEN = {
    "nothing in it": ("a.pdf", lambda: b"", "“a.pdf” gửi tới thì trống"),
    "a lie": ("a.pdf", lambda: b"PK\x03\x04 a zip", "không phải tệp PDF"),
    "text called Word": ("a.docx", lambda: b"xin chao", "không phải tệp DOCX"),
    "Word cut off": ("a.docx", lambda: word(p(r("a")))[:100], "“a.docx” bị hỏng hoặc bị đứt"),  # "no DOCX"
    "Word with a password": ("a.docx", lambda: OLE, "có đặt mật khẩu"),  # "no DOCX"
    "Excel with a password": ("a.xlsx", lambda: OLE, "có đặt mật khẩu"),
    "program": ("a.exe", lambda: b"MZ", "exe"),
    "web page": ("a.html", lambda: b"<!DOCTYPE html>", "html"),
    "Word with macros": ("a.docm", lambda: zipped({"word/document.xml": "", "word/vbaProject.bin": ""}), "docm"),
    "too heavy": ("a.pdf", lambda: PAPER.read_bytes() + bytes(25 * 2**20), "“a.pdf” nặng hơn 25 MB"),
}
