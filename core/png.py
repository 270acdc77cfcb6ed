"""PNGs as browsers read them: a side piece (a note, a profile) with a wrong check sum is left out, not the picture."""

import struct
import zlib
from io import BytesIO
from typing import IO

SIGN = b"\x89PNG\r\n\x1a\n"
LETTER_CASE = 0x20  # a small first letter in a piece's name: the picture can be shown without it


def without_damaged_notes(file: IO[bytes]) -> IO[bytes] | None:
    """A copy of the PNG in `file` without such pieces; None where it has none, or is no PNG."""
    file.seek(0)
    data = file.read()
    file.seek(0)
    if not data.startswith(SIGN):
        return None
    kept, at = bytearray(SIGN), len(SIGN)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        piece = data[at : at + length + 12]
        if not (piece[4] & LETTER_CASE and piece[-4:] != struct.pack(">I", zlib.crc32(piece[4:-4]))):
            kept += piece
        at += len(piece)
    kept += data[at:]
    return BytesIO(bytes(kept)) if len(kept) < len(data) else None
