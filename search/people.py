"""Whether words sought look like somebody's name: such are not kept, and a few more too many do no harm."""

import re

from core import text

# The family names of nine in ten Vietnamese that are hardly ever another word, and those that often are (hồ a lake, lê a pear).
SURNAME = re.compile("nguyễn|nguyen|trần|phạm|huỳnh|huynh|đặng|bùi|trịnh|vũ|võ|phan|hoàng|đinh|quách")
DOUBTFUL = re.compile(
    "lê|hồ|ngô|dương|lý|đỗ|đoàn|đào|cao|lương|mai|tô|tạ|hà|lưu|chu|thái|tran|pham|le|hoang|vo|vu|dang|bui|do|ho|ngo"
)
MIDDLE = re.compile("văn|thị|đình|hữu|bá|đức|ngọc|quang|xuân|minh")
MIDDLE_WITHOUT_MARKS = re.compile("van|thi")
# What makes another word of a family name: phạm vi, trần nhà, vũ khí, võ thuật, hoàng hôn …
NO_NAME = re.compile("vi|tội|nhà|khí|thuật|trang|trường|hôn|lai|biệt|xá")
TITLED = re.compile(r"\b(?i:ông|bà|anh|chị|cô|chú|bác|cụ|em|đồng chí|thầy)\s+[A-ZĐÀ-Ỹ]\w*")  # bà Dấu


def is_like_a_name(typed: str) -> bool:
    """True for a family name with another name after it, and for a title before a word with a capital letter."""
    words = text.WORDS.findall(text.canonical(typed))
    return bool(TITLED.search(text.canonical(typed))) or any(
        _begins_a_name(words[place : place + 3]) for place in range(len(words) - 1)
    )


def _begins_a_name(words: list[str]) -> bool:
    surname, *others = (word.lower() for word in words)
    if SURNAME.fullmatch(surname):
        return not NO_NAME.fullmatch(others[0])
    if not DOUBTFUL.fullmatch(surname):
        return False
    if len(others) > 1 and (MIDDLE_WITHOUT_MARKS if surname.isascii() else MIDDLE).fullmatch(others[0]):
        return True
    return surname != "đoàn" and words[0][0].isupper() and words[1][0].isupper()  # Đoàn Thanh niên
