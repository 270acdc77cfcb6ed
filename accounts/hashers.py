"""How passwords are kept: Django's own way, for one spelling of their letters.

Windows writes ầ as one letter, a Mac as three, its own Vietnamese keyboard as two: on paper one password. A hasher is the one place
that every door passes, forms and commands alike.
"""

import unicodedata

from django.contrib.auth import hashers


class PasswordHasher(hashers.PBKDF2PasswordHasher):
    """Sets and checks the composed form (NFC)."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        return str(super().encode(unicodedata.normalize("NFC", password), salt, iterations))
