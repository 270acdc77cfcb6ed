"""Files on their way in: into a temporary file while there is room; without it the file is left out, and the words arrive.

Also those that bring no name, or one with a slash that is of no folder.
"""

import logging
import re
from contextlib import suppress
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest, multipartparser
from django.utils.translation import gettext_lazy as _

from core import disk, file_names

logger = logging.getLogger(__name__)

EMPTY = _("“%(name)s” came empty (0 bytes). Please choose it again.")
# Never its own size: rounded, 10.4 MB would be "10 MB, at most 10 MB".
TOO_HEAVY = _("“%(name)s” is larger than %(limit)s MB. Please send a smaller one.")
NOT_A_FOLDER = re.compile(rb"(?<=[0-9])/(?=[0-9]|[A-Z]{2})")  # 5/11, 12/KH: a day, a paper's number


def refuse_by_size(name: str, size: int, most: int) -> None:
    """Raises ValidationError with one sentence for whoever sends a file of `size` bytes: none came, or more than `most`."""
    if not size:
        raise ValidationError(EMPTY, code="empty", params={"name": name})
    if size > most:
        raise ValidationError(TOO_HEAVY, code="too_heavy", params={"name": name, "limit": most // 2**20})


class RoomyFileUploadHandler(TemporaryFileUploadHandler):
    """Django's own, but for a full disk: it would stop reading the form there, and every field after the file would be lost."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._leave_out(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError as error:
            self._leave_out(error)
        if start % (64 * self.chunk_size) == 0 and not disk.has_room(len(raw_data)):  # every 4 MB
            self._leave_out(None)

    def file_complete(self, file_size: int) -> Any:
        try:
            return super().file_complete(file_size)
        except OSError as error:  # what was still in memory
            with suppress(SkipFile):
                self._leave_out(error)
            return None

    def _leave_out(self, error: OSError | None) -> None:
        logger.warning("No room for an upload: %s", error or "the reserve of the disk is reached")
        if self.request is not None:
            left_out(self.request).append(str(self.file_name))
        if hasattr(self, "file"):
            with suppress(OSError):
                self.file.close()
        raise SkipFile from error


def left_out(request: HttpRequest) -> list[str]:
    """The names of files of this request for which there was no room. Filled in while the body is read."""
    names: list[str] = request.META.setdefault("core.uploads.left_out", [])
    return names


def without_room(request: HttpRequest) -> list[str]:
    """What to tell about each of them."""
    return [str(disk.NO_ROOM % {"name": name}) for name in left_out(request)]


def take_nameless_files() -> None:
    """Lets Django take files that have no name: it reads one as a field's words, or (`photo/`, `..`) drops it without a word.

    And keeps what stands before a slash that divides no folders, where Django takes all before the last one for such.
    """
    parsing: Any = multipartparser
    parse = parsing.parse_boundary_stream

    @wraps(parse)
    def parse_named(stream: Any, max_header_size: int) -> Any:
        kind, headers, stream = parse(stream, max_header_size)
        _value, params = headers.get("content-disposition", ("", {}))
        if "filename" in params:
            params["filename"] = NOT_A_FOLDER.sub(b"-", params["filename"])
            if not _bare(params["filename"]) and _holds_something(stream):
                params["filename"] = file_names.NAMELESS.encode()
                kind = multipartparser.FILE
        return kind, headers, stream

    parsing.parse_boundary_stream = parse_named


def _bare(name: bytes) -> bytes:
    """What is left of a file's name without its folders."""
    return name.replace(b"\\", b"/").rpartition(b"/")[2].strip(b". ")


def _holds_something(stream: Any) -> bool:
    """Whether anything comes. A browser sends a part without name for a field in which nothing was chosen."""
    first = stream.read(1)
    stream.unget(first)
    return bool(first)
