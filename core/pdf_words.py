"""The words of PDFs, a page at a time, and whether a page is words or a picture of them. By pypdfium2 (Chromium's own reader).

Run as a program it opens the PDF that comes in, with little memory and time, and says how that went.
"""

import ctypes
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import IO, Any

import pypdfium2
from pypdfium2 import raw

BEGINNING, MAY_BEGIN_WITHIN = b"%PDF-", 1024  # bytes: some scanners and mail programs write something before it
# What a stranger's file may cost: a PDF of one megabyte can unpack to three gigabytes as it opens, and an ordinary one takes 30 MB.
MOST_MEMORY, MOST_TIME = 200 * 2**20, 5  # bytes, seconds of work
MOST_WAITED = 4 * MOST_TIME  # seconds, on a busy machine
# Over a picture that fills half the page: what a signing program, a stamp or a scanner's advertisement write beside a scan. Below
# it, the words of the page are in the picture.
FEW_LETTERS, HALF = 200, 0.5
FILLED_IN = {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
DEEP = 4  # pictures lie in forms, forms in forms


@dataclass(frozen=True)
class PdfPage:
    words: str
    is_picture: bool = False  # whatever is to be read there is in a picture, or drawn
    is_coded: bool = False  # letters are drawn, of a font that does not say which they are
    is_blank: bool = False


class Opening(Enum):
    """How PDFium opens a file. (Its numbers; Python itself ends with 0, 1 or 2.)"""

    WELL = 0
    BROKEN = raw.FPDF_ERR_FORMAT
    LOCKED = raw.FPDF_ERR_PASSWORD
    UNKNOWN = 1  # it would take more than a stranger's file may


def is_pdf(file: IO[bytes]) -> bool:
    """Whether `file` begins as PDFs do, for those who read them."""
    file.seek(0)
    head = file.read(MAY_BEGIN_WITHIN)
    file.seek(0)
    return BEGINNING in head


def opening(file: IO[bytes]) -> Opening:
    """How `file`, of anybody, opens: looked at by a process of its own, which a hostile one may bring down."""
    file.seek(0)
    program = [sys.executable, "-I", __file__]
    try:
        code = subprocess.run(program, input=file.read(), capture_output=True, timeout=MOST_WAITED).returncode
    except (OSError, subprocess.TimeoutExpired):
        return Opening.UNKNOWN
    finally:
        file.seek(0)
    return Opening(code) if code in {item.value for item in Opening} else Opening.UNKNOWN


def asks_for_password(error: pypdfium2.PdfiumError) -> bool:
    return getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD


def pages(file: IO[bytes]) -> Iterator[PdfPage]:
    """The pages in turn. Raises pypdfium2.PdfiumError for what is no PDF, is damaged, or asks for a password."""
    pdf = pypdfium2.PdfDocument(file)
    try:
        pdf.init_forms()
        for number in range(len(pdf)):
            page = pdf[number]
            yield _read(page)
            page.close()
    finally:
        pdf.close()


def _read(page: Any) -> PdfPage:
    textpage = page.get_textpage()
    is_coded = _is_coded(textpage)
    printed = [] if is_coded else [textpage.get_text_bounded()]
    textpage.close()
    words = "\n".join([*printed, *_filled_in(page)])
    if is_coded:
        return PdfPage(words, is_coded=True)
    letters = sum(letter.isalnum() for letter in words)
    if letters >= FEW_LETTERS:
        return PdfPage(words)
    if letters:
        return PdfPage(words, is_picture=_pictured(page) >= HALF)
    is_blank = next(page.get_objects(max_depth=1), None) is None
    return PdfPage(words, is_picture=not is_blank, is_blank=is_blank)


def _is_coded(textpage: Any) -> bool:
    """Whether of most signs of a page only the number in their font is known."""
    count = raw.FPDFText_CountChars(textpage)
    unknown = sum(raw.FPDFText_HasUnicodeMapError(textpage, index) == 1 for index in range(count))
    return unknown > count / 2


def _filled_in(page: Any) -> Iterator[str]:
    """What was filled into the form of a page, or typed on it: it lies over the page, and is none of its words."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == raw.FPDF_ANNOT_FREETEXT:
            yield _string(partial(raw.FPDFAnnot_GetStringValue, note, b"Contents"))
        elif page.formenv and raw.FPDFAnnot_GetFormFieldType(page.formenv, note) in FILLED_IN:
            yield _string(partial(raw.FPDFAnnot_GetFormFieldValue, page.formenv, note))
        raw.FPDFPage_CloseAnnot(note)


def _string(get: Callable[..., int]) -> str:
    """A string of PDFium's: UTF-16 with a zero at its end, asked for twice (how long it is, then itself)."""
    length = get(None, 0)
    room = ctypes.create_string_buffer(length)
    get(ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return room.raw.decode("utf-16-le", "replace").rstrip("\0")


def _pictured(page: Any) -> float:
    """Which part of the page is pictures; scanners cut one into strips."""
    width, height = page.get_size()
    area = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=DEEP):
        left, bottom, right, top = item.get_bounds()
        area += max(0, min(right, width) - max(left, 0)) * max(0, min(top, height) - max(bottom, 0))
    return area / ((width * height) or 1)


def _open_what_comes_in() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_TIME, MOST_TIME))
    try:
        pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        sys.exit(getattr(error, "err_code", 0) or 1)


if __name__ == "__main__":
    _open_what_comes_in()
