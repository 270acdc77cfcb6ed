"""No process of the site outlives the one that looks after it.

The supervisor holds the writing end of a pipe and never writes; every process below it has the reading end. When the supervisor
is gone, however it went, the pipe ends and they follow at once. A web child also follows its web server, but serves on for some
seconds first, while the supervisor starts the next one.
"""

import os
import select
import signal
import threading
import time

VARIABLE = "PORTAL_LIFELINE"  # in the environment: the file descriptor of the reading end
PARENT = "PORTAL_PARENT"  # likewise: the number of the web server, for its children
LOOK_EVERY = 1.0  # seconds
SERVE_ON = 10.0  # seconds; what the next web server needs to begin


def open_pipe() -> tuple[int, int]:
    """The reading end, to be passed on, and the writing end, to be held as long as one lives."""
    reading, writing = os.pipe()
    os.set_inheritable(reading, True)
    return reading, writing


def lead() -> None:
    """Lets the children that are forked from now on follow this process, too."""
    os.environ[PARENT] = str(os.getpid())


def follow() -> None:
    """Ends this process with the supervisor, and some seconds after the one that leads it. Nothing without a supervisor."""
    descriptor, parent = os.environ.get(VARIABLE, ""), os.environ.get(PARENT, "")
    if descriptor.isdigit():
        watched = int(descriptor), int(parent) if parent.isdigit() else None
        threading.Thread(target=_watch, args=watched, name="lifeline", daemon=True).start()


def _watch(descriptor: int, parent: int | None) -> None:
    orphaned_at = None
    while True:
        ended, _writable, _errors = select.select([descriptor], [], [], LOOK_EVERY)
        if ended:
            os._exit(1)  # nothing is lost by it: what was acknowledged is on the disk
        if parent and orphaned_at is None and os.getppid() != parent:
            orphaned_at = time.monotonic()
        if orphaned_at and time.monotonic() - orphaned_at > SERVE_ON:
            os.kill(os.getpid(), signal.SIGTERM)
            return
