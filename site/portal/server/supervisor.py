"""`manage.py serve`: keeps the web server and, beside it, one process for the queue and the timer alive.

Neither ends the other: what has ended, by whatever cause, is started again after a pause that grows while it keeps failing. This
process imports nothing but the standard library, so that nothing can bring it down and it costs little.
"""

import argparse
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from portal.server import lifeline

GRACE_SECONDS = 10  # for a process that was asked to end
LOOK_EVERY = 0.1  # seconds
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 30.0  # seconds
JOBS_LATER = 3.0  # seconds; the web server has the processor to itself while it begins
STEADY_SECONDS = 60  # after so long a life the next pause is the shortest again
TRIES_TO_BEGIN = 5  # a web server that never came up ends the whole, with its status
REFUSED = os.EX_CONFIG  # the status of a process that must not serve the site as it is set: trying again does not help
ROOT = Path(__file__).resolve().parents[3]

logger = logging.getLogger("portal.server")


@dataclass
class Child:
    """A process that is to run as long as the site does."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    due_at: float = 0.0
    pause: float = FIRST_PAUSE
    failures: int = 0  # since it last lived for a while
    groups: list[int] = field(default_factory=list)  # the process groups of its lives, which may hold orphans

    @property
    def runs(self) -> bool:
        return self.process is not None

    def start(self, pipe: int, environment: dict[str, str]) -> None:
        # In a session of its own: Ctrl-C comes to the supervisor alone, which stops all in order.
        self.process = subprocess.Popen(self.command, env=environment, pass_fds=[pipe], start_new_session=True)
        self.started_at = time.monotonic()
        self.groups = [*self.groups[-1:], self.process.pid]

    def look(self) -> int | None:
        """The status with which it has ended since it was last looked at, or None."""
        status = self.process.poll() if self.process else None
        if status is None:
            return None
        self.process = None
        lived = time.monotonic() - self.started_at
        self.failures, self.pause = (1, FIRST_PAUSE) if lived > STEADY_SECONDS else (self.failures + 1, self.pause)
        self.due_at = time.monotonic() + self.pause
        self.pause = min(self.pause * 3, LONGEST_PAUSE)
        return status

    def signal(self, number: int) -> None:
        """Sends a signal to it and to whatever it started, in this life and the last."""
        for group in self.groups:
            try:
                os.killpg(group, number)
            except ProcessLookupError:
                continue


class Supervisor:
    """Starts, watches and stops the processes of the site. Returns the status with which to end."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.pipe, self._held = lifeline.open_pipe()
        self.environment = {**os.environ, lifeline.VARIABLE: str(self.pipe)}
        self.asked_to_stop = False

    def run(self) -> int:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        try:
            return self._watch()
        finally:
            self._end()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.asked_to_stop = True

    def _watch(self) -> int:
        while not self.asked_to_stop:
            for child in self.children:
                status = child.look()
                if status is not None:
                    if child is self.children[0] and (status == REFUSED or child.failures >= TRIES_TO_BEGIN):
                        logger.error("%s ended with status %s and does not come up: giving up", child.name, status)
                        return status if status > 0 else 1
                    wait = max(0.0, child.due_at - time.monotonic())
                    logger.error("%s ended with status %s; again in %.1f s", child.name, status, wait)
                if not child.runs and time.monotonic() >= child.due_at:
                    child.start(self.pipe, self.environment)
            time.sleep(LOOK_EVERY)
        logger.info("Stopping")
        return 0

    def _end(self) -> None:
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        for child in self.children:
            if child.process is not None:
                try:
                    child.process.wait(timeout=max(0.1, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    logger.warning("%s does not end: killed", child.name)
            child.signal(signal.SIGKILL)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument(
        "--no-jobs", action="store_true", help="Only the web server: another process works off the queue."
    )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="manage.py serve",
        description="Serves the site: the web server and, beside it, the queue and the timer. Ctrl-C or SIGTERM stops all.",
    )
    add_arguments(parser)
    parser.add_argument("--settings", default=os.environ.get("DJANGO_SETTINGS_MODULE", "portal.settings.production"))
    options = parser.parse_args(arguments)
    os.environ["DJANGO_SETTINGS_MODULE"] = options.settings
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(ROOT), str(ROOT / "site"), os.environ.get("PYTHONPATH")])
    )
    logging.basicConfig(format="{asctime} {levelname} {name}: {message}", style="{", level=logging.INFO)
    python = [sys.executable, "-m"]
    address = ["--host", options.host, "--port", str(options.port), "--workers", str(options.workers)]
    children = [Child("the web server", [*python, "portal.server.web", *address])]
    if not options.no_jobs:
        # Visitors first: pictures are decoded with what they leave of the processor.
        jobs = ["nice", *python, "portal.server.background"]
        children.append(Child("the queue and the timer", jobs, due_at=time.monotonic() + JOBS_LATER))
    return Supervisor(children).run()
