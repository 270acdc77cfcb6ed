"""The WSGI application that granian serves."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

application = get_wsgi_application()
# Read before anybody comes, in the site's own language: some of Wagtail's words are fixed when its addresses are read.
get_resolver().url_patterns  # noqa: B018
