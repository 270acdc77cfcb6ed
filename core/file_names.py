"""Names of files: as people sent them, as any machine can save them, with the ending of what is in them. Never for our own disk."""

import re
from collections.abc import Collection, Sequence
from pathlib import PurePath

from core import text

NAMELESS = "tep"  # "file"
LONGEST_STEM, LONGEST_ENDING = 100, 10  # letters
DEVICES = re.compile(
    r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE
)  # Windows saves nothing under these


def plain(name: str) -> str:
    """`name` without folders and control letters, short; "tep" where it has none."""
    bare = text.clean(name.replace("\\", "/").rsplit("/", 1)[-1]).rstrip(" .")
    stem, dot, ending = bare.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        stem, dot, ending = bare, "", ""
    stem = stem.strip(" .")[:LONGEST_STEM] or NAMELESS
    return f"{NAMELESS}-{stem}{dot}{ending}" if DEVICES.match(stem) else f"{stem}{dot}{ending}"


def fitting(name: str, endings: Sequence[str], giving_way: Collection[str]) -> str:
    """`name` with one of `endings` (".jpg", ".jpeg"): with the first where it has none of them, instead of one `giving_way`."""
    stem, ending = PurePath(name).stem, PurePath(name).suffix.lower()
    if ending in endings:
        return name
    if ending not in giving_way:
        return f"{name}{endings[0]}"
    return stem if PurePath(stem).suffix.lower() in endings else f"{stem}{endings[0]}"
