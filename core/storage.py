"""Where files lie that the public must not reach: outside the served media, under random names, on the disk for certain."""

import os
import secrets
from pathlib import PurePath
from typing import Any

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Keeps no name a citizen gave, has no address, and returns only when the bytes would survive a power cut."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        token = secrets.token_hex(16)
        return f"{PurePath(name).parent.as_posix()}/{token[:2]}/{token}".removeprefix("./")

    def url(self, name: str | None) -> str:
        raise ValueError("A private file has no address of its own.")

    def _save(self, name: str, content: Any) -> str:
        saved = super()._save(name, content)  # type: ignore[misc]
        path = self.path(saved)
        for target in (path, os.path.dirname(path)):
            descriptor = os.open(target, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        return saved
