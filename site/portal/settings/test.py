"""For the tests: no network, nothing left behind, jobs at once."""

import tempfile
from pathlib import Path

from portal.settings.base import *

SECRET_KEY = RECEIPT_KEY = "only-for-tests"
FIELD_KEYS = ["dGhpcy1rZXktaXMtb25seS1mb3ItdGVzdHMtMTIzNDU="]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SHOW_STYLEGUIDE = True
DATA_DIR = Path(tempfile.mkdtemp(prefix="mat-tran-so-test-"))
MEDIA_ROOT = DATA_DIR / "media"
PRIVATE_ROOT = DATA_DIR / "private"
PUBLIC_ROOT = DATA_DIR / "public"
if not env.str("DATABASE_URL", default=""):
    DATABASES = {"default": env.db_url_config("sqlite://:memory:")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES["default"] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
STORAGES["private"]["OPTIONS"] = {"location": PRIVATE_ROOT}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir()
TASKS["jobs"] = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WAGTAILADMIN_BASE_URL = "http://testserver"
LOGGING["root"]["level"] = "ERROR"
# Wagtail's own index is asked by nobody in the tests, and writing it is a quarter of their time.
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False
