"""Whether an error says that a part is away for a moment, and nothing is wrong with us: the database, room on the disk."""

import errno

from django.db import InterfaceError, OperationalError

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
RETRY_AFTER = 30  # seconds


def is_outage(error: BaseException | None) -> bool:
    """True if `error`, or one that it followed upon, is such a one: a lock, a connection refused, a full disk."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, (OperationalError, InterfaceError)) or (
            isinstance(error, OSError) and error.errno in NO_ROOM
        ):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False
