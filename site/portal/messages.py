"""Message catalogues, compiled without gettext."""

from pathlib import Path

import polib
from django.conf import settings


def compile_catalogues() -> list[Path]:
    """Writes the .mo beside every .po that is newer; returns those written."""
    written = []
    for folder in settings.LOCALE_PATHS:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                polib.pofile(str(source)).save_as_mofile(str(target))
                written.append(target)
    return written
