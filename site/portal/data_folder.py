"""DATA_DIR is for the site's own user alone."""

import logging
import os
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from core import installation

UMASK = 0o027  # what the site writes is read by its group at most

logger = logging.getLogger(__name__)


def prepare() -> None:
    """Makes the folder and what has to be in it, closes it to others, and refuses one that the settings must not touch."""
    os.umask(UMASK)
    folder = Path(settings.DATA_DIR)
    mark = installation.mark_of_folder(folder)
    if wrong := installation.kind_faults(mark.get("is_demo")):
        raise CommandError(f"{folder}: {wrong[0]}")
    try:
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True)
        elif mark:  # a folder that is ours, and nobody's home
            folder.chmod(0o700)
        Path(settings.FILE_UPLOAD_TEMP_DIR).mkdir(mode=0o700, exist_ok=True)
    except OSError:
        logger.warning("%s cannot be written", folder)
