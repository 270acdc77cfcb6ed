"""Makes way for the supervisor, which needs no Django: `manage.py serve` typed by somebody does not even come here."""

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from portal.server import supervisor


class Command(BaseCommand):
    help = "Serves the site: the web server and, beside it, the queue and the timer. Ctrl-C or SIGTERM stops all."

    def add_arguments(self, parser: CommandParser) -> None:
        supervisor.add_arguments(parser)

    def handle(self, *, host: str, port: int, workers: int, no_jobs: bool, **options: Any) -> None:
        self.stdout.flush()
        arguments = [
            "--host",
            host,
            "--port",
            str(port),
            "--workers",
            str(workers),
            *(["--no-jobs"] if no_jobs else []),
        ]
        manage = str(settings.BASE_DIR / "manage.py")
        os.execv(  # noqa: S606  (our own program)
            sys.executable,
            [sys.executable, manage, "serve", "--settings", settings.SETTINGS_MODULE, *arguments],
        )
