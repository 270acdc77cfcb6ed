"""Finding an article by its address: one question (`HomePage.route`) against Wagtail's walk down the tree.

Run: .venv/bin/python benchmarks/route.py      (about half a minute; nothing is left behind)
Prints the median of nine rounds of 200 look-ups each, in milliseconds a look-up, their ratio and the queries of one look-up.
"""

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_databases, setup_test_environment, teardown_databases  # noqa: E402
from wagtail.models import Page  # noqa: E402

from organisations import services  # noqa: E402
from organisations.enums import UnitKind  # noqa: E402
from organisations.models import Topic, Unit, UnitFolderPage, Village  # noqa: E402
from portal import site_tree  # noqa: E402
from tests.factories_bulk import make_many_articles  # noqa: E402

ARTICLES, ROUNDS, LOOKUPS = 6000, 9, 200


def milliseconds(find) -> float:
    begin = time.perf_counter()
    for _ in range(LOOKUPS):
        find()
    return (time.perf_counter() - begin) * 1000 / LOOKUPS


def main() -> None:
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    home = site_tree.plant()
    unit = Unit.objects.create(slug="hoi-phu-nu", kind=UnitKind.ORGANISATION, name="Hội Phụ nữ")
    services.open_unit(unit)
    folder = UnitFolderPage.objects.get(unit=unit, locale__language_code="vi")
    topic = Topic.objects.create(slug="moi-truong", name="Môi trường")
    village = Village.objects.create(slug="dong-thuong", name="Thôn Đông Thượng")
    make_many_articles(folder, ARTICLES, topic=topic, village=village)
    request = RequestFactory().get("/")
    path = ["tin-tuc", "hoi-phu-nu", f"bai-so-{ARTICLES // 2}"]
    ways = {"one question": lambda: home.route(request, path), "walk": lambda: Page.route(home, request, list(path))}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, find in ways.items():
            times[name].append(milliseconds(find))
    for name, find in ways.items():
        with CaptureQueriesContext(connection) as queries:
            find()
        print(f"{name:>12}: {statistics.median(times[name]):6.2f} ms, {len(queries)} queries")
    print(f"{'ratio':>12}: {statistics.median(times['walk']) / statistics.median(times['one question']):6.2f}")
    teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
