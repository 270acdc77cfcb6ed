"""The words of PDFs, a page at a time, and whether a page is words or a picture of them. By pypdfium2 (Chromium's own reader)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

BEGINNING, MAY_BEGIN_WITHIN = b"%PDF-", 1024  # bytes: some scanners and mail programs write something before it
PASSWORD_NEEDED = 4  # PDFium's FPDF_ERR_PASSWORD
# Over a picture that fills half the page: what a signing program, a stamp or a scanner's advertisement write beside a scan. Below
# it, the words of the page are in the picture.
FEW_LETTERS, HALF = 200, 0.5
DEEP = 4  # pictures lie in forms, forms in forms


@dataclass(frozen=True)
class PdfPage:
    words: str
    is_picture: bool  # whatever is to be read there is in a picture, or drawn
    is_blank: bool


def is_pdf(file: IO[bytes]) -> bool:
    """Whether `file` begins as PDFs do, for those who read them."""
    file.seek(0)
    head = file.read(MAY_BEGIN_WITHIN)
    file.seek(0)
    return BEGINNING in head


def opens(file: IO[bytes]) -> bool:
    """Whether a reader of PDFs can open `file`, if need be with a password."""
    try:
        pypdfium2.PdfDocument(file).close()
    except pypdfium2.PdfiumError as error:
        return asks_for_password(error)
    return True


def asks_for_password(error: pypdfium2.PdfiumError) -> bool:
    return getattr(error, "err_code", None) == PASSWORD_NEEDED


def pages(file: IO[bytes]) -> Iterator[PdfPage]:
    """The pages in turn. Raises pypdfium2.PdfiumError for what is no PDF, is damaged, or asks for a password."""
    pdf = pypdfium2.PdfDocument(file)
    try:
        for number in range(len(pdf)):
            page = pdf[number]
            yield _read(page)
            page.close()
    finally:
        pdf.close()


def _read(page: Any) -> PdfPage:
    textpage = page.get_textpage()
    words = textpage.get_text_bounded()
    textpage.close()
    letters = sum(letter.isalnum() for letter in words)
    if letters >= FEW_LETTERS:
        return PdfPage(words, is_picture=False, is_blank=False)
    if letters:
        return PdfPage(words, is_picture=_pictured(page) >= HALF, is_blank=False)
    is_blank = next(page.get_objects(max_depth=1), None) is None
    return PdfPage(words, is_picture=not is_blank, is_blank=is_blank)


def _pictured(page: Any) -> float:
    """Which part of the page is pictures; scanners cut one into strips."""
    width, height = page.get_size()
    area = 0.0
    for item in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=DEEP):
        left, bottom, right, top = item.get_bounds()
        area += max(0, min(right, width) - max(left, 0)) * max(0, min(top, height) - max(bottom, 0))
    return area / ((width * height) or 1)
