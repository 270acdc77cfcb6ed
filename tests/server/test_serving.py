"""The running site, its processes killed and its senders slow: it serves on, comes back, and leaves nothing behind."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http.client import RemoteDisconnected
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.installation import ROOT, Installation

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("commune")]
POST = b"POST /gop-y/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n"


@pytest.fixture
def site(tmp_path: Path, db: Any) -> Iterator[Installation]:
    site = Installation.of_small_commune(tmp_path / "xa")
    yield site
    site.kill()


def within(seconds: float, condition: Callable[[], Any]) -> Any:
    """What `condition` gives once it gives something; fails after so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.1)
    pytest.fail(f"Not within {seconds} s.")


def answers(site: Installation, path: str = "/gop-y/") -> bool:
    """Whether the page comes. What a killed process had in hand goes with it, as any line may break: it is asked for again."""
    for _attempt in range(3):
        try:
            with urlopen(f"{site.url}{path}", timeout=20) as response:
                return bool(response.status == 200)
        except (ConnectionResetError, RemoteDisconnected):
            time.sleep(0.1)
        except URLError as error:
            if not isinstance(error.reason, ConnectionResetError):
                raise
    return False


def test_killed_processes_come_back_while_pages_are_answered(site):
    site.start()
    background = within(60, lambda: site.numbers("background"))[0]
    main, *children = site.numbers("web")
    assert len(children) == 2

    for number, module in ((children[0], "web"), (background, "background"), (main, "web")):
        os.kill(number, signal.SIGKILL)
        assert answers(site)
        within(30, lambda number=number, module=module: set(site.numbers(module)) - {main, background, *children})
        within(30, lambda number=number: number not in site.processes())
        assert answers(site)
    # The children of the killed web server serve on until the next one is there, and then go.
    within(30, lambda: not set(children) & set(site.processes()))
    assert answers(site)
    assert "the web server ended with status -9" in site.log.read_text()


def test_nothing_outlives_the_supervisor_and_the_port_is_free(site):
    site.start()
    within(60, lambda: site.numbers("background"))
    site.process.kill()
    within(5, lambda: not site.processes())
    site.process.wait()
    site.start()
    assert answers(site)
    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(timeout=20) == 0
    assert not site.processes()


@pytest.mark.parametrize("seconds", [0.2, 2, 4, 7])
def test_stopped_while_it_begins_it_leaves_nothing(site, seconds):
    with site.log.open("ab") as log:
        command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(site.port)]
        process = subprocess.Popen(command, env=site.environment, stdout=log, stderr=log)
    time.sleep(seconds)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0
    within(5, lambda: not site.processes())


def test_web_server_that_cannot_begin_ends_the_whole_with_its_status(site):
    with socket.create_server(("127.0.0.1", site.port)), pytest.raises(subprocess.CalledProcessError):
        site.manage("serve", "--port", str(site.port))
    assert "giving up" in site.log.read_text()
    within(5, lambda: not site.processes())


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"RECEIPT_KEY": "x" * 60}, "Đặt đúng khóa vào .env"),
        ({"DATABASE_URL": "sqlite:///{data}/other.sqlite3"}, "hai nơi cài đặt khác nhau"),
        ({"DATABASE_URL": "sqlite:///{data}/other.sqlite3", "DATA_DIR": "{data}-new"}, "manage.py migrate"),
    ],
    ids=["other keys", "other database", "nothing made"],
)
def test_site_set_wrong_is_not_served(site, setting, said):
    site.manage("migrate")
    site.environment |= {name: value.format(data=site.data) for name, value in setting.items()}
    with pytest.raises(subprocess.CalledProcessError) as refusal:
        site.manage("serve", "--port", str(site.port))
    assert refusal.value.returncode == os.EX_CONFIG
    assert said in site.log.read_text()
    assert not site.processes()


def test_slow_senders_and_readers_take_no_thread(site):
    large = site.data / "public" / "media" / "images" / "999" / "large.jpg"  # as a public picture lies
    large.parent.mkdir(parents=True)
    large.write_bytes(os.urandom(8 * 2**20))
    site.start()
    slow = [socket.create_connection(("127.0.0.1", site.port)) for _number in range(40)]
    for number, line in enumerate(slow):
        line.sendall(
            POST + b"x" if number % 2 else b"GET /media/images/999/large.jpg HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )
    assert answers(site)
    assert answers(site)
    silent = socket.create_connection(("127.0.0.1", site.port))
    silent.sendall(POST)
    silent.settimeout(30)
    assert silent.recv(100).startswith(b"HTTP/1.1 408 ")
    assert slow[0].recv(20).startswith(b"HTTP/1.1 200 ")
    for line in [*slow, silent]:
        line.close()


def test_body_too_long_is_told_with_a_sentence(site):
    site.start()
    with socket.create_connection(("127.0.0.1", site.port)) as line:
        line.sendall(POST.replace(b"5000", b"500000000"))
        line.settimeout(10)
        said = b""
        while b"</html>" not in said:
            more = line.recv(4096)
            assert more, said
            said += more
    assert said.startswith(b"HTTP/1.1 413 ")
    assert "chữ đã viết vẫn còn" in said.decode()


def test_worker_and_pages_wait_for_a_lock(site):
    site.start()
    background = within(60, lambda: site.numbers("background"))
    assert answers(site)
    lock = sqlite3.connect(site.data / "db.sqlite3", isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    time.sleep(24)  # the busy timeout is twenty seconds
    assert answers(site)
    lock.execute("ROLLBACK")
    lock.close()
    assert site.numbers("background") == background
