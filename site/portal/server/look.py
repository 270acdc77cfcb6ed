"""Whether the site may be served as it is set, looked at by each process before it works."""

import sys

from django.db import DatabaseError, connections

from core import installation
from portal.server.supervisor import REFUSED


def refuse_if_wrong() -> None:
    """Ends the process with REFUSED and a sentence for each fault; a database that is away may come back. Leaves no connection open."""
    try:
        wrong = installation.faults() or ([] if installation.is_made() else [installation.NOT_MADE])
    except DatabaseError as error:
        sys.stderr.write(f"Cơ sở dữ liệu chưa trả lời ({error}); trang vẫn mở và chờ.\n")
        return
    finally:
        connections.close_all()
    if wrong:
        sys.stderr.write("".join(f"{fault}\n" for fault in wrong))
        sys.exit(REFUSED)
