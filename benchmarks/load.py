"""Fifty people send a case with a photo at once, for a minute, while the server is killed (SIGKILL) and started again twice.

Run: .venv/bin/python benchmarks/load.py [seconds]      (about four minutes and 10 GB of the temporary folder, deleted afterwards)
Prints how many submissions a second were thanked for, by the form and by a bare Django view in the same granian that parses the
same body and writes the same rows and bytes, and their ratio. Then every receipt shown is checked: its case exists, once, with its
photo. Whoever gets no answer presses "Send" again: the same form, the same key.
"""

import hashlib
import http.client
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from PIL import Image  # noqa: E402

from tests.installation import Installation, Visitor, form_key  # noqa: E402

PEOPLE = 50
SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60
KILLED_AT = (SECONDS / 3, SECONDS * 2 / 3)
BOUNDARY = "----mat-tran"


def photo() -> bytes:
    """12 megapixels, about 3.5 MB, as a phone makes them."""
    rough = Image.effect_noise((1000, 750), 60).resize((4000, 3000), Image.Resampling.BICUBIC)
    smooth = Image.linear_gradient("L").resize((4000, 3000))
    picture = Image.merge("RGB", (rough, smooth, Image.blend(rough, smooth, 0.5)))
    for quality in range(95, 30, -1):
        data = BytesIO()
        picture.save(data, "JPEG", quality=quality)
        if data.tell() <= 3_500_000:
            return data.getvalue()
    raise AssertionError("no quality gives 3.5 MB")


def body(key: str, opened: str, picture: bytes) -> bytes:
    fields = {
        "kind": "report",
        "text": f"Cống ở ngõ 3 tắc đã hai tuần, lần {key}.",
        "phone": "0912 345 678",
        "wants_answer": "on",
        "key": key,
        "opened": opened,
    }
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="photos"; filename="cong.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    # A few bytes of its own at the end, where no decoder looks: no two photos are the same.
    return b"".join(
        [*(part.encode() for part in parts), head.encode(), picture, key.encode(), f"\r\n--{BOUNDARY}--\r\n".encode()]
    )


def plain(page: str) -> str:
    """The errors that the page of a form tells, else its heading."""
    told = re.search(r'<div class="error-summary".*?</ul>|<h1.*?</h1>', page, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", told.group(0)).split()) if told else ""


class People:
    """Fifty people who send, and send again until they are thanked."""

    def __init__(self, site: Installation, opened: str, picture: bytes) -> None:
        self.site, self.opened, self.picture = site, opened, picture
        self.receipts: dict[str, str] = {}  # the key of a form: where its receipt is
        self.sent: dict[str, str] = {}  # the key: SHA-256 of its photo
        self.answers: Counter = Counter()
        self.reasons: Counter = Counter()  # what the page says of an error
        self.waits: list[float] = []
        self.end = 0.0

    def send(self, seconds: float) -> float:
        """Lets them send; returns the seconds it took until the last one was thanked or gave up."""
        begin = time.monotonic()
        self.end = begin + seconds
        people = [threading.Thread(target=self._person, args=[number]) for number in range(PEOPLE)]
        for person in people:
            person.start()
        for person in people:
            person.join()
        return time.monotonic() - begin

    def _person(self, number: int = 0) -> None:
        while time.monotonic() < self.end:
            key = form_key()
            data = body(key, self.opened, self.picture)
            self.sent[key] = hashlib.sha256(self.picture + key.encode()).hexdigest()
            begin = time.monotonic()
            while time.monotonic() < self.end + 30:
                if receipt := self._press(data, number):
                    self.receipts[key] = receipt
                    self.waits.append(time.monotonic() - begin)
                    break
                time.sleep(0.5)

    def headers(self, number: int) -> dict[str, str]:
        """What person `number` sends beside the form."""
        return {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}

    def _press(self, data: bytes, number: int) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=60)
        try:
            connection.request("POST", "/gop-y/", body=data, headers=self.headers(number))
            response = connection.getresponse()
            page = response.read().decode(errors="replace")
            self.answers[response.status] += 1
            if response.status >= 400:
                self.reasons[plain(page)] += 1
            return response.headers.get("Location", "") if response.status == 302 else ""
        except (OSError, http.client.HTTPException) as error:
            self.answers[type(error).__name__] += 1
            return ""
        finally:
            connection.close()


