"""What an engine does, and which one answers. Each gives candidates; `search.ranking` puts them in order, the same for all."""

from collections.abc import Iterable
from typing import Any, Protocol

from django.db import connection

from search.query import Query


class Engine(Protocol):
    """Answers with conditions on `search.models.Entry`."""

    def holding_all(self, entries: Any, query: Query) -> Any:
        """Those of `entries` that hold every slot of `query`."""

    def holding_some(self, entries: Any, query: Query) -> Any:
        """Those that hold some word, or some two neighbours, of `query`."""

    def best_first(self, entries: Any, query: Query) -> Any:
        """What one of the two gave, the likeliest first."""

    def known(self, words: Iterable[str]) -> dict[str, int]:
        """How many entries hold each of the (folded or exact) `words`; those nobody wrote are left out."""

    def begins(self, word: str) -> bool:
        """Whether some word begins with this one."""

    def neighbours(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """In how many entries each of the `pairs` of folded words stands side by side; those that never do are left out."""


def current() -> Engine:
    if connection.vendor == "postgresql":
        from search.engines.postgres import PostgresEngine

        return PostgresEngine()
    from search.engines.sqlite import SqliteEngine

    return SqliteEngine()
