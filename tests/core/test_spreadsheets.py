"""What somebody typed is never a formula in a spreadsheet."""

import pytest

from core.spreadsheets import harmless


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
