"""Reading what people send: as slowly as a weak line needs, into a file, by the event loop alone. No thread waits for it."""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

from core import bodies
from core.middleware import ADMIN_PREFIX

Receive = Callable[[], Awaitable[dict[str, Any]]]

FIRST_BYTE = 15.0  # seconds
WINDOW = 30.0  # seconds, over which the pace is averaged
SLOWEST = 4096  # bytes a second
WHOLE = 600.0  # seconds
IN_MEMORY = 64 * 1024  # bytes; what is longer goes to the disk
KEPT_FREE = 100 * 2**20  # bytes; below it nothing that goes to the disk is read


class Refused(Exception):
    """Why a body is not read, as a status of HTTP: 408 too slow, 413 too large, 507 no room."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Gone(Exception):
    """Who sent it has hung up."""


def folder() -> Path:
    """Where bodies lie while they are read: on the disk of the data, so that a file among them is kept by renaming it."""
    return Path(settings.FILE_UPLOAD_TEMP_DIR)


def spool(in_memory: int) -> IO[bytes]:
    """A file for what is on its way: in memory up to so many bytes, then on the disk. It goes when it is closed."""
    file: Any = tempfile.SpooledTemporaryFile(max_size=in_memory, dir=str(folder()))  # noqa: SIM115
    return file  # type: ignore[no-any-return]


def bound(path: str) -> int:
    """How many bytes a request to `path` may carry."""
    if path.startswith(ADMIN_PREFIX):
        return bodies.WITH_FILES
    with translation.override(translation.get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return bodies.largest(resolve(path).func)
        except Resolver404:
            return bodies.SMALL


def announced(headers: dict[bytes, bytes]) -> int | None:
    """How long the body says it is; None where it does not say, 0 where there is none."""
    length = headers.get(b"content-length", b"")
    if length.isdigit():
        return int(length[:20])
    return None if b"transfer-encoding" in headers else 0


async def read(receive: Receive, *, length: int | None, most: int) -> IO[bytes]:
    """The body in a file, at its beginning. Raises Refused, or Gone."""
    if length is not None and length > most:
        raise Refused(413)
    if (length is None or length > IN_MEMORY) and shutil.disk_usage(folder()).free < KEPT_FREE + (length or most):
        raise Refused(507)
    body = spool(IN_MEMORY)
    try:
        await _fill(body, receive, most)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


async def _fill(body: Any, receive: Receive, most: int) -> None:
    pace = Pace()
    whole = 0
    while True:
        message = await _next(receive, pace)
        if message["type"] == "http.disconnect":
            raise Gone
        piece = message.get("body", b"")
        whole += len(piece)
        if whole > most:
            raise Refused(413)
        try:
            body.write(piece)
        except OSError as error:  # the disk is full
            raise Refused(507) from error
        if not message.get("more_body"):
            return
        pace.count(len(piece))


class Pace:
    """Whether a body comes fast enough: its first byte soon, then window by window, and all of it in the end."""

    def __init__(self) -> None:
        self.clock = asyncio.get_running_loop().time
        self.ends = self.clock() + WHOLE
        self.window_ends = self.clock() + FIRST_BYTE
        self.came, self.wanted = 0, 1  # bytes in this window: before the first one, any will do

    def count(self, size: int) -> None:
        self.came += size
        if size and self.wanted == 1:
            self._open_window()

    def _open_window(self) -> None:
        self.window_ends, self.came, self.wanted = self.clock() + WINDOW, 0, int(WINDOW * SLOWEST)

    def left(self) -> float:
        """Seconds until it is judged next. Raises Refused where it was found too slow."""
        now = self.clock()
        if now >= self.window_ends and self.came >= self.wanted:
            self._open_window()
        if now >= min(self.window_ends, self.ends):
            raise Refused(408)
        return min(self.window_ends, self.ends) - now


async def _next(receive: Receive, pace: Pace) -> dict[str, Any]:
    """The next message. It is waited for and never called off while it may still come: what is called off is lost."""
    coming = asyncio.ensure_future(receive())
    try:
        while not coming.done():
            await asyncio.wait({coming}, timeout=pace.left())
        return coming.result()
    finally:
        coming.cancel()


async def drain(receive: Receive, seconds: float, most: int = 2 * bodies.WITH_FILES) -> None:
    """Reads on and throws away: a browser that is still sending does not look at the answer otherwise."""
    whole = 0
    try:
        async with asyncio.timeout(seconds):
            while whole < most:
                message = await receive()
                whole += len(message.get("body", b""))
                if message["type"] == "http.disconnect" or not message.get("more_body"):
                    return
    except TimeoutError:
        return
