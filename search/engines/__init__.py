"""What an engine does, and which one answers. Each gives candidates; `search.ranking` puts them in order, the same for all."""

import json
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, Protocol

from django.conf import settings
from django.db import connection
from django.db.models.expressions import RawSQL

from search.models import Entry
from search.query import Slot


class Engine(Protocol):
    """Knows the words of every `search.models.Entry`."""

    def holding(
        self, entries: Any, alternatives: Sequence[Sequence[Slot]], most: int, *, total: int, in_title: bool = False
    ) -> list[int]:
        """The keys of those of `entries` that hold every slot of one of the `alternatives`, the latest first, `most` of them.

        `total`: how many entries there are.
        """

    def known(self, words: Iterable[str]) -> dict[str, int]:
        """How many entries hold each of the (folded or exact) `words`; those nobody wrote are left out."""

    def begins(self, word: str) -> bool:
        """Whether some word begins with this one."""

    def neighbours(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """In how many entries each of the `pairs` of folded words stands side by side; those that never do are left out."""


def current() -> Engine:
    """Elasticsearch, where the site has one and it answers; else the database."""
    server = elasticsearch()
    if server and not server.is_resting():
        guarded: Engine = server.Guarded(of_database())
        return guarded
    return of_database()


def elasticsearch() -> Any:
    """`search.engines.elastic` on a site that has a server; else nothing, and its packages need not be installed."""
    return import_module("search.engines.elastic") if settings.ELASTICSEARCH_URL else None


def of_database() -> Engine:
    if connection.vendor == "postgresql":
        from search.engines.postgres import PostgresEngine

        return PostgresEngine()
    from search.engines.sqlite import SqliteEngine

    return SqliteEngine()


def chosen(numbers: list[int]) -> Any:
    """The entries with these keys, however many: one parameter of the query."""
    values = "json_array_elements_text(%s::json)" if connection.vendor == "postgresql" else "json_each(%s)"
    return Entry.objects.filter(pk__in=RawSQL(f"SELECT CAST(value AS bigint) FROM {values}", [json.dumps(numbers)]))  # noqa: S608, S611
