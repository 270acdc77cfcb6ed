"""Secrets of an installation that was given none: made at the first start, kept in DATA_DIR, readable by nobody else."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet


def kept(folder: Path, name: str, make: Callable[[], str]) -> str:
    """The secret in the file `name` of `folder`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(make())
    return path.read_text().strip()


def secret_key(folder: Path) -> str:
    return kept(folder, "secret-key", lambda: secrets.token_urlsafe(48))


def field_key(folder: Path) -> str:
    return kept(folder, "field-key", lambda: Fernet.generate_key().decode())


def receipt_key(folder: Path) -> str:
    return kept(folder, "receipt-key", lambda: secrets.token_urlsafe(48))
