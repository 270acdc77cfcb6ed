"""For the tests: no network, nothing left behind, jobs at once."""

import os
import secrets
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet

from portal.settings.base import *

# Made for this run and the processes it starts: a key that stands in a file could come to encrypt real data.
SECRET_KEY = os.environ.setdefault("TEST_SECRET_KEY", secrets.token_urlsafe(48))
RECEIPT_KEY = os.environ.setdefault("TEST_RECEIPT_KEY", secrets.token_urlsafe(48))
FIELD_KEYS = [os.environ.setdefault("TEST_FIELD_KEY", Fernet.generate_key().decode())]
DEMO = None
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SHOW_STYLEGUIDE = True
DATA_DIR = Path(tempfile.mkdtemp(prefix="mat-tran-so-test-"))
FILE_UPLOAD_TEMP_DIR = DATA_DIR / "tmp"
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
PASSWORD_HASHERS = ["tests.hashers.FastPasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PUBLIC_URL = "http://testserver"
LOGGING["root"]["level"] = "ERROR"
# Wagtail's own index is asked by nobody in the tests, and writing it is a quarter of their time.
WAGTAILSEARCH_BACKENDS["default"]["AUTO_UPDATE"] = False
