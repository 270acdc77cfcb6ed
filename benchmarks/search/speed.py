"""How fast the search answers: beside Wagtail's own with 4,000 texts, and beside itself with 100,000.

Run: .venv/bin/python benchmarks/search/speed.py [--few 4000] [--many 100000]      (about twenty minutes)
The texts are ours, mixed paragraph by paragraph by lot; the queries are those of `quality.py`. Prints ratios: a search with its facets
and counts, as the page makes them; suggestions; and a rebuild beside inserting the same rows, words and all, into the same tables.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site"), str(Path(__file__).parent)]
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django  # noqa: E402

django.setup()

import json  # noqa: E402

from corpus import documents  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402
from django.utils import timezone  # noqa: E402
from stock import fill_wagtail, found_by_wagtail  # noqa: E402

from core.listing import Facet, Listing, facet_of_labels  # noqa: E402
from search import finding, indexing  # noqa: E402
from search.models import Entry  # noqa: E402
from search.registry import Text  # noqa: E402

BATCH, ROUNDS, ASKED, FEW_ASKED, PARAGRAPHS = 500, 3, 60, 20, 6
TOPICS, UNITS, KINDS = 20, 16, 6


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--few", type=int, default=4000)
    parser.add_argument("--many", type=int, default=100_000)
    options = parser.parse_args()
    lot = random.Random(1)
    queries = [row["query"] for row in json.loads(Path(__file__).with_name("queries.json").read_text(encoding="utf-8"))]
    asked = lot.sample(queries, ASKED)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        texts = mixed(lot, options.few)
        prepare, insert = fill(texts)
        print(f"{connection.vendor}, {options.few} texts")
        print(
            f"  making the rows {prepare:.1f} s, inserting them {insert:.1f} s: a rebuild is {insert / (prepare + insert):.2f} as fast"
        )
        settle()
        few, few_hints = times(asked, search), times(asked, suggest)
        show("search with facets", few)
        show("suggestions", few_hints)
        fill_wagtail(texts)
        stock = times(asked[:FEW_ASKED], lambda typed: found_by_wagtail(typed, 10))
        show("Wagtail's own, without facets", stock)
        print(f"  ours is {statistics.median(stock) / statistics.median(few):.1f} times as fast (medians)")
        more = options.many - options.few
        while more > 0:
            fill(mixed(lot, min(more, 4000)), first=options.many - more)
            more -= 4000
        settle()
        print(f"{options.many} texts")
        many, many_hints = times(asked, search), times(asked, suggest)
        show("search with facets", many)
        show("suggestions", many_hints)
        print(
            f"  p95 is {p95(many) / p95(few):.1f} times that of {options.few}, of suggestions {p95(many_hints) / p95(few_hints):.1f}"
        )
    finally:
        teardown_databases(databases, verbosity=0)


def settle() -> None:
    """What PostgreSQL does by itself within a minute."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def mixed(lot: random.Random, number: int) -> list[str]:
    parts = [line for row in documents() for line in row["text"].split("\n") if len(line) > 40]
    titles = [row["text"].split("\n")[0] for row in documents()]
    return ["\n".join([lot.choice(titles), *lot.choices(parts, k=PARAGRAPHS)]) for _number in range(number)]


def fill(texts: list[str], first: int = 0) -> tuple[float, float]:
    """Seconds to make the rows, seconds to insert them."""
    prepare = insert = 0.0
    for start in range(0, len(texts), BATCH):
        begin = time.perf_counter()
        rows = [row(first + start + place, text) for place, text in enumerate(texts[start : start + BATCH])]
        middle = time.perf_counter()
        Entry.objects.bulk_create(rows)
        prepare, insert = prepare + middle - begin, insert + time.perf_counter() - middle
    return prepare, insert


def row(number: int, text: str) -> Entry:
    title, _line, body = text.partition("\n")
    said = Text(title=title, body=body, topic=f"t{number % TOPICS}", unit=f"u{number % UNITS}", date=timezone.now())
    return indexing.entry(f"k{number % KINDS}", number, said)


def search(typed: str) -> None:
    everything = Entry.objects.all()
    found = finding.find(typed, among=everything)
    facets: list[Facet] = [
        facet_of_labels("loai", "", "source", [(f"k{number}", "") for number in range(KINDS)]),
        facet_of_labels("chu-de", "", "topic", [(f"t{number}", "") for number in range(TOPICS)]),
        facet_of_labels("don-vi", "", "unit", [(f"u{number}", "") for number in range(UNITS)]),
    ]
    Listing.counts(Counted(facets, "/", QueryDict()), found.entries)


class Counted(Listing):
    choices = {"loai": [], "chu-de": [], "don-vi": []}


def suggest(typed: str) -> None:
    finding.find(typed[: max(3, len(typed) // 2)], among=Entry.objects.all(), most=finding.LOOKED_AT)


def times(asked: list[str], act: Callable[[str], object]) -> list[float]:
    """Milliseconds for each query, the median of several rounds."""
    act(asked[0])
    rounds = [[_milliseconds(act, typed) for typed in asked] for _round in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def _milliseconds(act: Callable[[str], object], typed: str) -> float:
    begin = time.perf_counter()
    act(typed)
    return (time.perf_counter() - begin) * 1000


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def show(name: str, values: list[float]) -> None:
    print(f"  {name:32} median {statistics.median(values):8.1f} ms   p95 {p95(values):8.1f} ms", flush=True)


if __name__ == "__main__":
    main()
