"""The demo: production with only TLS relaxed, its secrets kept in DATA_DIR, and open to phones on the same network."""

import os
import secrets
from collections.abc import Callable

from cryptography.fernet import Fernet

from portal.settings import base


def kept(name: str, make: Callable[[], str]) -> str:
    """The secret in the file `name` of DATA_DIR; made at the first start, readable by nobody else."""
    base.DATA_DIR.mkdir(parents=True, exist_ok=True)
    path = base.DATA_DIR / name
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(make())
    return path.read_text().strip()


base.SECRET_KEY = base.SECRET_KEY or kept("secret-key", lambda: secrets.token_urlsafe(48))
base.FIELD_KEYS = base.FIELD_KEYS or [kept("field-key", lambda: Fernet.generate_key().decode())]
base.RECEIPT_KEY = base.RECEIPT_KEY or kept("receipt-key", lambda: secrets.token_urlsafe(48))

from portal.settings.production import *  # noqa: E402  (which wants the secrets)

ALLOWED_HOSTS = ["*"]  # a phone opens the demo by the machine's address, unknown beforehand
SECURE_PROXY_SSL_HEADER = None  # type: ignore[assignment]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # type: ignore[assignment]  # browsers ignore it, with a warning, where there is no TLS
