"""PostgreSQL: `simple` vectors of the same words, computed by the database, under GIN indexes."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from search.query import Phrase, Slot

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
    def holding(
        self, entries: Any, alternatives: Sequence[Sequence[Slot]], most: int, *, in_title: bool = False
    ) -> list[int]:
        weight = "A" if in_title else ""
        ways = [[_slot(slot, weight) for slot in slots] for slots in alternatives]
        where = " OR ".join(f"({' AND '.join(sql for sql, _values in way)})" for way in ways)
        params = [value for way in ways for _sql, values in way for value in values]
        found = entries.extra(where=[where], params=params)  # noqa: S610
        return list(found.order_by("-pk").values_list("pk", flat=True)[:most])

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


def _slot(slot: Slot, weight: str) -> Condition:
    found = [condition for way in slot.ways for condition in _phrase(way, weight, is_open=slot.is_open)]
    return f"({' OR '.join(sql for sql, _value in found)})", [value for _sql, value in found]


def _phrase(words: Phrase, weight: str, *, is_open: bool) -> list[tuple[str, str]]:
    folded = ("search_entry.folded @@ %s::tsquery", _sought([word.folded for word in words], weight, is_open=is_open))
    exact = ("search_entry.exact @@ %s::tsquery", _sought([word.exact for word in words], weight, is_open=is_open))
    if not any(word.is_marked for word in words):
        return [folded]
    return [exact] if len(words) == 1 else [exact, folded]


def _sought(words: list[str], weight: str = "", *, is_open: bool = False) -> str:
    """The words side by side; of an open one its beginning, of a `weight` only those that have it."""
    marks = [*[weight] * (len(words) - 1), f"{'*' if is_open else ''}{weight}"]
    return " <-> ".join(f"{_quoted(word)}{':' if mark else ''}{mark}" for word, mark in zip(words, marks, strict=True))


def _quoted(word: str) -> str:
    """Words are letters and digits only (`core.text.words`): nothing in them speaks to the query language."""
    return f"'{word}'"
