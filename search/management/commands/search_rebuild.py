"""Makes the search index anew while the site serves: `manage.py search_rebuild`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search import engines, indexing, registry
from search.models import Entry


class Command(BaseCommand):
    help = "Makes the search index anew, in place. Stopped half-way, it goes on with --resume."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--resume", metavar="SOURCE:KEY", default="", help="as the last line printed says")

    def handle(self, *args: Any, resume: str, **options: Any) -> None:
        names = [source.name for source in registry.sources()]
        first, _colon, key = resume.partition(":")
        for name in names[names.index(first) if first else 0 :]:
            source = registry.source(name)
            total, done = source.kept().count(), 0
            for reached in indexing.rebuild(source, after=int(key or 0) if name == first else 0):
                done += indexing.BATCH
                self.stdout.write(f"{name}:{reached}  {min(done, total)}/{total}")
        Entry.objects.exclude(source__in=names).delete()
        if server := engines.elasticsearch():
            for done in server.rebuild():
                self.stdout.write(f"Elasticsearch: {done}")
        self.stdout.write(self.style.SUCCESS(f"{Entry.objects.count()}"))
