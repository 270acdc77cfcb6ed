"""Fifty people, each with an address of her own, send a case with a photo for a minute under each of the troubles there are.

Run: .venv/bin/python benchmarks/chaos.py [seconds] [trouble …]      (as root, about two minutes a trouble; a small disk is mounted)
The clock is turned only where it is named: `chaos.py 60 clock` (apt-get install faketime). Meanwhile the front page is asked twice
a second: printed is how long it was not answered. Then every receipt that was shown is checked: its case exists, once, with its
photo; and the site has come back.
"""

import http.client
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from benchmarks import load  # noqa: E402
from tests.installation import Installation, Visitor  # noqa: E402

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60
DISK = "6g"  # of the installation, so that it can be filled
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
HEADER = "X-Forwarded-For"
# libfaketime 0.9.10 knows nothing of the call that Python 3.11 sleeps by.
SLEEP = "import threading, time\ntime.sleep = lambda seconds: threading.Event().wait(seconds) and None\n"


class Crowd(load.People):
    """Fifty people behind a proxy that names the address of each."""

    def headers(self, number: int) -> dict[str, str]:
        return {**super().headers(number), HEADER: f"203.0.113.{number + 1}"}


class Reader(threading.Thread):
    """Asks for the front page twice a second, and notes how long it was not answered."""

    def __init__(self, site: Installation) -> None:
        super().__init__(daemon=True)
        self.site, self.on = site, True
        self.gaps: list[float] = []
        self.waits: list[float] = []

    def run(self) -> None:
        unanswered = None
        while self.on:
            begin = time.monotonic()
            if self._ask():
                self.waits.append(time.monotonic() - begin)
                if unanswered is not None:
                    self.gaps.append(time.monotonic() - unanswered)
                unanswered = None
            elif unanswered is None:
                unanswered = begin
            time.sleep(0.1 if unanswered else 0.5)
        if unanswered is not None:
            self.gaps.append(time.monotonic() - unanswered)

    def _ask(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            connection.request("GET", "/", headers={HEADER: "203.0.113.200"})
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def kill(site: Installation, module: str, which: int = 0) -> None:
    os.kill(site.numbers(module)[which], signal.SIGKILL)


def kill_supervisor(site: Installation) -> None:
    """What systemd would do afterwards is done here: the same command again."""
    site.process.kill()
    begin = time.monotonic()
    while site.processes() and time.monotonic() - begin < 30:
        time.sleep(0.05)
    print(f"            everything of it gone after {time.monotonic() - begin:.1f} s")
    site.process.wait()
    site.start()


def hold_the_lock(site: Installation) -> None:
    lock = sqlite3.connect(site.data / "db.sqlite3", isolation_level=None, timeout=60)
    lock.execute("BEGIN IMMEDIATE")
    time.sleep(30)
    lock.execute("ROLLBACK")
    lock.close()


def fill_the_disk(site: Installation) -> None:
    ballast = site.data / "ballast"
    with ballast.open("wb") as file:
        try:
            while True:
                file.write(b"\0" * 2**20)
        except OSError:
            pass
    time.sleep(20)
    ballast.unlink()


def spoil_the_cache(site: Installation) -> None:
    for path in (site.data / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(random.randbytes(200))
    (site.data / "cache").chmod(0o000)
    time.sleep(10)
    (site.data / "cache").chmod(0o700)


def turn_the_clock(site: Installation) -> None:
    clock = site.data.parent / "clock"
    for offset in ("+3600", "-3600", "+0"):
        clock.write_text(offset)
        time.sleep(8)


TROUBLES: dict[str, Callable[[Installation], None]] = {
    "child": lambda site: kill(site, "web", 1),
    "main": lambda site: kill(site, "web", 0),
    "worker": lambda site: kill(site, "background"),
    "supervisor": kill_supervisor,
    "lock": hold_the_lock,
    "disk": fill_the_disk,
    "cache": spoil_the_cache,
    "clock": turn_the_clock,
}


def undergo(name: str, site: Installation, picture: bytes) -> Crowd:
    """One minute of one trouble, which begins after a fifth of it."""
    opened = re.search(r'name="opened" value="([^"]+)"', Visitor(site).get("/gop-y/")[1]).group(1)
    time.sleep(4)  # the form believes in nobody who is faster
    crowd, reader = Crowd(site, opened, picture), Reader(site)
    reader.start()
    trouble = threading.Timer(SECONDS / 5, TROUBLES[name], [site])
    trouble.start()
    crowd.send(SECONDS)
    trouble.join()
    time.sleep(2)
    reader.on = False
    reader.join()
    waits = sorted(reader.waits)
    print(
        f"{name:>10}: {len(crowd.receipts)} thanked; front page not answered for {sum(reader.gaps):.1f} s in {len(reader.gaps)} "
        f"gaps (longest {max(reader.gaps, default=0):.1f}), else {waits[len(waits) // 2]:.2f} s in the middle; "
        f"answers {dict(crowd.answers)}; alive: {len(site.numbers('web'))} web, {len(site.numbers('background'))} beside",
        flush=True,
    )
    for reason, times in crowd.reasons.most_common(4):
        print(f"            {times} times: {reason[:150]}", flush=True)
    return crowd


def main() -> None:
    picture = load.photo()
    with tempfile.TemporaryDirectory(prefix="mat-tran-chaos-") as folder:
        disk = Path(folder) / "disk"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "chaos", str(disk)], check=True)
        try:
            begin(Path(folder), disk / "xa", picture)
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=True)


def begin(folder: Path, data: Path, picture: bytes) -> None:
    (data.parent / "clock").write_text("+0")
    clock = {
        "LD_PRELOAD": FAKETIME,
        "FAKETIME_TIMESTAMP_FILE": str(data.parent / "clock"),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "PYTHONPATH": str(folder),
    }
    (folder / "sitecustomize.py").write_text(SLEEP)
    os.environ.update(DATA_DIR=str(data), DJANGO_SETTINGS_MODULE="portal.settings.demo")
    site = Installation(
        data,
        FEEDBACK_SUBMISSIONS_UNASKED="100000000",
        FEEDBACK_SUBMISSIONS_PER_HOUR="100000000",
        CLIENT_ADDRESS_HEADER=HEADER,
        **(clock if "clock" in sys.argv else {}),
    )
    site.manage("demo", "--prepare-only")
    prepared = data.rename(data.parent / "prepared")
    for name in sys.argv[2:] or [name for name in TROUBLES if name != "clock"]:
        shutil.copytree(prepared, data, symlinks=True)  # what the last crowd sent would fill the disk
        site.start()
        try:
            crowd = undergo(name, site, picture)
        finally:
            site.kill()
            shutil.copy(site.log, Path(tempfile.gettempdir()) / f"chaos-{name}.log")
        load.check(crowd)
        shutil.rmtree(data)


if __name__ == "__main__":
    main()
