"""`manage.py serve`: looks whether the site can be served, then makes way for the supervisor, which needs no Django."""

import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from core import installation


class Command(BaseCommand):
    help = "Serves the site: the web server and, beside it, the queue and the timer. Ctrl-C or SIGTERM stops all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
        parser.add_argument(
            "--no-jobs", action="store_true", help="Only the web server: another process works off the queue."
        )

    def _look(self) -> None:
        """Raises CommandError where database, folder and keys do not belong together. A database that is away may come back."""
        try:
            if not installation.is_marked():
                raise CommandError("Cơ sở dữ liệu chưa được tạo: chạy manage.py migrate trước.")
            wrong = installation.faults()
        except DatabaseError as error:
            self.stderr.write(f"Cơ sở dữ liệu chưa trả lời ({error}); trang vẫn mở và chờ.")
            return
        if wrong:
            raise CommandError("\n".join(str(fault) for fault in wrong))

    def handle(self, *, host: str, port: int, workers: int, no_jobs: bool, **options: Any) -> None:
        self._look()
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
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
            "PYTHONPATH": os.pathsep.join(
                filter(None, [str(settings.BASE_DIR), str(settings.BASE_DIR / "site"), os.environ.get("PYTHONPATH")])
            ),
        }
        os.execve(  # noqa: S606  (our own program)
            sys.executable, [sys.executable, "-m", "portal.server.supervisor", *arguments], environment
        )
