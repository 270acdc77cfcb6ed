"""From ASGI to Django's WSGI application, so that a thread is held only while Django works.

The event loop reads the body (`bodies`) and sends the answer; in between one of a few threads runs the request from beginning to
end, its database connection included. An answer that is a file is sent by the loop, piece by piece; one that Django makes bit by
bit is made whole first. Slow senders and slow readers cost a few kilobytes each.
"""

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import UnsupportedOperation
from typing import IO, Any
from urllib.parse import unquote_to_bytes
from wsgiref.util import FileWrapper

from portal.server import bodies

Send = Callable[[dict[str, Any]], Awaitable[None]]
Scope = dict[str, Any]

PIECE = 64 * 1024  # bytes of a file sent at a time
SAFE = {"GET", "HEAD", "OPTIONS"}  # RFC 9110, 9.2.1: they ask for nothing to be changed
IN_MEMORY = 1024 * 1024  # bytes of an answer; what is longer goes to the disk

logger = logging.getLogger(__name__)


@dataclass
class Answer:
    """What goes back: bytes, or a file from where it stands."""

    status: int
    headers: list[tuple[bytes, bytes]]
    content: bytes | IO[bytes]

    async def send(self, send: Send, *, bodiless: bool = False) -> None:
        """Sends it, at the pace of who reads it. `bodiless`: only the head of it (HEAD)."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        if isinstance(self.content, bytes):
            await send({"type": "http.response.body", "body": b"" if bodiless else self.content})
            return
        while not bodiless and (piece := self.content.read(PIECE)):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    def close(self) -> None:
        if not isinstance(self.content, bytes):
            self.content.close()


class Bridge:
    """Runs a WSGI application: who only reads in `threads` threads, who sends something in half as many of their own.

    What is sent may wait for the database's lock, twenty seconds each: no page waits behind it.
    """

    def __init__(self, application: Any, threads: int) -> None:
        self.application = application
        self.reading = ThreadPoolExecutor(threads, thread_name_prefix="reading")
        self.sending = ThreadPoolExecutor(max(1, threads // 2), thread_name_prefix="sending")

    async def answer(self, scope: Scope, body: IO[bytes], length: int) -> Answer:
        """What the application says to the request whose body is in `body`, `length` bytes of it."""
        pool = self.reading if scope["method"] in SAFE else self.sending
        environ = environ_of(scope, body, length)
        return await asyncio.get_running_loop().run_in_executor(pool, self._run, environ)

    def _run(self, environ: dict[str, Any]) -> Answer:
        started: list[Any] = []

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            started[:] = status, headers

        result = self.application(environ, start_response)
        try:
            content = _content(result)
        finally:
            if hasattr(result, "close"):
                result.close()
        status, headers = started
        encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return Answer(int(status.split(" ", 1)[0]), encoded, content)


def _content(result: Iterable[bytes]) -> bytes | IO[bytes]:
    if isinstance(result, FileWrapper):
        try:
            # Another name for the same file: Django closes its own, and its database connection, in this thread.
            file = os.fdopen(os.dup(result.filelike.fileno()), "rb")
            file.seek(result.filelike.tell())
        except (AttributeError, UnsupportedOperation):
            pass  # a file in memory, or somewhere else
        else:
            return file
    whole = bodies.spool(IN_MEMORY)
    whole.writelines(result)
    is_long = whole.tell() > IN_MEMORY
    whole.seek(0)
    if is_long:
        return whole
    with whole:
        return whole.read()


def environ_of(scope: Scope, body: IO[bytes], length: int) -> dict[str, Any]:
    """The request as WSGI tells it (PEP 3333)."""
    server, client = scope.get("server") or ("", ""), scope.get("client") or ("", "")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0] or "localhost",
        "SERVER_PORT": str(server[1] or 0),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "REMOTE_PORT": str(client[1]),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileWrapper,
    }
    for name, value in scope["headers"]:
        if b"_" in name:  # `X_Real_IP` would pass for `X-Real-IP`
            continue
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
        divider = "; " if key == "HTTP_COOKIE" else ","
        text = value.decode("latin-1")
        environ[key] = f"{environ[key]}{divider}{text}" if key in environ else text
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    environ["CONTENT_LENGTH"] = environ["HTTP_CONTENT_LENGTH"] = str(length)
    return environ
