"""PostgreSQL: `simple` vectors of the same words, computed by the database, under GIN indexes."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from django.db import connection

from search.query import Phrase, Query, Slot, Word

CREATE = [
    """ALTER TABLE search_entry
        ADD COLUMN exact tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, title_exact), 'A') || to_tsvector('simple'::regconfig, body_exact)
        ) STORED,
        ADD COLUMN folded tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, title_folded), 'A') || to_tsvector('simple'::regconfig, body_folded)
        ) STORED""",
    "CREATE INDEX search_entry_exact ON search_entry USING gin (exact)",
    "CREATE INDEX search_entry_folded ON search_entry USING gin (folded)",
]
MOST_COUNTED = 2000
Condition = tuple[str, list[str]]


class PostgresEngine:
    def holding_all(self, entries: Any, query: Query) -> Any:
        conditions = [_slot(slot) for slot in query.slots]
        return entries.extra(  # noqa: S610
            where=[sql for sql, _values in conditions],
            params=[value for _sql, values in conditions for value in values],
        )

    def holding_some(self, entries: Any, query: Query) -> Any:
        conditions = [_slot(slot) for slot in query.slots]
        where = " OR ".join(sql for sql, _values in conditions)
        return entries.extra(where=[where], params=[value for _sql, values in conditions for value in values])  # noqa: S610

    def best_first(self, entries: Any, query: Query) -> Any:
        words = [word.folded for word in query.words]
        pairs = [f"({_sought(list(pair))})" for pair in pairwise(words)]
        sought = " | ".join([*map(_quoted, words), *pairs])
        rank = "ts_rank('{0.1, 0.2, 0.4, 1.0}', search_entry.folded, %s::tsquery, 1)"
        return entries.extra(select={"rank": rank}, select_params=[sought], order_by=["-rank"])  # noqa: S610

    def known(self, words: Iterable[str]) -> dict[str, int]:
        asked = {_quoted(word): word for word in words}
        counted = """SELECT word, (
                SELECT count(*) FROM (
                    SELECT 1 FROM search_entry WHERE folded @@ word::tsquery OR exact @@ word::tsquery LIMIT %s
                ) AS counted
            ) FROM unnest(%s::text[]) AS word"""
        with connection.cursor() as cursor:
            cursor.execute(counted, [MOST_COUNTED, list(asked)])
            return {asked[word]: number for word, number in cursor.fetchall() if number}

    def begins(self, word: str) -> bool:
        there = "SELECT EXISTS (SELECT 1 FROM search_entry WHERE folded @@ %s::tsquery OR exact @@ %s::tsquery)"
        with connection.cursor() as cursor:
            cursor.execute(there, [f"{_quoted(word)}:*"] * 2)
            return bool(cursor.fetchone()[0])

    def neighbours(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        asked = {_sought([first, second]): (first, second) for first, second in pairs}
        counted = """SELECT pair, (
                SELECT count(*) FROM (SELECT 1 FROM search_entry WHERE folded @@ pair::tsquery LIMIT %s) AS counted
            ) FROM unnest(%s::text[]) AS pair"""
        with connection.cursor() as cursor:
            cursor.execute(counted, [MOST_COUNTED, list(asked)])
            return {asked[pair]: number for pair, number in cursor.fetchall() if number}


def _slot(slot: Slot) -> Condition:
    found = [condition for way in slot.ways for condition in _phrase(way, is_open=slot.is_open)]
    return f"({' OR '.join(sql for sql, _value in found)})", [value for _sql, value in found]


def _phrase(words: Phrase, *, is_open: bool) -> list[tuple[str, str]]:
    more = ":*" if is_open else ""
    folded = ("search_entry.folded @@ %s::tsquery", _sought([word.folded for word in words]) + more)
    exact = ("search_entry.exact @@ %s::tsquery", _sought([word.exact for word in words]) + more)
    if not any(map(_is_marked, words)):
        return [folded]
    return [exact] if len(words) == 1 else [exact, folded]


def _is_marked(word: Word) -> bool:
    return word.is_marked


def _sought(words: list[str]) -> str:
    return " <-> ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    """Words are letters and digits only (`core.text.words`): nothing in them speaks to the query language."""
    return f"'{word}'"