def run(site: Installation, opened: str, picture: bytes) -> tuple[float, People]:
    """Starts the site, lets people send while it is killed twice; returns how many were thanked a second."""
    site.start()
    people = People(site, opened, picture)
    for moment in KILLED_AT if not os.environ.get("NOKILL") else ():
        threading.Timer(moment, lambda: (site.kill(), site.start())).start()
    people.send(SECONDS)
    rate = len(people.receipts) / SECONDS
    site.kill()
    return rate, people


def _is_there(file: Any, digest: str, *, made_anew: bool) -> bool:
    """Whether an attachment's file is on the disk: as it was sent, or a picture made of it."""
    try:
        data = file.file.open().read()
        return Image.open(BytesIO(data)).size[0] > 0 if made_anew else hashlib.sha256(data).hexdigest() == digest
    except OSError:
        return False


def check(people: People) -> None:
    """Every receipt shown is one case with its photo. Reads the database and the folder of the installation."""
    import django

    django.setup()

    from django.db import connection

    from feedback import receipts
    from feedback.enums import FileState
    from feedback.models import Case

    lost = []
    for key, location in people.receipts.items():
        cases = list(Case.objects.filter(idempotency_key=key).prefetch_related("attachments"))
        files = list(cases[0].attachments.all()) if cases else []
        shown = receipts.random_id_of(location.rstrip("/").rpartition("/")[2])
        well = len(cases) == 1 and cases[0].random_id == shown and [file.digest for file in files] == [people.sent[key]]
        if not (well and _is_there(files[0], people.sent[key], made_anew=files[0].state == FileState.CLEAN)):
            lost.append(key)
    cleaned = Case.objects.filter(attachments__state=FileState.CLEAN, idempotency_key__in=people.receipts).count()
    unthanked = Case.objects.filter(idempotency_key__in=set(people.sent) - set(people.receipts)).count()
    with connection.cursor() as cursor:
        whole = cursor.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    print(f"receipts shown: {len(people.receipts)}, lost or doubled: {len(lost)}; photos cleaned already: {cleaned}")
    print(
        f"kept without a receipt being seen (they would press again): {unthanked}; integrity of the database: {whole}"
    )
    if lost:
        raise SystemExit(f"LOST: {lost[:5]}")


def main() -> None:
    picture = photo()
    with tempfile.TemporaryDirectory(prefix="mat-tran-load-") as folder:
        data = Path(folder) / "xa"
        os.environ.update(
            DATA_DIR=str(data),
            DJANGO_SETTINGS_MODULE="portal.settings.demo",
            FEEDBACK_SUBMISSIONS_UNASKED="100000000",
            FEEDBACK_SUBMISSIONS_PER_HOUR="100000000",
        )
        form = Installation(data)
        form.manage("demo", "--prepare-only")
        form.start()
        opened = re.search(r'name="opened" value="([^"]+)"', Visitor(form).get("/gop-y/")[1]).group(1)
        form.stop()
        time.sleep(3)  # the form believes in nobody who is faster
        rates, everybody = {}, {}
        ways = {"bare view": Installation(data, DJANGO_SETTINGS_MODULE="benchmarks.bare.settings"), "form": form}
        for name, site in ways.items():
            rates[name], everybody[name] = run(site, opened, picture)
            people = everybody[name]
            waits = sorted(people.waits)
            print(
                f"{name:>10}: {rates[name]:6.2f} a second ({len(people.receipts)} in {SECONDS} s, photo {len(picture) / 1e6:.1f} MB); "
                f"waited {waits[len(waits) // 2]:.1f} s in the middle, {waits[-1]:.1f} s at most; answers {dict(people.answers)}"
            )
        print(f"{'ratio':>10}: {rates['form'] / rates['bare view']:6.2f}")
        check(everybody["form"])


if __name__ == "__main__":
    main()
