"""SQLite FTS5 over the rows of `search_entry`, which triggers keep it in step with. Its tokenizer folds nothing again."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from search.query import Phrase, Slot

EXACT, FOLDED = "{title_exact body_exact}", "{title_folded body_folded}"
COUNTED = "SELECT count(*) FROM (SELECT 1 FROM search_fts WHERE search_fts MATCH %s LIMIT %s)"
MOST_COUNTED = 2000
CREATE = [
    """CREATE VIRTUAL TABLE search_fts USING fts5(
        title_exact, title_folded, body_exact, body_folded,
        content='search_entry', content_rowid='id', tokenize="unicode61 remove_diacritics 0", prefix='1 2 3'
    )""",
    "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_fts, row)",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
        INSERT INTO search_fts(rowid, title_exact, title_folded, body_exact, body_folded)
        VALUES (new.id, new.title_exact, new.title_folded, new.body_exact, new.body_folded);
    END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
        INSERT INTO search_fts(search_fts, rowid, title_exact, title_folded, body_exact, body_folded)
        VALUES ('delete', old.id, old.title_exact, old.title_folded, old.body_exact, old.body_folded);
    END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE OF title_exact, title_folded, body_exact, body_folded ON search_entry BEGIN
        INSERT INTO search_fts(search_fts, rowid, title_exact, title_folded, body_exact, body_folded)
        VALUES ('delete', old.id, old.title_exact, old.title_folded, old.body_exact, old.body_folded);
        INSERT INTO search_fts(rowid, title_exact, title_folded, body_exact, body_folded)
        VALUES (new.id, new.title_exact, new.title_folded, new.body_exact, new.body_folded);
    END""",
]


class SqliteEngine:
    def holding(
        self, entries: Any, alternatives: Sequence[Sequence[Slot]], most: int, *, total: int, in_title: bool = False
    ) -> list[int]:
        sought = " OR ".join(f"({' AND '.join(f'({_slot(slot)})' for slot in slots)})" for slots in alternatives)
        if in_title:
            sought = f"{{title_exact title_folded}} : ({sought})"
        where = ["search_fts.rowid = search_entry.id", "search_fts MATCH %s"]
        found = entries.extra(tables=["search_fts"], where=where, params=[sought], order_by=["-search_fts.rowid"])  # noqa: S610
        return list(found.values_list("pk", flat=True)[:most])

    def known(self, words: Iterable[str]) -> dict[str, int]:
        asked = list(words)
        with connection.cursor() as cursor:
            places = ", ".join(["%s"] * len(asked))
            cursor.execute(f"SELECT term, doc FROM search_vocabulary WHERE term IN ({places})", asked)  # noqa: S608
            return dict(cursor.fetchall())

    def begins(self, word: str) -> bool:
        with connection.cursor() as cursor:
            # No letter or digit comes after U+10FFFF.
            cursor.execute(
                "SELECT 1 FROM search_vocabulary WHERE term >= %s AND term < %s LIMIT 1", [word, word + chr(0x10FFFF)]
            )
            return cursor.fetchone() is not None

    def neighbours(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        asked, found = list(pairs), {}
        known = self.known({word for pair in asked for word in pair})
        with connection.cursor() as cursor:
            for pair in asked:
                if not known.keys() >= set(pair):
                    continue
                sought = f"{FOLDED} : {_quoted(' '.join(pair))}"
                cursor.execute(COUNTED, [sought, MOST_COUNTED])
                if number := cursor.fetchone()[0]:
                    found[pair] = number
        return found


def _slot(slot: Slot) -> str:
    return " OR ".join(_phrase(way, is_open=slot.is_open) for way in slot.ways)


def _phrase(words: Phrase, *, is_open: bool = False) -> str:
    more = " *" if is_open else ""
    if any(word.is_marked for word in words):
        found = f"{EXACT} : {_quoted(' '.join(word.exact for word in words))}{more}"
        if len(words) == 1:
            return found
        return f"{found} OR {FOLDED} : {_quoted(' '.join(word.folded for word in words))}{more}"
    return f"{FOLDED} : {_quoted(' '.join(word.folded for word in words))}{more}"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', "") + '"'
