"""How much of the packages' messages is in Vietnamese, what is new since an upgrade, and our words in their own shape."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal import messages


class Command(BaseCommand):
    help = "Prints, for each package, how many of its messages are in Vietnamese; lists those that are not, and ours that are not needed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", type=Path, help="Also write a catalogue for each package into this folder.")

    def handle(self, write: Path | None = None, **options: Any) -> None:
        packages = messages.packages()
        lacking = list(messages.missing(packages))
        self.stdout.write(f"{'package':44}{'domain':10}{'messages':>9}{'shipped':>9}{'now':>7}")
        for package in packages:
            number = len(package.messages)
            brought = sum(messages.key(entry) in package.shipped for entry in package.messages)
            now = number - sum(package is other for other, _entry in lacking)
            self.stdout.write(f"{package.name:44}{package.domain:10}{number:>9}{brought:>9}{now / number:>7.0%}")
        for package, entry in lacking:
            self.stdout.write(f"new in {package.name}: {entry.msgid!r}")
        for domain, (_context, message) in messages.unused(packages):
            self.stdout.write(f"in no package's catalogue ({domain}): {message!r}")
        if write:
            written = messages.write_upstream(write, packages)
            self.stdout.write(f"{len(written)} catalogues in {write}")
