"""Drawn cards on the disk: a few hundredths of a second each, and whoever asks for one asks for all."""

import hashlib
import os
import time
from pathlib import Path
from typing import IO

from django.conf import settings

from core import cards
from core.cards import Card

KEPT = 60 * 60 * 24 * 30  # seconds after the last drawing


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "cards"


def open_card(card: Card, organisation: str) -> IO[bytes]:
    """The picture of `card`, drawn if it is not there."""
    name = hashlib.sha256(f"{card.digest}\n{organisation}".encode()).hexdigest()[:32]
    path = folder() / f"{name}.jpg"
    if not path.exists():
        folder().mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(cards.draw(card, organisation))
        draft.replace(path)  # nobody reads half a picture
    return path.open("rb")


def sweep() -> int:
    """Deletes cards drawn a month ago: most were of a title since changed, the others are drawn again."""
    old = [path for path in folder().glob("*") if path.stat().st_mtime < time.time() - KEPT]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
