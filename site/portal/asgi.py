"""The ASGI application that granian serves: probes, bodies, then Django in a few threads (`portal.server`)."""

import asyncio
import logging
import os
from typing import Any

from django.template.loader import render_to_string

from portal.server import bodies, lifeline
from portal.server.bridge import Answer, Bridge, Send
from portal.wsgi import application as django_application

THREADS = int(
    os.environ.get("WEB_THREADS", "4")
)  # of one process for pages, half of it for forms; more would wait for one another
LONGEST_ANSWER = 600.0  # seconds for sending it
DRAIN = {408: 0.0, 413: 20.0, 507: 20.0}  # seconds in which the rest of a refused body is thrown away
TEXT = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]

logger = logging.getLogger(__name__)
bridge = Bridge(django_application, THREADS)
bodies.folder().mkdir(mode=0o700, parents=True, exist_ok=True)


async def application(scope: dict[str, Any], receive: bodies.Receive, send: Send) -> None:
    """One request; or the beginning and end of a process."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["path"] == "/healthz":
        # Without a thread: it says that this process answers, also while all of them work.
        await Answer(200, [*TEXT, (b"content-length", b"2")], b"ok").send(send, bodiless=scope["method"] == "HEAD")
    else:
        await _handle(scope, receive, send)


async def _live(receive: bodies.Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            lifeline.follow()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _handle(scope: dict[str, Any], receive: bodies.Receive, send: Send) -> None:
    headers = dict(scope["headers"])
    try:
        body = await bodies.read(receive, length=bodies.announced(headers), most=bodies.bound(scope["path"]))
    except bodies.Gone:
        return
    except bodies.Refused as refusal:
        await _refuse(scope, refusal.status, receive, send)
        return
    with body:
        length = body.seek(0, os.SEEK_END)
        body.seek(0)
        try:
            answer = await bridge.answer(scope, body, length)
        except Exception:  # Django answers its own faults; this one is of the bridge or the outermost middleware
            logger.exception("A request could not be answered: %s", scope["path"])
            answer = page(500)
    try:
        async with asyncio.timeout(LONGEST_ANSWER):
            await answer.send(send, bodiless=scope["method"] == "HEAD")
    except TimeoutError:
        logger.info("An answer was not read to its end within %d s", LONGEST_ANSWER)
    finally:
        answer.close()


async def _refuse(scope: dict[str, Any], status: int, receive: bodies.Receive, send: Send) -> None:
    """Says why, then lets what is still coming go by: a browser reads the answer when it has sent all."""
    logger.warning("A body to %s was refused: %s", scope["path"], status)
    answer = page(status)
    await send({"type": "http.response.start", "status": status, "headers": answer.headers})
    await send({"type": "http.response.body", "body": answer.content, "more_body": True})
    await bodies.drain(receive, DRAIN[status])
    await send({"type": "http.response.body", "body": b""})


def page(status: int) -> Answer:
    """A page without a context; the templates of these statuses ask for none."""
    content = render_to_string(f"{status}.html").encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(content)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    return Answer(status, headers, content)
