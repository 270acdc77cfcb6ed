"""The demo: production with only TLS relaxed, a secret kept in DATA_DIR, and open to phones on the same network."""

import os
import secrets

from portal.settings import base

if not base.SECRET_KEY:
    base.DATA_DIR.mkdir(parents=True, exist_ok=True)
    key_file = base.DATA_DIR / "secret-key"
    if not key_file.exists():
        with os.fdopen(os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    base.SECRET_KEY = key_file.read_text().strip()

from portal.settings.production import *

ALLOWED_HOSTS = ["*"]  # a phone opens the demo by the machine's address, unknown beforehand
SECURE_PROXY_SSL_HEADER = None  # type: ignore[assignment]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # type: ignore[assignment]  # browsers ignore it, with a warning, where there is no TLS
