"""Whether every string, ours and the packages', has its Vietnamese, and the catalogue knows every string (needs gettext to look)."""

import shutil
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from portal import messages

IGNORED = [".venv", "build", "demo", "tests", "node_modules", "benchmarks", "data"]


class Command(BaseCommand):
    help = "Fails if a string lacks its Vietnamese, or the catalogue is not up to date."

    def handle(self, **options: Any) -> None:
        catalogue = settings.BASE_DIR / "locale" / "vi" / "LC_MESSAGES" / "django.po"
        problems = messages.faults(polib.pofile(str(catalogue)))
        for domain in messages.DOMAINS:
            problems += messages.faults(messages.overlay(domain).values())
        problems += [
            f"{package.name}: no Vietnamese: {entry.msgid!r}"
            for package, entry in messages.missing(messages.packages())
        ]
        if shutil.which("xgettext"):
            problems += self._missing(catalogue)
        else:
            self.stderr.write("skipped: whether the catalogue is up to date (apt-get install gettext)")
        if problems:
            raise CommandError("\n".join(problems))
        self.stdout.write("messages: complete")

    def _missing(self, catalogue: Path) -> list[str]:
        """Strings of the code that the catalogue lacks, and entries that the code no longer has."""
        before = catalogue.read_text(encoding="utf-8")
        known = {entry.msgid for entry in polib.pofile(str(catalogue))}
        try:
            call_command("makemessages", locale=["vi"], ignore_patterns=IGNORED, no_obsolete=True, verbosity=0)
            now = {entry.msgid for entry in polib.pofile(str(catalogue))}
        finally:
            catalogue.write_text(before, encoding="utf-8")
        return [f"not in locale/vi: {msgid!r}" for msgid in sorted(now - known)] + [
            f"no longer used: {msgid!r}" for msgid in sorted(known - now)
        ]
