import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("hoà bình", "hòa bình"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("uỷ ban", "ủy ban"),
        ("quý", "quý"),
        ("toàn", "toàn"),
        ("khoái", "khoái"),
        ("khuỷu", "khuỷu"),
        ("Hoà", "Hòa"),
    ],
)
def test_tone_marks_are_compared_where_tradition_puts_them_and_kept_where_they_were(written, expected):
    assert text.canonical(written) == expected
    assert text.composed(written) == written
    assert text.slug(written) == text.slug(expected)
    assert text.folded(written) == text.folded(expected)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đại đoàn kết", "dai-doan-ket"),
        ("Xã Kẻ Sặt: 1,2 km hoa", "xa-ke-sat-1-2-km-hoa"),
        ("  “Ủy ban” – Mặt trận  ", "uy-ban-mat-tran"),
        ("!!!", ""),
    ],
)
def test_slug_is_ascii(title, slug):
    assert text.slug(title) == slug


@given(st.text())
def test_folding_is_idempotent_and_composed(value):
    exact = text.exact(value)
    assert text.exact(exact) == exact
    assert text.folded(text.folded(value)) == text.folded(value)
    assert unicodedata.is_normalized("NFC", text.canonical(value))


@given(st.text(max_size=400))
def test_slug_is_short_and_clean(value):
    slug = text.slug(value)
    assert len(slug) <= 80
    assert slug.isascii()
    assert not slug.startswith("-")
    assert not slug.endswith("-")


def test_phone_numbers_in_words_can_be_rung_and_links_stay():
    html = '<p>Gọi 0220 3700 102, <a href="/x">0912 345 678</a>, số 012/2026, 0912.345.678.</p>'
    linked = text.call_links(html)
    assert linked.count("<a ") == 3
    assert '<a href="tel:02203700102">0220 3700 102</a>' in linked
    assert '<a href="tel:0912345678">0912.345.678</a>' in linked
