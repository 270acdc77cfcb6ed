"""One supervisor for the site: the web server, the job worker and the timer start together and stop on one Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

# What a timer runs, and every how many seconds.
TIMED = {"publish_scheduled": 60, "search_catch_up": 60, "tidy": 60 * 60}
GRACE_SECONDS = 10


class Command(BaseCommand):
    help = "Serves the site: web server and job worker, both stopped by one Ctrl-C; publishes on schedule and tidies."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))

    def handle(self, *, host: str, port: int, workers: int, **options: Any) -> None:
        manage = [sys.executable, str(settings.BASE_DIR / "manage.py")]
        site = str(settings.BASE_DIR / "site")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(filter(None, [site, os.environ.get("PYTHONPATH")])),
        }
        web = [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
            *("--workers", str(workers), "--blocking-threads", "4", "--log-level", "warning"),
            *("--working-dir", str(settings.BASE_DIR), "--respawn-failed-workers", "portal.wsgi:application"),
        ]
        # Visitors first: pictures are decoded with what they leave of the processor.
        jobs = ["nice", *manage, "db_worker", "--backend", "jobs", "--interval", "2", "--verbosity", "0"]
        signal.signal(signal.SIGTERM, _stop)
        # Each in its own session: Ctrl-C comes to us alone, and we stop them in order.
        running = [subprocess.Popen(command, env=environment, start_new_session=True) for command in (web, jobs)]
        try:
            self._watch(running, manage, environment)
        except KeyboardInterrupt:
            self.stdout.write("\nĐang dừng …")
        finally:
            _end(running)

    def _watch(self, running: list[subprocess.Popen[bytes]], manage: list[str], environment: dict[str, str]) -> None:
        """Returns when one of the processes has ended by itself: then the site is stopped as a whole."""
        due = {command: time.monotonic() + seconds for command, seconds in TIMED.items()}
        while all(process.poll() is None for process in running):
            time.sleep(0.5)
            for command in [command for command, moment in due.items() if time.monotonic() >= moment]:
                subprocess.run([*manage, command], env=environment, check=False, stdout=subprocess.DEVNULL)
                due[command] += TIMED[command]


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for process in running:
        try:
            process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
