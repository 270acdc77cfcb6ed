"""For a commune's server, behind TLS."""

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *

if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is empty. Put a long random value into .env (see .env.example).")

if not FIELD_KEYS or not RECEIPT_KEY:
    raise ImproperlyConfigured("FIELD_KEYS or RECEIPT_KEY is empty: personal data needs both (see .env.example).")

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # the proxy in front speaks TLS
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # probes come from inside, without TLS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=60 * 60 * 24 * 365)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True  # a session never travels in the clear
CSRF_COOKIE_SECURE = True

if env.str("SENTRY_DSN", default=""):
    import sentry_sdk

    # Neither what citizens send nor the variables that hold it leave the house.
    sentry_sdk.init(
        dsn=env.str("SENTRY_DSN"),
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
    )
