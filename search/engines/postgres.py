"""PostgreSQL: `simple` vectors of the same words, computed by the database, under GIN indexes.

What stands side by side is a word of its own in a vector of pairs: to look for a phrase, PostgreSQL would read the whole vector of
every row that holds its words.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from django.db import connection

from search.query import Phrase, Slot

MOST_PAIRS, LONGEST_PAIR = 25_000, 30  # of a text; letters: a vector holds one megabyte
PAIRS = """CREATE FUNCTION search_pairs(line text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(pair), '{{}}') FROM (
        SELECT word || ' ' || lead(word) OVER (ORDER BY place) AS pair
        FROM unnest(string_to_array(line, ' ')) WITH ORDINALITY AS words (word, place) WHERE place <= {most}
    ) AS pairs WHERE length(pair) <= {longest}
$$"""
CREATE = [
    PAIRS.format(most=MOST_PAIRS, longest=LONGEST_PAIR),
    """ALTER TABLE search_entry
        ADD COLUMN exact tsvector GENERATED ALWAYS AS (
            to_tsvector('simple'::regconfig, title_exact || ' ' || body_exact)
        ) STORED,
        ADD COLUMN folded tsvector GENERATED ALWAYS AS (
            to_tsvector('simple'::regconfig, title_folded || ' ' || body_folded)
        ) STORED,
        ADD COLUMN pairs tsvector GENERATED ALWAYS AS (
            array_to_tsvector(search_pairs(title_folded) || search_pairs(body_folded))
        ) STORED,
        ADD COLUMN exact_title tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title_exact)) STORED,
        ADD COLUMN folded_title tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title_folded)) STORED,
        ADD COLUMN pairs_title tsvector GENERATED ALWAYS AS (array_to_tsvector(search_pairs(title_folded))) STORED""",
    # Without a list of what waits to be sorted in: it would be read with every search.
    *(
        f"CREATE INDEX search_entry_{name} ON search_entry USING gin ({name}) WITH (fastupdate = off)"
        for name in ("exact", "folded", "pairs", "exact_title", "folded_title", "pairs_title")
    ),
]
MOST_COUNTED = 2000
COUNTED = """SELECT lexeme, (
        SELECT count(*) FROM (SELECT 1 FROM search_entry WHERE {column} @@ lexeme::tsquery LIMIT %s) AS counted
    ) FROM unnest(%s::text[]) AS lexeme"""
Condition = tuple[str, str]


class PostgresEngine:
    def holding(
        self, entries: Any, alternatives: Sequence[Sequence[Slot]], most: int, *, in_title: bool = False
    ) -> list[int]:
        part = "_title" if in_title else ""
        ways = [[_slot(slot, part) for slot in slots] for slots in alternatives]
        where = " OR ".join(f"({' AND '.join(sql for sql, _values in way)})" for way in ways)
        params = [value for way in ways for _sql, values in way for value in values]
        found = entries.extra(where=[where], params=params)  # noqa: S610
        return list(found.order_by("-pk").values_list("pk", flat=True)[:most])

    def known(self, words: Iterable[str]) -> dict[str, int]:
        asked = set(words)
        plain = {word for word in asked if word.isascii()}  # of these, the folded texts hold every one
        return {**_counted("folded", plain), **_counted("exact", asked - plain)}

    def begins(self, word: str) -> bool:
        column = "folded" if word.isascii() else "exact"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT EXISTS (SELECT 1 FROM search_entry WHERE {column} @@ %s::tsquery)",  # noqa: S608
                [f"{_quoted(word)}:*"],
            )
            return bool(cursor.fetchone()[0])

    def neighbours(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        asked = {" ".join(pair): pair for pair in pairs}
        return {asked[line]: number for line, number in _counted("pairs", asked).items()}


def _counted(column: str, lexemes: Iterable[str]) -> dict[str, int]:
    asked = {_quoted(lexeme): lexeme for lexeme in lexemes}
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(column=column), [MOST_COUNTED, list(asked)])
        return {asked[lexeme]: number for lexeme, number in cursor.fetchall() if number}


def _slot(slot: Slot, part: str) -> tuple[str, list[str]]:
    found = [_phrase(way, part, is_open=slot.is_open) for way in slot.ways]
    return f"({' OR '.join(sql for sql, _value in found)})", [value for _sql, value in found]


def _phrase(words: Phrase, part: str, *, is_open: bool) -> Condition:
    """A word with the marks that were typed; of several, the pairs, whatever their marks: the order asks for these."""
    more = ":*" if is_open else ""
    if len(words) == 1:
        word = words[0]
        column, sought = ("exact", word.exact) if word.is_marked else ("folded", word.folded)
        return f"search_entry.{column}{part} @@ %s::tsquery", _quoted(sought) + more
    pairs = " & ".join(_quoted(f"{one.folded} {other.folded}") for one, other in pairwise(words))
    return f"search_entry.pairs{part} @@ %s::tsquery", pairs + more


def _quoted(lexeme: str) -> str:
    """Words are letters and digits only (`core.text.words`): nothing in them speaks to the query language."""
    return f"'{lexeme}'"
