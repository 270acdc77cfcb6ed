"""A whole installation on the embedded default, in a folder of its own: prepared, served, killed, read afterwards."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, Request, build_opener

from django.conf import settings
from django.db import connection
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.mail_server import free_port

ROOT = Path(__file__).resolve().parents[1]


class Installation:
    """The demo commune in `data`, served on a free port of this machine."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.data, self.port = data, free_port()
        self.log = data.with_suffix(".log")
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "CACHE_URL"}},
            "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
            "DATA_DIR": str(data),
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None

    @classmethod
    def of_small_commune(cls, data: Path, **environment: str) -> "Installation":
        """The tests' small commune as an installation of its own: a copy of their database, with their keys."""
        data.mkdir()
        copy = sqlite3.connect(data / "db.sqlite3")
        connection.ensure_connection()
        connection.connection.backup(copy)
        copy.close()
        keys = {
            "SECRET_KEY": settings.SECRET_KEY,
            "RECEIPT_KEY": settings.RECEIPT_KEY,
            "FIELD_KEYS": ",".join(settings.FIELD_KEYS),
        }
        made = cls(data, **keys, **environment)
        made.collect_static_files()
        return made

    def collect_static_files(self) -> None:
        """As `make demo` does; nothing if it has been done."""
        code = "import django; django.setup(); from portal.static_files import collect_if_changed; collect_if_changed()"
        path = os.pathsep.join([str(ROOT), str(ROOT / "site")])
        subprocess.run([sys.executable, "-c", code], env={**self.environment, "PYTHONPATH": path}, check=True)

    def processes(self) -> dict[int, str]:
        """The number and command line of each process of the installation."""
        mark = f"DATA_DIR={self.data}\0".encode()
        found = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                with suppress(OSError):
                    command = (entry / "cmdline").read_bytes()
                    if command and mark in (entry / "environ").read_bytes():
                        found[int(entry.name)] = command.replace(b"\0", b" ").decode(errors="replace")
        return found

    def numbers(self, module: str) -> list[int]:
        """The numbers of the processes that run `portal.server.<module>`, the oldest first."""
        return sorted(number for number, command in self.processes().items() if f"portal.server.{module}" in command)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments: str) -> None:
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        with self.log.open("ab") as log:
            subprocess.run(command, env=self.environment, stdout=log, stderr=log, check=True)

    def start(self, *arguments: str) -> None:
        """Serves, and returns when the site answers."""
        command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(self.port), *arguments]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        for _attempt in range(1200):  # two minutes: the machine may be busy with other tests
            try:
                build_opener().open(f"{self.url}/healthz", timeout=2)
            except (URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise TimeoutError(self.log.read_text())

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=30)
            self.process = None

    def kill(self) -> None:
        """SIGKILL to every process of the installation, as a power cut would: server, workers, queue."""
        for number in self.processes():
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        if self.process:
            self.process.wait()
            self.process = None

    def everything_written(self) -> dict[str, bytes]:
        """Every file of the installation, and its log, by name."""
        files = [path for path in self.data.rglob("*") if path.is_file()]
        return {str(path): path.read_bytes() for path in [*files, self.log]}


class NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *arguments: Any) -> None:
        return None


class Visitor:
    """A browser without script: cookies, forms, files. It does not follow redirects by itself."""

    def __init__(self, site: Installation) -> None:
        self.site = site
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()), NoRedirect)

    def get(self, path: str) -> tuple[int, str, str]:
        """Status, text, and where it leads."""
        return self._open(Request(f"{self.site.url}{path}"))

    def post(self, path: str, data: dict[str, Any], form_at: str = "") -> tuple[int, str, str]:
        """Sends a form; `form_at` is the admin page whose hidden token is needed."""
        if form_at:
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(form_at)[1])
            data = {**data, "csrfmiddlewaretoken": token.group(1) if token else ""}
        body = encode_multipart(BOUNDARY, data)
        headers = {"Content-Type": MULTIPART_CONTENT, "Referer": self.site.url}
        return self._open(Request(f"{self.site.url}{path}", data=body, headers=headers))

    def log_in(self, name: str) -> None:
        password = re.search(rf"^{name} +(\S+)", (self.site.data / "demo-users.txt").read_text(), re.M)
        assert password
        page = "/quan-tri/login/"
        status, _text, _to = self.post(page, {"username": name, "password": password.group(1)}, form_at=page)
        assert status == 302

    def _open(self, request: Request) -> tuple[int, str, str]:
        try:
            response = self.opener.open(request, timeout=60)
        except HTTPError as error:
            response = error
        with response:
            return response.status, response.read().decode(errors="replace"), response.headers.get("Location", "")


def form_key() -> str:
    return str(uuid.uuid4())
