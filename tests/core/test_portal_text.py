"""What templates do with words and numbers."""

from datetime import UTC, datetime

import pytest

from core.templatetags.portal_text import cut_at, day_name, dong


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (650_000, "650.000 đồng"),
        (2_700_000, "2,7 triệu đồng"),
        (1_850_000, "1,85 triệu đồng"),
        (1_850_500, "1.850.500 đồng"),
        (310_000_000, "310 triệu đồng"),
        (1_200_000_000, "1,2 tỷ đồng"),
    ],
)
def test_money_as_people_say_it(amount, words):
    assert dong(amount) == words


def test_text_is_cut_between_words():
    assert cut_at("Đường hoa\ncủa thôn Đông Thượng", 20) == "Đường hoa của thôn …"
    assert cut_at("Đường hoa", 20) == "Đường hoa"


@pytest.mark.parametrize(("day", "name"), [(28, "thứ Bảy"), (29, "Chủ nhật")])
def test_days_inside_a_sentence(day, name):
    assert day_name(datetime(2026, 11, day, 3, tzinfo=UTC)) == name
