"""A request, and the two ways to send it: to Django in this process, or over the network to a server that runs."""

import io
import socket
import time
import traceback
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test.client import ClientHandler

PATIENCE = 120  # seconds; a server that is silent longer hangs


@dataclass(frozen=True)
class Request:
    """`path` and `query` are as they travel: escaped, perhaps wrongly."""

    method: str
    path: bytes
    query: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    content_type: str = ""
    who: str = ""

    def __str__(self) -> str:
        shown = " ".join(f"{name}={value[:60]!r}" for name, value in self.headers.items())
        line = f"{self.who or 'nobody'}: {self.method} {self.path[:160]!r}?{self.query[:200]!r} {shown}"
        return f"{line} {self.content_type} {self.body[:400]!r}" if self.body else line


@dataclass
class Answer:
    status: int
    text: str = ""
    is_html: bool = False
    faults: list[str] = field(default_factory=list)  # tracebacks
    seconds: float = 0.0


class InProcess:
    """Asks Django itself. Whatever a request writes to the database is undone."""

    def __init__(self, cookies: dict[str, str]) -> None:
        self.cookies = cookies  # of sessions, by user
        self.handler = ClientHandler(enforce_csrf_checks=False)
        self.faults: list[str] = []
        got_request_exception.connect(self._note)

    def close(self) -> None:
        got_request_exception.disconnect(self._note)

    def _note(self, **_kwargs: Any) -> None:
        self.faults.append(traceback.format_exc())

    def ask(self, request: Request) -> Answer:
        self.faults = []
        started = time.perf_counter()
        try:
            with transaction.atomic():
                before = len(connection.run_on_commit)
                answer = self._answer(request)
                for _sids, function, _robust in connection.run_on_commit[before:]:
                    function()
                transaction.set_rollback(True)
        except Exception:  # above Django's own handling: the server would break off
            answer = Answer(599)
            self.faults.append(traceback.format_exc())
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            cache.clear()  # of what was undone
        return replace(answer, faults=self.faults, seconds=time.perf_counter() - started)

    def _answer(self, request: Request) -> Answer:
        response = self.handler(self._environ(request))
        # Closed by Django's handler for tests already: once more would close the connection of the transaction, too.
        content = b"".join(response) if response.streaming else response.content
        is_html = response.headers.get("Content-Type", "").startswith("text/html")
        return Answer(response.status_code, content.decode(errors="replace") if is_html else "", is_html)

    def _environ(self, request: Request) -> dict[str, Any]:
        cookie = "; ".join(filter(None, [request.headers.get("Cookie", ""), self.cookies.get(request.who, "")]))
        headers = {**request.headers, **({"Cookie": cookie} if cookie else {})}
        named = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
        return {
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(request.path).decode("latin-1"),
            "QUERY_STRING": request.query.decode("latin-1"),
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_TYPE": request.content_type,
            "CONTENT_LENGTH": str(len(request.body)) if request.body else "",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(request.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multiprocess": True,
            "wsgi.multithread": False,
            "wsgi.run_once": False,
            **named,
        }


class OverHttp:
    """Asks the server at `url`, byte for byte, with nothing that a client's library would correct."""

    def __init__(self, url: str, cookies: dict[str, str]) -> None:
        self.cookies = cookies
        address = urlsplit(url)
        self.host, self.port = address.hostname or "127.0.0.1", address.port or 80

    def close(self) -> None:
        pass

    def ask(self, request: Request) -> Answer:
        started = time.perf_counter()
        try:
            with closing(socket.create_connection((self.host, self.port), timeout=PATIENCE)) as line:
                line.sendall(self._bytes(request))
                received = b"".join(iter(lambda: line.recv(65536), b""))
        except ConnectionError:
            received = b""  # it may hang up on what it will not read
        except TimeoutError:
            return Answer(599, faults=["no answer"], seconds=PATIENCE)
        head, _, content = received.partition(b"\r\n\r\n")
        status = int(head[9:12]) if head.startswith(b"HTTP/1.") and head[9:12].isdigit() else 0
        is_html = b"text/html" in head and b"content-encoding" not in head.lower()
        text = content.decode(errors="replace") if is_html else ""
        return Answer(status, text, is_html, seconds=time.perf_counter() - started)

    def _bytes(self, request: Request) -> bytes:
        cookie = "; ".join(filter(None, [request.headers.get("Cookie", ""), self.cookies.get(request.who, "")]))
        headers = {"Host": f"{self.host}:{self.port}", **request.headers, "Connection": "close"}
        if cookie:
            headers["Cookie"] = cookie
        if request.content_type:
            headers["Content-Type"] = request.content_type
        if request.body:
            headers["Content-Length"] = str(len(request.body))
        target = request.path + (b"?" + request.query if request.query else b"")
        lines = [f"{name}: {value}".encode("latin-1") for name, value in headers.items()]
        return b"\r\n".join([request.method.encode() + b" " + target + b" HTTP/1.1", *lines, b"", request.body])
