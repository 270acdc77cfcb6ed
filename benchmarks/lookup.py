"""What a guess at the look-up costs in time: a wrong code, a right code with a wrong secret, a wrong code with the right secret.

Run: .venv/bin/python benchmarks/lookup.py      (about a minute; nothing is left behind)
Prints the median of each in milliseconds and its ratio to that of another wrong code, measured beside it: what differs between two
wrong codes is the noise, and the others should not stand out from it.
"""

import os
import random
import statistics
import sys
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django  # noqa: E402

django.setup()

from django.test import RequestFactory  # noqa: E402
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402

from core.models import RateCounter  # noqa: E402
from feedback import services, views  # noqa: E402
from feedback.enums import Kind  # noqa: E402
from organisations.enums import UnitKind  # noqa: E402
from organisations.models import Unit  # noqa: E402
from portal import site_tree  # noqa: E402

CASES, ROUNDS = 2000, 1500


def milliseconds(code: str, secret: str) -> float:
    request = RequestFactory().post("/gop-y/tra-cuu/", {"code": code, "secret": secret}, REMOTE_ADDR="192.0.2.1")
    begin = time.perf_counter()
    response = views.lookup(request)
    taken = (time.perf_counter() - begin) * 1000
    assert response.status_code == 422
    RateCounter.objects.all().delete()  # this guesser may go on
    return taken


def main() -> None:
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    site_tree.plant()
    Unit.objects.create(slug="mat-tran", kind=UnitKind.COMMITTEE, name="Ủy ban MTTQ Việt Nam xã")
    for _case in range(CASES):
        case = services.submit(services.Submission(key=uuid.uuid4(), kind=Kind.REPORT, text="Cống tắc."))
    right = case.receipt
    guesses = {
        "a wrong code": ("AAAA-AAAA", "000001"),
        "another wrong code": ("EEEE-EEEE", "000002"),
        "right code, wrong secret": (right.code, "000001"),
        "wrong code, right secret": ("AAAA-AAAA", right.secret),
    }
    times: dict[str, list[float]] = {name: [] for name in guesses}
    for _round in range(ROUNDS):
        for name, guess in random.sample(list(guesses.items()), len(guesses)):
            times[name].append(milliseconds(*guess))
    base = statistics.median(times["a wrong code"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:>26}: {median:6.3f} ms, ratio {median / base:5.3f}")
    teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
