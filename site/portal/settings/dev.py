"""For the developer's own machine: everything visible, nothing secret."""

from portal.settings.base import *

DEBUG = True
SECRET_KEY = RECEIPT_KEY = "only-for-development"
FIELD_KEYS = ["dGhpcy1rZXktaXMtb25seS1mb3ItdGVzdHMtMTIzNDU="]
ALLOWED_HOSTS = ["*"]
SHOW_STYLEGUIDE = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Jobs at once, so that one process is enough.
TASKS["jobs"] = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
