"""Personal data at rest: encrypted with keys that lie outside the database, found again by a keyed hash.

`FIELD_KEYS` are Fernet keys (AES-128-CBC with HMAC-SHA256), the newest first: it encrypts, all of them decrypt, so a key is changed
by putting a new one in front. `RECEIPT_KEY` never changes: what is derived from it (hashes, receipts) has to come out the same.
"""

import hashlib
import hmac
from functools import cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


@cache
def _cipher(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text: str) -> str:
    """`text` as a token of ASCII letters; different each time."""
    return _cipher(tuple(settings.FIELD_KEYS)).encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """The text of a token made by `encrypt`. Raises cryptography.fernet.InvalidToken if no key fits."""
    return _cipher(tuple(settings.FIELD_KEYS)).decrypt(token.encode()).decode()


def derive(purpose: str, value: bytes) -> bytes:
    """32 bytes that belong to `value` for one `purpose`; nobody without the key can tell them."""
    return salted_hmac(purpose, value, secret=settings.RECEIPT_KEY, algorithm="sha256").digest()


def keyed_hash(purpose: str, text: str) -> str:
    """A hash of `text` for exact look-up: 64 hexadecimal letters."""
    return derive(purpose, text.encode()).hex()


def same(left: str, right: str) -> bool:
    """Whether two secrets are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(hashlib.sha256(left.encode()).digest(), hashlib.sha256(right.encode()).digest())
