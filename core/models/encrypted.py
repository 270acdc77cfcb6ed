from typing import Any

from django.db import models

from core import encryption


class EncryptedTextField(models.TextField):
    """Text that the database holds encrypted. It cannot be filtered by: keep a `keyed_hash` beside it for that."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return encryption.encrypt(value) if value else value

    def from_db_value(self, value: str | None, *args: Any) -> str | None:
        return encryption.decrypt(value) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name in {"isnull"}:
            return super().get_lookup(lookup_name)
        raise TypeError(f"An encrypted field cannot be filtered by “{lookup_name}”.")
