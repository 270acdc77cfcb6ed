"""The demo: production with only TLS relaxed, its secrets kept in DATA_DIR, and open to phones on the same network."""

from portal.settings import base
from portal.settings.keys import field_key, receipt_key, secret_key

base.SECRET_KEY = base.SECRET_KEY or secret_key(base.DATA_DIR)
base.FIELD_KEYS = base.FIELD_KEYS or [field_key(base.DATA_DIR)]
base.RECEIPT_KEY = base.RECEIPT_KEY or receipt_key(base.DATA_DIR)

from portal.settings.production import *  # noqa: E402  (which wants the secrets)

DEMO = True
ALLOWED_HOSTS = ["*"]  # a phone opens the demo by the machine's address, unknown beforehand
SECURE_PROXY_SSL_HEADER = None  # type: ignore[assignment]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SECURE_CROSS_ORIGIN_OPENER_POLICY = None  # type: ignore[assignment]  # browsers ignore it, with a warning, where there is no TLS
