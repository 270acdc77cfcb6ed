"""From ASGI to WSGI and back: what Django is told, what of its answer is kept until somebody has read it."""

import asyncio
import io
import threading
from pathlib import Path
from typing import Any

import pytest

from portal.server import bodies
from portal.server.bridge import IN_MEMORY, Answer, Bridge, environ_of
from tests.server.loops import run

SCOPE: dict[str, Any] = {
    "type": "http",
    "http_version": "1.1",
    "method": "POST",
    "scheme": "http",
    "path": "/tin-tức/",
    "raw_path": b"/tin-t%E1%BB%A9c/%FF",
    "query_string": b"q=%C3%A1&n\xc3\xa0o",
    "server": ("127.0.0.1", "8000"),
    "client": ("192.0.2.7", "4321"),
    "headers": [
        (b"host", b"xa.example.vn"),
        (b"content-type", b"text/plain"),
        (b"content-length", b"999"),
        (b"transfer-encoding", b"chunked"),
        (b"cookie", b"a=1"),
        (b"cookie", b"b=2"),
        (b"x-forwarded-for", b"192.0.2.1"),
        (b"x-forwarded-for", b"192.0.2.2"),
        (b"x_real_ip", b"forged"),
    ],
}


@pytest.fixture(autouse=True)
def _folder() -> None:
    bodies.folder().mkdir(parents=True, exist_ok=True)


def answered(application: Any) -> Answer:
    return run(Bridge(application, threads=1).answer(SCOPE, io.BytesIO(b"body"), 4))


def sent(answer: Answer, *, bodiless: bool = False) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    run(answer.send(send, bodiless=bodiless))
    return messages


def test_pages_do_not_wait_behind_what_is_sent():
    lock = threading.Event()

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            lock.wait(20)
        start_response("200 OK", [])
        return [environ["REQUEST_METHOD"].encode()]

    async def many() -> None:
        bridge = Bridge(application, threads=2)
        posts = [asyncio.create_task(bridge.answer(SCOPE, io.BytesIO(), 0)) for _number in range(10)]
        page = await asyncio.wait_for(bridge.answer(SCOPE | {"method": "GET"}, io.BytesIO(), 0), 10)
        assert page.content == b"GET"
        assert not any(post.done() for post in posts)
        lock.set()
        await asyncio.gather(*posts)

    run(many())


def test_django_is_told_the_request_as_wsgi_has_it():
    environ = environ_of(SCOPE, io.BytesIO(b"body"), 4)
    assert environ["PATH_INFO"].encode("latin-1") == "/tin-tức/".encode() + b"\xff"
    assert environ["QUERY_STRING"] == "q=%C3%A1&n\u00c3\u00a0o"
    assert environ["REMOTE_ADDR"] == "192.0.2.7"
    assert environ["CONTENT_TYPE"] == "text/plain"
    assert environ["CONTENT_LENGTH"] == "4"
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["HTTP_X_FORWARDED_FOR"] == "192.0.2.1,192.0.2.2"
    assert "HTTP_X_REAL_IP" not in environ
    assert "HTTP_TRANSFER_ENCODING" not in environ


def test_answer_in_pieces_is_made_whole_and_closed_in_its_thread():
    closed = []

    class Pieces:
        def __iter__(self) -> Any:
            return iter([b"one ", b"two"])

        def close(self) -> None:
            closed.append(threading.current_thread().name)

    def application(environ: Any, start_response: Any) -> Any:
        start_response("201 Created", [("X-Made-By", threading.current_thread().name)])
        return Pieces()

    answer = answered(application)
    assert (answer.status, answer.content) == (201, b"one two")
    assert answer.headers == [(b"x-made-by", closed[0].encode())]


def test_long_answer_waits_on_the_disk():
    def application(environ: Any, start_response: Any) -> Any:
        start_response("200 OK", [])
        return (b"x" * 65536 for _number in range(IN_MEMORY // 65536 + 2))

    answer = answered(application)
    assert not isinstance(answer.content, bytes)
    assert sum(len(message.get("body", b"")) for message in sent(answer)) == IN_MEMORY + 2 * 65536
    answer.close()


def test_file_is_sent_from_where_it_stands_after_django_closed_it(tmp_path: Path):
    (tmp_path / "letter").write_bytes(b"0123456789")
    file = (tmp_path / "letter").open("rb")

    def application(environ: Any, start_response: Any) -> Any:
        start_response("200 OK", [("Content-Length", "8")])
        file.seek(2)
        return environ["wsgi.file_wrapper"](file, 3)

    answer = answered(application)
    assert file.closed
    assert b"".join(message.get("body", b"") for message in sent(answer)) == b"23456789"
    answer.close()


def test_head_has_no_body(tmp_path: Path):
    messages = sent(Answer(200, [(b"content-length", b"4")], b"body"), bodiless=True)
    assert [message.get("body", b"") for message in messages] == [b"", b""]
