"""Elasticsearch 8 over the same words: for a site that has a server of it. The one module that knows its packages.

It gives the keys of entries; what may be seen of them the database says, with each search. What was written a job sends;
while the server is away the database's own engine answers, and `catch_up` sends what is missing when it is back.
"""

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.helpers import BulkIndexError, bulk
from elasticsearch_dsl import A, Q, Search

from search.models import Entry
from search.query import Phrase, Slot

logger = logging.getLogger(__name__)
UNREACHABLE = (TransportError, ApiError, BulkIndexError)
TIMEOUT, REST = 3.0, 30.0  # seconds: for an answer; before it is asked again after it gave none
BATCH = 200  # entries sent at once
PAGE = 500  # keys asked for at once
MOST_BEGUN = 1000  # words with which a phrase may go on
TEXT = {"type": "text", "analyzer": "whitespace", "norms": False}
BODY: dict[str, Any] = {
    "settings": {
        "number_of_shards": 1,  # so that the counts of words are those of all texts
        "number_of_replicas": 0,
        "analysis": {
            "filter": {"two": {"type": "shingle", "output_unigrams": False}},
            "analyzer": {"pairs": {"type": "custom", "tokenizer": "standard", "filter": ["two"]}},
        },
    },
    "mappings": {
        "dynamic": "strict",
        "_source": {"enabled": False},
        "properties": {
            "number": {"type": "long"},
            "title_exact": TEXT,
            "title_folded": TEXT,
            # Title and body, far apart: no phrase stands across both.
            "exact": TEXT,
            "folded": {**TEXT, "fields": {"pairs": {"type": "text", "analyzer": "pairs", "norms": False}}},
        },
    },
}
_rests_until = 0.0


def client() -> Elasticsearch:
    return _client(settings.ELASTICSEARCH_URL)


@cache
def _client(url: str) -> Elasticsearch:
    return Elasticsearch(url, request_timeout=TIMEOUT, max_retries=0)


def is_resting() -> bool:
    """Whether it did not answer a moment ago."""
    return time.monotonic() < _rests_until


class ElasticEngine:
    def holding(
        self, entries: Any, alternatives: Sequence[Sequence[Slot]], most: int, *, total: int, in_title: bool = False
    ) -> list[int]:
        from search.engines import chosen

        exact, folded = ("title_exact", "title_folded") if in_title else ("exact", "folded")
        ways = [Q("bool", filter=[_slot(slot, exact, folded) for slot in slots]) for slots in alternatives]
        size = max(most, PAGE)
        search = _search().filter(_any(ways)).sort({"number": "desc"}).extra(size=size, track_total_hits=False)
        found: list[int] = []
        numbers: list[int] = []
        while len(found) < most and (not numbers or len(numbers) == size):
            asked = search.extra(search_after=[numbers[-1]]) if numbers else search
            numbers = [hit.meta.sort[0] for hit in asked.execute()]
            seen = set(entries.filter(pk__in=chosen(numbers).values("pk")).values_list("pk", flat=True))
            found += [number for number in numbers if number in seen]
            if not numbers:
                break
        return found[:most]

    def known(self, words: Iterable[str]) -> dict[str, int]:
        asked = " ".join(words)
        vectors = client().termvectors(
            index=settings.ELASTICSEARCH_INDEX,
            doc={"exact": asked, "folded": asked},
            term_statistics=True,
            field_statistics=False,
            positions=False,
            offsets=False,
            payloads=False,
        )["term_vectors"]
        found: dict[str, int] = {}
        for vector in (vectors.get(name, {"terms": {}}) for name in ("exact", "folded")):
            for word, numbers in vector["terms"].items():
                if number := numbers.get("doc_freq"):
                    found[word] = max(found.get(word, 0), number)
        return found

    def begins(self, word: str) -> bool:
        prefixes = [Q("prefix", **{name: word}) for name in ("exact", "folded")]
        return bool(_search().filter(_any(prefixes)).extra(size=1, terminate_after=1, track_total_hits=False).execute())

    def neighbours(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        asked = list(pairs)
        if not asked:
            return {}
        sought = {str(place): Q("term", **{"folded.pairs": " ".join(pair)}) for place, pair in enumerate(asked)}
        search = _search().extra(size=0, track_total_hits=False)
        search.aggs.bucket("pairs", A("filters", filters=sought))
        buckets = search.execute().aggregations.pairs.buckets
        return {pair: number for place, pair in enumerate(asked) if (number := buckets[str(place)].doc_count)}


class Guarded:
    """Asks Elasticsearch, and the database's engine from the first time on that it gives no answer."""

    def __init__(self, database: Any) -> None:
        self._engines = [ElasticEngine(), database]

    def __getattr__(self, name: str) -> Any:
        def ask(*asked: Any, **options: Any) -> Any:
            if len(self._engines) > 1:
                try:
                    return getattr(self._engines[0], name)(*asked, **options)
                except UNREACHABLE as error:
                    _rest(error)
                    del self._engines[0]
            return getattr(self._engines[0], name)(*asked, **options)

        return ask


def catch_up() -> int:
    """Sends what was written and not sent yet, and makes the index where there is none; returns how many were sent."""
    sent = 0
    try:
        if not is_resting():
            _ensure_index()
        while not is_resting() and (now := _send_some()):
            sent += now
    except UNREACHABLE as error:
        _rest(error)
    return sent


def forget(numbers: Iterable[int]) -> None:
    """Deletes entries that are no more. One that stays, as the server is away, is never shown: the database does not have it."""
    gone = [{"_op_type": "delete", "_id": number} for number in numbers]
    if not is_resting():
        try:
            bulk(client(), gone, index=settings.ELASTICSEARCH_INDEX, raise_on_error=False)
        except UNREACHABLE as error:
            _rest(error)


def rebuild() -> Iterator[int]:
    """Makes a new index beside the old one, which answers until all is sent, and takes its place; yields how many are done."""
    name, begun, done, last = _new_name(), timezone.now(), 0, 0
    client().indices.create(index=name, **BODY)
    while True:
        with transaction.atomic():
            rows = list(Entry.objects.select_for_update().filter(pk__gt=last).order_by("pk")[:BATCH])
            if not rows:
                break
            _send(rows, name)
            Entry.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=begun)
        last, done = rows[-1].pk, done + len(rows)
        yield done
    alias = settings.ELASTICSEARCH_INDEX
    swap: list[dict[str, Any]] = [{"add": {"index": name, "alias": alias}}]
    swap += [{"remove_index": {"index": other}} for other in _indices() if other != name]
    client().indices.update_aliases(actions=swap)
    Entry.objects.exclude(sent_at=begun).update(sent_at=None)  # written meanwhile: the old index has it
    catch_up()


