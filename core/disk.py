"""Whether there is room for what people send: the disk keeps a reserve, in which the database lives on."""

import shutil

from django.conf import settings

SHARE = 20  # of a small disk a twentieth is kept free


def reserve(total: int) -> int:
    """How many bytes of a disk of `total` bytes are kept free."""
    return min(int(settings.DISK_RESERVE), total // SHARE)


def has_room(size: int) -> bool:
    """Whether `size` more bytes leave the reserve untouched."""
    usage = shutil.disk_usage(settings.DATA_DIR)
    return usage.free - size > reserve(usage.total)
