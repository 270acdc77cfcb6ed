"""Sends to Elasticsearch what it missed: `manage.py search_catch_up`, every minute."""

from typing import Any

from django.core.management.base import BaseCommand

from search import engines


class Command(BaseCommand):
    help = "Sends to Elasticsearch what was written while it was away. Does nothing on a site without one."

    def handle(self, *args: Any, **options: Any) -> None:
        if server := engines.elasticsearch():
            self.stdout.write(str(server.catch_up()))
