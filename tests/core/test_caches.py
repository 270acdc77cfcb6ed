"""The cache helps or is not there; it never stops a page."""

import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.cache.backends.base import BaseCache

from core import caches
from core.caches import ForgivingCache

FILES = "django.core.cache.backends.filebased.FileBasedCache"


class Silent(BaseCache):
    """As a server that takes the connection and never answers, until the client gives up."""

    asked = 0

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        Silent.asked += 1
        time.sleep(caches.SLOW + 0.05)
        raise ConnectionError


@pytest.fixture(autouse=True)
def _rested(monkeypatch: Any) -> None:
    monkeypatch.setattr(caches, "_state", {"rests_until": 0.0, "said_at": float("-inf")})


def cache_in(folder: Path) -> ForgivingCache:
    return ForgivingCache(str(folder), {"INNER": FILES})


def uses(cache: ForgivingCache) -> list[Any]:
    cache.set("a", 1)
    cache.set_many({"b": 2})
    cache.delete_many(["c"])
    return [
        cache.get("a", "miss"),
        cache.get_or_set("d", lambda: 4),
        cache.get_many(["a", "b"]),
        cache.add("e", 5),
        cache.has_key("e"),
        cache.touch("e"),
        cache.delete("e"),
    ]


def test_well_it_keeps_and_gives_back(tmp_path):
    assert uses(cache_in(tmp_path)) == [1, 4, {"a": 1, "b": 2}, True, True, True, True]


def test_folder_that_cannot_be_is_a_miss_and_one_line_in_the_log(tmp_path, caplog):
    (tmp_path / "file").touch()
    cache = cache_in(tmp_path / "file" / "cache")
    with caplog.at_level("WARNING"):
        assert uses(cache) == ["miss", 4, {}, False, False, False, False]
    assert len(caplog.records) == 1
    with pytest.raises(OSError, match="Not a directory"):
        cache.strict.set("a", 1)


@pytest.mark.parametrize("bytes_", [b"", b"\x80\x05K", b"not a pickle", os.urandom(200)])
def test_damaged_entry_is_a_miss_and_goes(tmp_path, bytes_):
    cache = cache_in(tmp_path)
    cache.set("a", 1)
    (entry,) = tmp_path.glob("*.djcache")
    entry.write_bytes(bytes_)
    assert cache.get("a", "miss") == "miss"
    assert not entry.exists()
    assert cache.get_or_set("a", lambda: 2) == 2


def test_silent_server_is_left_alone_for_a_while():
    cache = ForgivingCache("", {"INNER": f"{__name__}.Silent"})
    assert [cache.get("a", "miss") for _time in range(20)] == ["miss"] * 20
    assert Silent.asked == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a small disk")
def test_full_disk_is_a_miss(tmp_path):
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], check=True)
    try:
        cache = cache_in(tmp_path)
        (tmp_path / "ballast").write_bytes(b"x" * 60_000)
        cache.set("a", os.urandom(20_000))
        assert cache.get("a", "miss") == "miss"
        assert cache.get_or_set("b", lambda: 2) == 2
    finally:
        subprocess.run(["umount", tmp_path], check=True)
