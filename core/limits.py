"""Rate limits that hold over all processes: rows changed by one atomic statement.

A brake must not break the car. Where the database cannot count (locked, full, away), what people send goes on uncounted, with a
line in the log; what guards a secret (`guards_secret`) is counted by the process itself.
"""

import logging
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from core import encryption
from core.models import RateCounter

logger = logging.getLogger(__name__)
AN_HOUR = 60 * 60  # seconds
PATIENCE = 1000  # milliseconds that a counter waits for a locked SQLite; a form waits twenty seconds
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
# The same in SQLite (3.35 and newer) and PostgreSQL.
COUNT = """
INSERT INTO core_ratecounter (key, "window", count, until) VALUES (%s, %s, 1, %s)
ON CONFLICT (key, "window") DO UPDATE SET count = core_ratecounter.count + 1 RETURNING count
"""


class OwnCounter:
    """What this process counted while the database could not; of the newest `most` counters."""

    def __init__(self, most: int = 10_000) -> None:
        self.most = most
        self._counts: OrderedDict[tuple[str, int], int] = OrderedDict()
        self._lock = Lock()

    def add(self, place: tuple[str, int]) -> int:
        with self._lock:
            self._counts[place] = number = self._counts.pop(place, 0) + 1
            if len(self._counts) > self.most:
                self._counts.popitem(last=False)
        return number

    def take(self, place: tuple[str, int]) -> bool:
        """Counts one less; False where nothing was counted."""
        with self._lock:
            if found := self._counts.get(place, 0):
                self._counts[place] = found - 1
        return bool(found)

    def of(self, place: tuple[str, int]) -> int:
        return self._counts.get(place, 0)


own = OwnCounter()


def count(purpose: str, who: str, seconds: int, *, guards_secret: bool = False) -> int:
    """Counts one more try of `who` for `purpose` and returns how many there were in this window of `seconds`.

    0 where the database cannot count, unless it `guards_secret`: then what this process counted.
    """
    place = _place(purpose, who, seconds)
    until = connection.ops.adapt_datetimefield_value(timezone.now() + timedelta(seconds=seconds))
    try:
        with _briefly(), _unspoiled(), connection.cursor() as cursor:
            cursor.execute(COUNT, [*place, until])
            return int(cursor.fetchone()[0]) + own.of(place)
    except DatabaseError as error:
        logger.warning("The limit “%s” could not be counted: %s", purpose, error)
    return own.add(place) + _in_database(place) if guards_secret else 0


def so_far(purpose: str, who: str, seconds: int) -> int:
    """How often `who` was counted for `purpose` in this window, without counting: what a right secret does not add to."""
    place = _place(purpose, who, seconds)
    return _in_database(place) + own.of(place)


def give_back(purpose: str, who: str, seconds: int) -> None:
    """Takes back what `count` counted a moment ago: it was none of the tries that the limit is about."""
    key, window = place = _place(purpose, who, seconds)
    if own.take(place):
        return
    try:
        with _briefly(), _unspoiled():
            RateCounter.objects.filter(key=key, window=window, count__gt=0).update(count=F("count") - 1)
    except DatabaseError as error:
        logger.warning("The limit “%s” could not be counted: %s", purpose, error)


def window_ends(seconds: int) -> datetime:
    """When the present window of `seconds` is over."""
    return datetime.fromtimestamp((int(timezone.now().timestamp()) // seconds + 1) * seconds, tz=UTC)


def sweep() -> int:
    """Deletes the counters of windows that are over."""
    return RateCounter.objects.filter(until__lt=timezone.now()).delete()[0]


def client_address(request: Any) -> str:
    """The visitor's network: an IPv4 address, or the first half of an IPv6 one (a phone changes the rest at will).

    Of the header `CLIENT_ADDRESS_HEADER` only what our own proxies wrote counts: each of them adds the address that connected to it
    at the end, whatever the visitor wrote before. What is no address there is not believed.
    """
    connected = str(request.META.get("REMOTE_ADDR", ""))
    named = request.headers.get(settings.CLIENT_ADDRESS_HEADER, "") if settings.CLIENT_ADDRESS_HEADER else ""
    entries = [entry.strip() for entry in named.split(",")]
    proxies = settings.TRUSTED_PROXIES
    believed = entries[-proxies] if 0 < proxies <= len(entries) else ""
    return _network(believed) or _network(connected) or connected


def _network(address: str) -> str:
    """The network that `address` belongs to, for counting; empty where it is no address."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, IPv4Address):
        return str(found)
    return str(_ipv4_within(found) or IPv6Network((found, 64), strict=False))


def _ipv4_within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, NAT64, 6to4, Teredo. All of each lie in one /64 or few."""
    if address in NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _place(purpose: str, who: str, seconds: int) -> tuple[str, int]:
    """The counter's key (keyed: no address is kept) and the number of its window."""
    return encryption.keyed_hash(f"limit.{purpose}", who), int(timezone.now().timestamp()) // seconds


def _in_database(place: tuple[str, int]) -> int:
    key, window = place
    try:
        with _unspoiled():
            return RateCounter.objects.filter(key=key, window=window).values_list("count", flat=True).first() or 0
    except DatabaseError:
        return 0


def _unspoiled() -> AbstractContextManager[None]:
    """A savepoint within the transaction that may be open: our failure is not its."""
    return transaction.atomic() if connection.in_atomic_block else nullcontext()


@contextmanager
def _briefly() -> Iterator[None]:
    """Waits for SQLite's lock only as long as a counter may."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    raw: Any = connection.connection
    usual = int(raw.execute("PRAGMA busy_timeout").fetchone()[0])
    raw.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    try:
        yield
    finally:
        raw.execute(f"PRAGMA busy_timeout = {usual}")
