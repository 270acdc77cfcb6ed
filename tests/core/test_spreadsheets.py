"""What somebody typed is never a formula in a spreadsheet, and stands there as it was typed."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from core.spreadsheets import as_csv, as_xlsx, harmless


@pytest.mark.parametrize(
    "before", ["", " ", "\u00a0", "\u200b", "\ufeff", "\u2060\u200d", "\u3000", "\u0301", "\x7f", "\u2028"]
)
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "|", "＝", "＋", "﹦", "﹣", "⁼"])
def test_formula_is_words_also_behind_what_nobody_sees(before, sign):
    typed = f"{before}{sign}HYPERLINK(1)"
    assert harmless(typed) == f"'{typed}"


@pytest.mark.parametrize("value", ["Cống tắc", "3 + 4 = 7", "", "\u200b", 5, None, "(-1)"])
def test_all_else_stays_as_it_is(value):
    assert harmless(value) == value


@pytest.mark.parametrize("sign", ["\t", "\r", "\n"])
def test_break_at_the_beginning(sign):
    assert harmless(f"{sign}a") == f"'{sign}a"


# Before, each of them stood in the cell with an apostrophe before it; "#N/A" was the error of that name.
AS_TYPED = [
    "- Đường trước đình xấu quá\n- Đèn hỏng",
    "+84 912 345 678",
    "=> cống tắc",
    "@ nhà văn hóa",
    "| bảng |",
    "=HYPERLINK(1)",
    "＝1+1",
    "\t- thụt vào",
    "  - cách hai ô",
    "'- có dấu nháy sẵn",
    "#N/A",
    "0912345678",
    "5",
]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_cell_of_xlsx_holds_the_words_as_they_were_typed(typed):
    [[cell]] = openpyxl.load_workbook(BytesIO(as_xlsx("Trả lời", [[typed]]))).active.rows
    assert (cell.value, cell.data_type, cell.quotePrefix) == (typed, "s", True)


def test_numbers_of_xlsx_stay_numbers_and_unseen_letters_go():
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx("Trả lời", [[5, 2.5, None, "a\x02b"]]))).active
    assert [cell.value for cell in next(sheet.rows)] == [5, 2.5, None, "ab"]


def test_csv_keeps_the_apostrophe():
    assert '"\'- Đường xấu"' in as_csv([["- Đường xấu"]]).decode("utf-8-sig")


def test_what_looks_like_a_coded_letter_stays_as_it_was_typed():
    """Excel reads _x0041_ in a cell as the letter A."""
    content = as_xlsx("Lời", [["_x0041_ và _xe_"]])
    with ZipFile(BytesIO(content)) as file:
        said = "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))
    assert "_x005F_x0041_ v" in said
    assert "_x005F_xe_" not in said
