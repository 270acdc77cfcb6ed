"""Share cards: titles of every length lie inside their box, and the address changes with what the card says."""

import re
from io import BytesIO
from itertools import pairwise

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core import cards
from core.cards import Card
from portal import share_cards
from tests.factories import make_article, make_image

WORDS = "Mặt trận Tổ quốc lấy ý kiến nhân dân về dự thảo quy ước thôn văn hóa nghiêng nghĩa Ỷ Ằ ượng"
SYLLABLES = WORDS.split(" ")


def title_of(length: int) -> str:
    words: list[str] = []
    while len(" ".join(words)) < length:
        words.append(SYLLABLES[len(words) % len(SYLLABLES)])
    return " ".join(words)[:length].strip()


def assert_inside(setting: cards.Setting) -> None:
    left, top, right, bottom = cards.TITLE_BOX
    boxes = setting.boxes()
    for box in boxes:
        assert box[0] >= left - setting.size / 8  # the overhang of a j
        assert box[2] <= right + setting.size / 8
        assert top <= box[1] <= box[3] <= bottom
    for upper, lower in pairwise(boxes):
        assert upper[3] < lower[1] + setting.size * 0.35  # no line runs through the next


@pytest.mark.parametrize("length", [1, 10, 25, 40, 60, 90, 120, 160, 200])
def test_title_lies_inside_its_box_whole(length):
    title = title_of(length)
    setting = cards.typeset(title)
    assert_inside(setting)
    assert " ".join(setting.lines) == title
    assert setting.size >= 44


@pytest.mark.parametrize("title", ["Q" * 200, "ượ" * 100, "A" * 1000, "", "🙏🙏", "https://keset.example/" + "x" * 150])
def test_odd_titles_lie_inside_their_box(title):
    assert_inside(cards.typeset(title))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_lies_inside_its_box(text):
    assert_inside(cards.typeset(text))


def test_lines_are_broken_between_syllables_and_of_like_length():
    setting = cards.typeset("Hội Phụ nữ xã phân loại rác tại nhà: ba thùng, ba màu, cả xóm cùng làm")
    lengths = [box[2] - box[0] for box in setting.boxes()]
    assert len(lengths) > 1
    assert min(lengths) > max(lengths) * 0.6


@pytest.mark.parametrize("letter", "ẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỶỸỴĐăâêôơưđỹ")
def test_every_vietnamese_letter_can_be_drawn(letter):
    assert cards._drawable(letter) == letter


def test_card_is_a_picture_of_the_size_networks_show():
    data = cards.draw(Card("Họp dân", "Thôn Đông Thượng"), "Ủy ban Mặt trận Tổ quốc Việt Nam xã " + "Rất Dài " * 20)
    picture = Image.open(BytesIO(data))
    assert (picture.size, picture.format) == (cards.SIZE, "JPEG")
    assert len(data) < 200_000


@pytest.mark.django_db
def test_page_without_photo_has_a_card_whose_address_follows_its_title(commune, client):
    page = make_article(commune.folder(commune.women), topic=commune.topic, title="Họp dân")
    first = re.search(r'og:image" content="http://testserver([^"]+)"', client.get(page.url).content.decode()).group(1)
    response = client.get(first)
    assert response.headers["Content-Type"] == "image/jpeg"
    assert "immutable" in response.headers["Cache-Control"]
    assert Image.open(BytesIO(b"".join(response.streaming_content))).size == (1200, 630)
    page.title = "Họp dân toàn thôn"
    page.save()
    second = re.search(r'og:image" content="http://testserver([^"]+)"', client.get(page.url).content.decode()).group(1)
    assert second != first
    assert client.get(first).url == second
    # The same whoever asks, and nothing of what is not public.
    assert client.get(second, headers={"Accept-Language": "en"}).status_code == 200
    page.unpublish()
    assert client.get(second).status_code == 404


@pytest.mark.django_db
def test_page_with_photo_shows_the_photo(commune, client):
    page = make_article(commune.folder(commune.women), topic=commune.topic, lead_image=make_image())
    assert "fill-1200x630" in client.get(page.url).content.decode()
    assert client.get(reverse("share_card", args=[page.pk, page.card.digest])).status_code == 200


@pytest.mark.django_db
def test_old_cards_are_swept(monkeypatch):
    share_cards.open_card(Card("Cũ"), "Xã").close()
    assert share_cards.sweep() == 0
    monkeypatch.setattr(share_cards, "KEPT", -10)
    assert share_cards.sweep() >= 1
