"""Room on the disk: a reserve stays free, so that the database can always write words, whatever files come."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LARGEST_RESERVE = 500 * 2**20  # bytes
SHARE = 20  # one part in so many of a small disk

NO_ROOM = _(
    "“%(name)s” was not taken: the server has no room for files just now. What you wrote can be sent without it."
)


def has_room(size: int) -> bool:
    """Whether a file of `size` bytes leaves the reserve free on the disk that holds `DATA_DIR`. True where nobody can tell."""
    try:
        disk = shutil.disk_usage(_existing(Path(settings.DATA_DIR)))
    except OSError:
        return True
    return disk.free - size >= (settings.DISK_RESERVE or min(LARGEST_RESERVE, disk.total // SHARE))


def refuse_without_room(name: str, size: int) -> None:
    """Raises ValidationError with one sentence for whoever sends the file `name`, where there is no room for it."""
    if not has_room(size):
        raise ValidationError(NO_ROOM, code="no_room", params={"name": name})


def _existing(folder: Path) -> Path:
    """`folder`, or the nearest one above it that is there."""
    return next(path for path in (folder, *folder.parents) if path.exists())
