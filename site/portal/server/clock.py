"""What is done by the clock: each in a thread of its own, so that one that hangs holds none of the others."""

import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from io import StringIO

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections

from core import heartbeat
from portal.server.worker import QueueWorker

# The command, every how many seconds it is run, and how long after the start for the first time: visitors come first.
TIMED = {"publish_scheduled": (60, 10), "search_catch_up": (60, 20), "tidy": (60 * 60, 5 * 60)}
PULSE = 20  # seconds

logger = logging.getLogger(__name__)


def start(ended: threading.Event, worker: QueueWorker) -> None:
    """Starts what the clock does; it goes on until `ended`."""

    def pulse() -> None:
        heartbeat.beat("timer")
        worker.beat()

    for name, (seconds, first) in TIMED.items():
        _every(seconds, name, partial(_call, name), ended, first)
    _every(PULSE, "pulse", pulse, ended)


def _every(seconds: float, name: str, act: Callable[[], object], ended: threading.Event, first: float = 0) -> None:
    def go_on() -> None:
        due = time.monotonic() + first
        while not ended.wait(max(0.0, due - time.monotonic())):
            close_old_connections()
            try:
                act()
            except DatabaseError as error:  # locked, full, away: it comes back, or /readyz tells
                logger.error("%s failed; again in %d s: %s", name, seconds, error)
            except Exception:
                logger.exception("%s failed; again in %d s", name, seconds)
            finally:
                close_old_connections()
            due = max(due + seconds, time.monotonic())

    threading.Thread(target=go_on, name=name, daemon=True).start()


def _call(name: str) -> None:
    call_command(name, verbosity=0, stdout=StringIO())  # what it prints is for people at a terminal
