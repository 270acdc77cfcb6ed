from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.middleware import maintenance_flag


class Command(BaseCommand):
    help = "Puts up the page “we are back in a few minutes”, or takes it down. The probes go on answering."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("state", choices=["on", "off"])

    def handle(self, *, state: str, **options: Any) -> None:
        flag = maintenance_flag()
        if state == "on":
            flag.touch()
            self.stdout.write("Trang đang hiện thông báo bảo dưỡng. Mở lại: manage.py maintenance off")
        else:
            flag.unlink(missing_ok=True)
            self.stdout.write("Trang đã mở lại.")
