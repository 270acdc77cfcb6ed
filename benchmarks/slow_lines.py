"""Thirty phones that send and thirty that read one byte a second, while the front page is asked for five times a second.

Run: .venv/bin/python benchmarks/slow_lines.py [seconds]        (about five minutes)
Prints median, 99th percentile and longest wait for the front page, first with nobody else there, then with the sixty, and their
ratios.
"""

import asyncio
import os
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.installation import Installation  # noqa: E402

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 60
PHONES = 30  # of each kind
EVERY = 0.2  # seconds
PICTURE = "media/images/999999/large.jpg"
POST = b"POST /gop-y/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n"


async def send_slowly(site: Installation, until: float) -> int:
    """Sends a byte a second; begins anew when it is refused. Returns how often it was."""
    refused = 0
    while time.monotonic() < until:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(POST)
        answer = asyncio.create_task(reader.readline())
        while time.monotonic() < until and not answer.done():
            writer.write(b"x")
            await asyncio.wait([answer], timeout=1)
        refused += answer.done()
        answer.cancel()
        writer.close()
    return refused


async def read_slowly(site: Installation, until: float) -> int:
    """Reads eight megabytes a byte a second; returns how many bytes it got."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port, limit=1)
    writer.write(f"GET /{PICTURE} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    got = 0
    while time.monotonic() < until:
        got += len(await reader.read(1))
        await asyncio.sleep(1)
    writer.close()
    return got


async def ask(site: Installation, until: float) -> list[float]:
    """How long each of the requests for the front page waited, in seconds, sorted."""

    def wait() -> float:
        begin = time.monotonic()
        with urlopen(f"{site.url}/", timeout=60) as answer:
            answer.read()
        return time.monotonic() - begin

    asked = []
    while time.monotonic() < until:
        asked.append(asyncio.create_task(asyncio.to_thread(wait)))
        await asyncio.sleep(EVERY)
    return sorted(await asyncio.gather(*asked))


def settle(site: Installation) -> None:
    """Waits until the pictures of the new demo have been made."""
    database = sqlite3.connect(site.data / "db.sqlite3", timeout=30)
    waiting = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING')"
    calm = 0
    while calm < 5:
        urlopen(f"{site.url}/", timeout=60).read()
        calm = 0 if database.execute(waiting).fetchone()[0] else calm + 1
        time.sleep(1)


async def measure(site: Installation, phones: int) -> list[float]:
    until = time.monotonic() + SECONDS
    senders, readers = [], []
    if phones:
        senders = [asyncio.create_task(send_slowly(site, until)) for _phone in range(phones)]
        readers = [asyncio.create_task(read_slowly(site, until)) for _phone in range(phones)]
    waits = await ask(site, until)
    if phones:
        print(
            f"refused senders: {sum(await asyncio.gather(*senders))}, bytes read: {sum(await asyncio.gather(*readers))}"
        )
    return waits


def at(waits: list[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(len(waits) * share))]


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="mat-tran-slow-") as folder:
        data = Path(folder) / "xa"
        os.environ.update(DATA_DIR=str(data), DJANGO_SETTINGS_MODULE="portal.settings.demo")
        site = Installation(data)
        site.manage("demo", "--prepare-only")
        large = data / "public" / PICTURE  # as a public picture lies
        large.parent.mkdir(parents=True)
        large.write_bytes(os.urandom(8 * 2**20))
        site.start()
        try:
            settle(site)
            alone, among = (asyncio.run(measure(site, phones)) for phones in (0, PHONES))
        finally:
            site.kill()
    for name, share in (("median", 0.5), ("p99", 0.99), ("longest", 1)):
        before, with_phones = at(alone, share), at(among, share)
        print(f"{name:>8}: {before:.3f} s alone, {with_phones:.3f} s among them, ratio {with_phones / before:.2f}")


if __name__ == "__main__":
    main()
