"""Tables for spreadsheets. What somebody typed is never a formula there, whichever program opens it.

A cell of XLSX says itself that it holds words; in CSV only an apostrophe before them does.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

# What Excel, LibreOffice and Google Sheets take for the beginning of a formula, also in wide letters (NFKC makes them these) and
# behind what nobody sees: blanks, control letters, marks of no width.
FORMULA = ("=", "+", "-", "@", "|")
BREAKS = ("\t", "\r", "\n")
UNSEEN = {"Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me"}
CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as the letter A
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def harmless(value: Any) -> Any:
    """Words that could be a formula behind an apostrophe, without what a spreadsheet cannot hold; all else as it is."""
    value = _without_unseen(value)
    if isinstance(value, str) and (value.startswith(BREAKS) or _seen(value).startswith(FORMULA)):
        return f"'{value}"
    return value


def _without_unseen(value: Any) -> Any:
    return NO_XML.sub("", value) if isinstance(value, str) else value


def _seen(value: str) -> str:
    """The first letter that somebody sees, as a spreadsheet reads it."""
    first = next((letter for letter in value if unicodedata.category(letter) not in UNSEEN), "")
    return unicodedata.normalize("NFKC", first)


def as_xlsx(name: str, rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet called `name` (31 letters); the first row stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(name[:31])
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: Any, value: Any) -> WriteOnlyCell:
    """Words as words, letter for letter, also when somebody edits the cell; anything else as what it is."""
    value = _without_unseen(value)
    cell = WriteOnlyCell(sheet, CODED.sub("_x005F_", value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def as_csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8, with the mark by which Excel knows it; every cell in quotes, so that no sign within one begins another."""
    content = io.StringIO()
    csv.writer(content, quoting=csv.QUOTE_ALL).writerows([harmless(value) for value in row] for row in rows)
    return content.getvalue().encode("utf-8-sig")
