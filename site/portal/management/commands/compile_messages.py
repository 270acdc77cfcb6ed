from typing import Any

from django.core.management.base import BaseCommand

from portal.messages import compile_catalogues


class Command(BaseCommand):
    help = "Compiles the message catalogues that changed (no gettext needed)."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        for path in compile_catalogues():
            self.stdout.write(f"compiled {path}")
