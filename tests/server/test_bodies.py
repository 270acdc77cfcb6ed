"""What the door reads of a request, how much, how slowly; the event loop is real, who sends is not in a hurry."""

import asyncio
from typing import Any

import pytest

from core.bodies import SMALL, WITH_FILES
from portal.server import bodies
from tests.server.loops import run


class Sender:
    """Sends `pieces`, so many seconds before each; then nothing more, or the end."""

    def __init__(self, *pieces: bytes, pause: float = 0.0, ends: bool = True) -> None:
        self.pieces, self.pause, self.ends = list(pieces), pause, ends

    async def __call__(self) -> dict[str, Any]:
        await asyncio.sleep(self.pause)
        if not self.pieces and not self.ends:
            await asyncio.sleep(60)
        piece = self.pieces.pop(0) if self.pieces else b""
        return {"type": "http.request", "body": piece, "more_body": bool(self.pieces) or not self.ends}


@pytest.fixture(autouse=True)
def _folder() -> None:
    bodies.folder().mkdir(parents=True, exist_ok=True)


@pytest.fixture
def impatient(monkeypatch: Any) -> None:
    monkeypatch.setattr(bodies, "FIRST_BYTE", 0.2)
    monkeypatch.setattr(bodies, "WINDOW", 0.4)
    monkeypatch.setattr(bodies, "SLOWEST", 100)  # forty bytes a window
    monkeypatch.setattr(bodies, "WHOLE", 1.5)


def read(sender: Sender, length: int | None = None, most: int = SMALL) -> bytes:
    with run(bodies.read(sender, length=length, most=most)) as body:
        return body.read()


def refusal(sender: Sender, length: int | None = None, most: int = SMALL) -> int:
    with pytest.raises(bodies.Refused) as refused:
        read(sender, length, most)
    return refused.value.status


def test_body_arrives_whole():
    assert read(Sender(b"a" * 50_000, b"b" * 50_000, b"c")) == b"a" * 50_000 + b"b" * 50_000 + b"c"


def test_body_that_says_it_is_too_long_is_not_read():
    sender = Sender(b"x")
    assert refusal(sender, length=SMALL + 1) == 413
    assert sender.pieces == [b"x"]


def test_body_longer_than_it_says_is_cut():
    assert refusal(Sender(*[b"x" * 1000] * 20), length=10, most=5000) == 413


def test_first_byte_comes_soon_or_never(impatient):
    assert refusal(Sender(ends=False)) == 408


def test_body_by_the_byte_is_not_waited_for(impatient):
    assert refusal(Sender(*[b"x"] * 100, pause=0.05)) == 408


def test_body_fast_enough_is_waited_for(impatient):
    assert read(Sender(*[b"x" * 10] * 12, pause=0.07)) == b"x" * 120


def test_body_does_not_last_for_ever(impatient):
    assert refusal(Sender(*[b"x" * 100] * 100, pause=0.05)) == 408


def test_pause_within_a_window_loses_nothing(impatient):
    assert read(Sender(b"x" * 60, b"y" * 60, b"z", pause=0.15)) == b"x" * 60 + b"y" * 60 + b"z"


def test_who_hangs_up_is_not_answered():
    async def gone() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    with pytest.raises(bodies.Gone):
        run(bodies.read(gone, length=5, most=SMALL))


def test_full_disk_takes_words_and_no_files(monkeypatch):
    monkeypatch.setattr(bodies, "KEPT_FREE", 10**18)
    assert read(Sender(b"words"), length=5) == b"words"
    assert refusal(Sender(b"x"), length=bodies.IN_MEMORY + 1) == 507


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/gop-y/", WITH_FILES),
        ("/en/gop-y/", WITH_FILES),
        ("/gop-y/de-cu/", WITH_FILES),
        ("/gop-y/ho-so/x/", WITH_FILES),
        ("/gop-y/tra-cuu/", SMALL),
        ("/tim-kiem/", SMALL),
        ("/quan-tri/images/add/", WITH_FILES),
        ("/khong-co/", SMALL),
    ],
)
def test_each_address_has_its_bound(path, most):
    assert bodies.bound(path) == most


@pytest.mark.parametrize(
    ("headers", "length"),
    [
        ({}, 0),
        ({b"content-length": b"12"}, 12),
        ({b"content-length": b"-1"}, 0),
        ({b"transfer-encoding": b"chunked"}, None),
        ({b"content-length": b"9" * 400}, 10**20 - 1),
    ],
)
def test_length_is_what_the_head_says(headers, length):
    assert bodies.announced(headers) == length
