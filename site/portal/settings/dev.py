"""For the developer's own machine: everything visible. The keys are those of .env, or of the folder, as the demo's."""

from portal.settings.base import *
from portal.settings.keys import field_key, receipt_key, secret_key

DEBUG = True
DEMO = None
SECRET_KEY = SECRET_KEY or secret_key(DATA_DIR)
FIELD_KEYS = FIELD_KEYS or [field_key(DATA_DIR)]
RECEIPT_KEY = RECEIPT_KEY or receipt_key(DATA_DIR)
ALLOWED_HOSTS = ["*"]
SHOW_STYLEGUIDE = True
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# Jobs at once, so that one process is enough.
TASKS["jobs"] = {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}
