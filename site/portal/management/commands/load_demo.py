import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core import installation
from portal.demo.loader import DemoLoader, is_loaded


class Command(BaseCommand):
    help = "Loads the demo commune, once. The users' passwords are written to DATA_DIR/demo-users.txt."

    def handle(self, **options: Any) -> None:
        if settings.DEMO is False:
            raise CommandError(str(installation.DEMO_MEETS_REAL))
        if is_loaded():
            return
        self.stdout.write("Đang nạp xã mẫu …")
        loader = DemoLoader(settings.BASE_DIR / "demo", say=lambda line: self.stdout.write(f"  {line}"))
        loader.load()
        self._write_users(Path(settings.DATA_DIR) / "demo-users.txt", loader.passwords)

    def _write_users(self, path: Path, passwords: list[tuple[str, str, str]]) -> None:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            for username, password, note in passwords:
                file.write(f"{username:<16} {password:<22} {note}\n")
