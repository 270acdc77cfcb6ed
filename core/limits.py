"""Rate limits that hold over all processes: rows changed by one atomic statement."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils import timezone

from core import encryption
from core.models import RateCounter

# The same in SQLite (3.35 and newer) and PostgreSQL.
COUNT = """
INSERT INTO core_ratecounter (key, "window", count, until) VALUES (%s, %s, 1, %s)
ON CONFLICT (key, "window") DO UPDATE SET count = core_ratecounter.count + 1 RETURNING count
"""


def count(purpose: str, who: str, seconds: int) -> int:
    """Counts one more try of `who` for `purpose` and returns how many there were in this window of `seconds`."""
    now = timezone.now()
    key = encryption.keyed_hash(f"limit.{purpose}", who)
    window = int(now.timestamp()) // seconds
    until = connection.ops.adapt_datetimefield_value(now + timedelta(seconds=seconds))
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key, window, until])
        return int(cursor.fetchone()[0])


def give_back(purpose: str, who: str, seconds: int) -> None:
    """Takes back what `count` counted a moment ago: it was none of the tries that the limit is about."""
    key = encryption.keyed_hash(f"limit.{purpose}", who)
    window = int(timezone.now().timestamp()) // seconds
    RateCounter.objects.filter(key=key, window=window, count__gt=0).update(count=F("count") - 1)


def window_ends(seconds: int) -> datetime:
    """When the present window of `seconds` is over."""
    return datetime.fromtimestamp((int(timezone.now().timestamp()) // seconds + 1) * seconds, tz=UTC)


def sweep() -> int:
    """Deletes the counters of windows that are over."""
    return RateCounter.objects.filter(until__lt=timezone.now()).delete()[0]


def client_address(request: Any) -> str:
    """The visitor's network: the address, or the first half of an IPv6 one (a phone changes the rest at will)."""
    header = settings.CLIENT_ADDRESS_HEADER
    address = request.headers.get(header, "") if header else request.META.get("REMOTE_ADDR", "")
    if ":" not in address:
        return address
    try:
        return str(ip_network((address.partition("%")[0], 64), strict=False))
    except ValueError:
        return address
