"""Fifty phones answer a survey for a minute while others read its page and an officer its results, and the server is killed once.

Run: .venv/bin/python benchmarks/surveys/load.py [seconds]      (about three minutes; nothing is left behind)
Every answer that was thanked for is one response with all its answers, and no key is kept twice. Whoever gets no answer presses "Send"
again: the same form, the same key. With DATABASE_URL set it runs on that (empty) database.
"""

import http.client
import os
import random
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.installation import Installation  # noqa: E402

PEOPLE, READERS = 50, 3
SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60
PATIENCE = 30  # seconds more in which whoever was not thanked presses again
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


class People:
    """They answer, each time as somebody else, until the time is over."""

    def __init__(self, site: Installation, path: str, fields: dict[str, list[str]]) -> None:
        self.site, self.path, self.fields = site, path, fields
        self.thanked: dict[str, dict[str, str]] = {}
        self.pressed: Counter[object] = Counter()
        self.waits: list[float] = []
        self.reads: list[float] = []
        self.end = time.monotonic() + SECONDS

    def run(self) -> None:
        threads = [threading.Thread(target=self._answer, args=(number,)) for number in range(PEOPLE)]
        threads += [threading.Thread(target=self._read) for _reader in range(READERS)]
        threading.Timer(SECONDS / 2, lambda: (self.site.kill(), self.site.start())).start()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _answer(self, number: int) -> None:
        lot = random.Random(number)
        while time.monotonic() < self.end:
            key = str(uuid.UUID(int=lot.getrandbits(128), version=4))
            said = {name: lot.choice(values) for name, values in self.fields.items()}
            begin = time.monotonic()
            while time.monotonic() < self.end + PATIENCE:
                if self._request("POST", self.path, urlencode({"key": key, "version": "1", **said})) == 302:
                    self.thanked[key] = said
                    self.waits.append(time.monotonic() - begin)
                    break
                time.sleep(0.3)

    def _read(self) -> None:
        while time.monotonic() < self.end:
            begin = time.monotonic()
            if self._request("GET", self.path) == 200:
                self.reads.append(time.monotonic() - begin)
            time.sleep(0.05)

    def _request(self, method: str, path: str, body: str | None = None) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            connection.request(method, path, body=body, headers=HEADERS if body else {})
            response = connection.getresponse()
            response.read()
            self.pressed[response.status] += 1
        except (OSError, http.client.HTTPException) as error:
            self.pressed[type(error).__name__] += 1
            return 0
        else:
            return response.status
        finally:
            connection.close()


def count_meanwhile(survey: object, stop: threading.Event, taken: list[float]) -> None:
    """The officer's screen: the results by village, again and again, from a process of its own."""
    from django.db import OperationalError, connection

    from surveys import results
    from surveys.enums import Dimension

    while not stop.wait(0.5):
        begin = time.monotonic()
        try:
            results.count(survey, Dimension.VILLAGE)
        except OperationalError as error:
            print("results:", error)
        taken.append(time.monotonic() - begin)
    connection.close()


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="mat-tran-load-") as folder:
        data = Path(folder) / "xa"
        environment = {"SURVEY_ANSWERS_PER_HOUR": "100000000", "SURVEY_ANSWERS_UNASKED": "100000000"}
        if "DATABASE_URL" in os.environ:
            environment["DATABASE_URL"] = os.environ["DATABASE_URL"]
        site = Installation(data, **environment)
        site.manage("demo", "--prepare-only")
        os.environ |= {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "portal.settings.demo"}
        import django

        django.setup()
        from surveys.enums import ABOUT_WHO, WORDS, Kind
        from surveys.forms import AnswerForm
        from surveys.models import Answer, Response, Survey

        survey = Survey.objects.open().first()
        before = Response.objects.count()
        form = AnswerForm(version=survey.asked)
        fields = {
            f"q-{question.key}": [str(value) for value, _label in form.fields[f"q-{question.key}"].choices]
            for question in survey.asked.questions_list
            if question.kind not in WORDS
        }
        each = sum(question.kind not in WORDS | ABOUT_WHO for question in survey.asked.questions_list)
        assert Kind.SEVERAL not in {question.kind for question in survey.asked.questions_list}
        site.start()
        people = People(site, survey.url, fields)
        stop, counts = threading.Event(), []
        officer = threading.Thread(target=count_meanwhile, args=(survey, stop, counts))
        officer.start()
        people.run()
        stop.set()
        officer.join()
        site.stop()
        kept = Counter(str(key) for key in Response.objects.values_list("idempotency_key", flat=True))
        lost = [key for key in people.thanked if kept[key] != 1]
        whole = Counter(
            Answer.objects.filter(response__idempotency_key__in=list(people.thanked)[:5000])
            .exclude(number=None)
            .values_list("response__idempotency_key", flat=True)
        )
        torn = [key for key, number in whole.items() if number != each]
        waits, reads = sorted(people.waits), sorted(people.reads)
        print(f"thanked for {len(people.thanked)} in {SECONDS} s: {len(people.thanked) / SECONDS:.0f} a second")
        print(
            f"waited {waits[len(waits) // 2]:.2f} s in the middle, {waits[-1]:.1f} s at most; answers {dict(people.pressed)}"
        )
        print(
            f"the page read {len(reads)} times, {reads[len(reads) // 2]:.2f} s in the middle; results {len(counts)} times"
        )
        print(f"lost or doubled: {len(lost)}; with an answer missing: {len(torn)} of {len(whole)} looked at")
        print(f"kept without thanks being seen: {sum(kept.values()) - before - len(people.thanked)}")
        if lost or torn:
            raise SystemExit("LOST")


if __name__ == "__main__":
    main()
