"""Whether database, DATA_DIR and keys belong together, and whether they are a demo's or a commune's.

The database holds one row, DATA_DIR one file, both with the same number; what the row keeps encrypted opens with the right keys
only. A file of a citizen is deleted, a receipt opened, a demo reset on the strength of these, never of a path alone.
"""

import json
from pathlib import Path
from typing import Any

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db import connection
from django.utils.translation import gettext_lazy as _

from core import encryption
from core.models import Installation

MARK = "installation.json"
PURPOSE = "installation"

KEYS_DO_NOT_FIT = _(
    "FIELD_KEYS or RECEIPT_KEY are not those of this database: names and phones cannot be read, receipts open nothing. "
    "Put the right keys into .env; nothing has been changed."
)
FOLDER_DOES_NOT_FIT = _(
    "DATA_DIR (%(folder)s) and the database belong to two different installations. "
    "Correct DATA_DIR or DATABASE_URL; nothing has been changed."
)
NOT_MADE = _("The database has not been made yet: run manage.py migrate first.")
DEMO_MEETS_REAL = _("This is a real commune's installation; the demo keeps away from it. Choose another DATA_DIR.")
REAL_MEETS_DEMO = _("This is the demo's installation; a real commune needs a DATA_DIR and a database of its own.")


def establish() -> None:
    """Marks a new database and its folder, as a demo's or a commune's by the settings. One that is marked stays as it is."""
    if mark_of_folder():
        return
    row = Installation.objects.first()
    if row is not None and _holds_files():
        return  # another database's folder
    if row is None:
        row = Installation(is_demo=bool(settings.DEMO))
        number = str(row.number)
        row.canary, row.receipt_canary = encryption.encrypt(number), encryption.keyed_hash(PURPOSE, number)
        row.save()
    path = Path(settings.DATA_DIR) / MARK
    path.write_text(json.dumps({"number": str(row.number), "is_demo": row.is_demo}), encoding="utf-8")


def mark_of_folder(folder: Path | None = None) -> dict[str, Any]:
    """What the folder (DATA_DIR) says of itself; empty for one without a mark, or with one that cannot be read."""
    try:
        mark = json.loads(((folder or Path(settings.DATA_DIR)) / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return mark if isinstance(mark, dict) else {}


def faults() -> list[Any]:
    """Why this installation must not be used as it is set: a sentence for each. Two queries."""
    row = Installation.objects.first() if is_made() else None
    mark = mark_of_folder()
    return [
        *([KEYS_DO_NOT_FIT] if row and not _keys_fit(row) else []),
        *([FOLDER_DOES_NOT_FIT % {"folder": settings.DATA_DIR}] if not _belong_together(row, mark) else []),
        *kind_faults(row.is_demo if row else mark.get("is_demo")),
    ]


def is_made() -> bool:
    """Whether the database has been migrated at least so far that it has the row's table."""
    return Installation._meta.db_table in connection.introspection.table_names()


def kind_faults(is_demo: bool | None) -> list[Any]:
    """Why the settings in force may not touch something that is (or is not) a demo's; None for what has no mark."""
    if is_demo is None or settings.DEMO is None or is_demo == settings.DEMO:
        return []
    return [DEMO_MEETS_REAL if settings.DEMO else REAL_MEETS_DEMO]


def _keys_fit(row: Installation) -> bool:
    try:
        opened = encryption.decrypt(row.canary)
    except InvalidToken:
        return False
    return opened == str(row.number) and row.receipt_canary == encryption.keyed_hash(PURPOSE, str(row.number))


def _belong_together(row: Installation | None, mark: dict[str, Any]) -> bool:
    if row is None or not mark:
        return row is None and not mark
    return mark.get("number") == str(row.number)


def _holds_files() -> bool:
    """Whether citizens' files lie in the folder: then it is no new one."""
    private = Path(settings.PRIVATE_ROOT)
    return private.exists() and any(path.is_file() for path in private.rglob("*"))
