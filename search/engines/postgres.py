"""PostgreSQL: `simple` vectors of the same words, computed by the database, under GIN indexes.

What stands side by side is a word of its own in a vector of pairs: to look for a phrase, PostgreSQL would read the whole vector of
every row that holds its words.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models import F, Max

from search.models import Entry
from search.query import Slot

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
# What begins many words is seen in the latest texts; of what does not, the index gathers the few at once.
SEEN_FIRST = 200
BEGUN = """SELECT EXISTS (
        SELECT 1 FROM (SELECT {column} FROM search_entry ORDER BY id DESC LIMIT %s) AS latest WHERE {column} @@ %s::tsquery
    ) OR (SELECT count(*) > 0 FROM search_entry WHERE {column} @@ %s::tsquery)"""
# What is frequent is met among so many of the latest texts; what is seldom there the index gathers from all.
WALKED = 16_000
Condition = tuple[str, list[str]]


class PostgresEngine:
    def holding(
        self, entries: Any, alternatives: Sequence[Sequence[Slot]], most: int, *, total: int, in_title: bool = False
    ) -> list[int]:
        part = "_title" if in_title else ""
        ways = [_all_of(slots, part) for slots in alternatives]
        where = " OR ".join(f"({sql})" for sql, _values in ways)
        params = [value for _sql, values in ways for value in values]
        found = entries.extra(where=[where], params=params).values_list("pk", flat=True)  # noqa: S610
        if not in_title:
            latest = found.order_by("-pk")
            if total > WALKED:
                latest = latest.filter(pk__gt=Entry.objects.aggregate(last=Max("pk"))["last"] - WALKED)
            numbers = list(latest[:most])
            if len(numbers) == most or total <= WALKED:
                return numbers
        return list(found.order_by((F("pk") + 0).desc())[:most])

    def known(self, words: Iterable[str]) -> dict[str, int]:
        asked = set(words)
        plain = {word for word in asked if word.isascii()}  # of these, the folded texts hold every one
        return {**_counted("folded", plain), **_counted("exact", asked - plain)}

    def begins(self, word: str) -> bool:
        column, sought = ("folded" if word.isascii() else "exact"), f"{_quoted(word)}:*"
        with connection.cursor() as cursor:
            cursor.execute(BEGUN.format(column=column), [SEEN_FIRST, sought, sought])
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


def _all_of(slots: Sequence[Slot], part: str) -> Condition:
    """What one column knows is asked of it at once: to look into a vector is to unpack it."""
    together: dict[str, list[str]] = {}
    apart: list[dict[str, str]] = []
    for slot in slots:
        sought = _sought(slot)
        if len(sought) == 1:
            [(column, query)] = sought.items()
            together.setdefault(column, []).append(f"({query})")
        else:
            apart.append(sought)
    asked = [{column: " & ".join(queries)} for column, queries in together.items()] + apart
    sql = " AND ".join(
        "(" + " OR ".join(f"search_entry.{column}{part} @@ %s::tsquery" for column in sought) + ")" for sought in asked
    )
    return sql, [query for sought in asked for query in sought.values()]


def _sought(slot: Slot) -> dict[str, str]:
    """By column, the words with the marks that were typed; of several, the pairs, whatever their marks: the order asks for these."""
    sought: dict[str, list[str]] = {}
    for words in slot.ways:
        if len(words) == 1:
            column, query = ("exact", words[0].exact) if words[0].is_marked else ("folded", words[0].folded)
            query = _quoted(query)
        else:
            column = "pairs"
            query = " & ".join(_quoted(f"{one.folded} {other.folded}") for one, other in pairwise(words))
        sought.setdefault(column, []).append(query + (":*" if slot.is_open else ""))
    return {column: " | ".join(queries) for column, queries in sought.items()}


def _quoted(lexeme: str) -> str:
    """Words are letters and digits only (`core.text.words`): nothing in them speaks to the query language."""
    return f"'{lexeme}'"
