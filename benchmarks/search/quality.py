"""How well each engine finds what people type, beside Wagtail's own search on the same database.

Run: .venv/bin/python benchmarks/search/quality.py                      (our own texts and queries; about a minute)
     … --engine own|wagtail|elasticsearch                               (one of them; the first two if not said)
     … --corpus FILE --queries FILE                                     (JSON lists of {id, text} and {id, query, relevant, kind})
     … --out FILE                                                       (what was found: {query id: [document ids in order]})
The database is a scratch one beside that of DATABASE_URL (SQLite, if not said); Elasticsearch is that of ELASTICSEARCH_URL, with an
index of its own. Prints recall@10, mean reciprocal rank and nDCG@10
for each kind of query, and how many came back with nothing.
"""

import argparse
import json
import math
import os
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site"), str(Path(__file__).parent)]
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django  # noqa: E402

django.setup()

from corpus import documents  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402
from stock import fill_wagtail, found_by_wagtail  # noqa: E402

from portal import lists  # noqa: E402
from search import engines, finding, indexing  # noqa: E402
from search.models import Entry, Synonym  # noqa: E402
from search.registry import Text  # noqa: E402

FIRST = 10
LONGEST_TITLE = 250


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--queries", type=Path, default=Path(__file__).with_name("queries.json"))
    parser.add_argument("--engine", choices=["own", "wagtail", "elasticsearch"])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    rows = json.loads(options.corpus.read_text(encoding="utf-8")) if options.corpus else documents()
    queries = json.loads(options.queries.read_text(encoding="utf-8"))
    databases = setup_databases(verbosity=0, interactive=False)
    results = {}
    try:
        if options.engine == "elasticsearch":
            results["elasticsearch"] = answers(queries, on_elasticsearch(rows))
        if options.engine in (None, "own"):
            settings.ELASTICSEARCH_URL = ""
            results["own"] = answers(queries, own(rows))
        if options.engine in (None, "wagtail"):
            results["wagtail"] = answers(queries, wagtail(rows))
    finally:
        teardown_databases(databases, verbosity=0)
    for name, found in results.items():
        report(f"{name} on {connection.vendor}", queries, found)
    if options.out:
        options.out.write_text(json.dumps(next(iter(results.values())), ensure_ascii=False), encoding="utf-8")


def own(rows: list[dict]) -> Callable[[str], list[str]]:
    for words in lists.SYNONYMS:
        Synonym.objects.create(words="\n".join(words))
    Entry.objects.all().delete()
    for number, row in enumerate(rows):
        title, _line, body = row["text"].partition("\n")
        if len(title) > LONGEST_TITLE:
            title, body = "", row["text"]
        indexing.entry("thu", number, Text(title=title, body=body)).save()
    everything = Entry.objects.all()
    return lambda typed: [rows[entry.object_id]["id"] for entry in finding.find(typed, among=everything).best[:FIRST]]


def on_elasticsearch(rows: list[dict]) -> Callable[[str], list[str]]:
    server = engines.elasticsearch()
    if not server:
        sys.exit("ELASTICSEARCH_URL is not set")
    settings.ELASTICSEARCH_INDEX = "benchmark"
    find = own(rows)
    for _done in server.rebuild():
        pass
    server.drift()  # refreshes
    return find


def wagtail(rows: list[dict]) -> Callable[[str], list[str]]:
    names = fill_wagtail([row["text"] for row in rows])
    return lambda typed: [rows[names[pk]]["id"] for pk in found_by_wagtail(typed, FIRST)]


def answers(queries: list[dict], find: Callable[[str], list[str]]) -> dict[str, list[str]]:
    return {query["id"]: find(query["query"]) for query in queries}


def report(name: str, queries: list[dict], found: dict[str, list[str]]) -> None:
    print(f"\n{name}\n{'kind':24} {'number':>6} {'recall@10':>10} {'MRR':>6} {'nDCG@10':>8} {'nothing':>8}")
    by_kind = defaultdict(list)
    for query in queries:
        by_kind[query["kind"]].append(query)
    for kind, some in [*by_kind.items(), ("all", queries)]:
        values = [measures(found[query["id"]], set(query["relevant"])) for query in some]
        recall, rank, gain = (sum(column) / len(values) for column in zip(*values, strict=True))
        nothing = sum(not found[query["id"]] for query in some)
        print(f"{kind:24} {len(some):6} {recall:10.3f} {rank:6.3f} {gain:8.3f} {nothing:8}")


def measures(found: list[str], relevant: set[str]) -> tuple[float, float, float]:
    hits = [name in relevant for name in found]
    recall = sum(hits) / min(len(relevant), FIRST)
    rank = next((1 / (place + 1) for place, hit in enumerate(hits) if hit), 0.0)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(len(relevant), FIRST)))
    gain = sum(hit / math.log2(place + 2) for place, hit in enumerate(hits)) / ideal
    return recall, rank, gain


if __name__ == "__main__":
    main()