def drift() -> int:
    """How many more entries the index holds than there are; negative, how many it lacks. Raises where it is away."""
    alias = settings.ELASTICSEARCH_INDEX
    client().indices.refresh(index=alias)
    return int(client().count(index=alias)["count"]) - Entry.objects.count()


def _search() -> Any:
    return Search(using=client(), index=settings.ELASTICSEARCH_INDEX).source(False)


def _send(rows: list[Entry], index: str) -> None:
    documents = [
        {
            "_id": row.pk,
            "number": row.pk,
            "title_exact": row.title_exact,
            "title_folded": row.title_folded,
            "exact": [row.title_exact, row.body_exact],
            "folded": [row.title_folded, row.body_folded],
        }
        for row in rows
    ]
    # An index that nobody made must not make itself, without our analysis.
    bulk(client(), documents, index=index, require_alias=index == settings.ELASTICSEARCH_INDEX)


def _send_some() -> int:
    """Sends a batch, and marks it sent in the same transaction: what is written meanwhile is sent again."""
    with transaction.atomic():
        rows = list(Entry.objects.select_for_update().filter(sent_at=None).order_by("pk")[:BATCH])
        if rows:
            _send(rows, settings.ELASTICSEARCH_INDEX)
            Entry.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=timezone.now())
    return len(rows)


def _ensure_index() -> None:
    alias = settings.ELASTICSEARCH_INDEX
    if not client().indices.exists_alias(name=alias):
        client().indices.create(index=_new_name(), aliases={alias: {}}, **BODY)
        Entry.objects.update(sent_at=None)


def _new_name() -> str:
    return f"{settings.ELASTICSEARCH_INDEX}-{time.time_ns()}"


def _indices() -> list[str]:
    """Our indices, those that a rebuild left half-made too; not those of a site whose name begins with ours."""
    begin = f"{settings.ELASTICSEARCH_INDEX}-"
    return [name for name in client().indices.get(index=f"{begin}*") if name.removeprefix(begin).isdigit()]


def _rest(error: Exception) -> None:
    global _rests_until
    _rests_until = time.monotonic() + REST
    logger.warning("Elasticsearch does not answer; the database does for %s seconds: %s", int(REST), error)


def _any(conditions: list[Any]) -> Any:
    return Q("bool", should=conditions, minimum_should_match=1)


def _slot(slot: Slot, exact: str, folded: str) -> Any:
    return _any([found for way in slot.ways for found in _phrase(way, exact, folded, is_open=slot.is_open)])


def _phrase(words: Phrase, exact: str, folded: str, *, is_open: bool) -> list[Any]:
    """What people typed stands in values only: nothing in it speaks to the query language."""
    is_marked = any(word.is_marked for word in words)
    lines = {exact: " ".join(word.exact for word in words), folded: " ".join(word.folded for word in words)}
    if len(words) == 1:
        name = exact if is_marked else folded
        return [Q("prefix" if is_open else "term", **{name: lines[name]})]
    more = {"max_expansions": MOST_BEGUN} if is_open else {}
    kind = "match_phrase_prefix" if is_open else "match_phrase"
    return [Q(kind, **{name: {"query": lines[name], **more}}) for name in ([exact, folded] if is_marked else [folded])]
