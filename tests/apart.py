"""The site in a process of its own, on a database of its own: what it answers while that is locked, full or away.

`python -m tests.apart` reads requests (method, path, data) as JSON and writes the answers: status, headers, text.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def ask(requests: list[tuple[str, str, dict[str, Any]]], **environment: str) -> list[dict[str, Any]]:
    """The answers to `requests`, in their order, of a site with this environment (`DATABASE_URL`, `CACHE_URL`)."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.apart"],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test", "PYTHONPATH": "site", **environment},
        input=json.dumps(requests),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(result.stdout)


def _answer(client: Any, method: str, path: str, data: dict[str, Any]) -> dict[str, Any]:
    response = getattr(client, method)(path, data)
    text = b"".join(response).decode(errors="replace")
    return {"status": response.status_code, "headers": dict(response.headers), "text": text}


def _main() -> None:
    import django
    from django.conf import settings

    from portal.settings import base

    if "CACHE_URL" in os.environ:
        settings.CACHES = base.CACHES
    django.setup()
    from django.db import connection
    from django.test import Client

    from core import limits

    if connection.vendor == "sqlite":  # the site waits twenty seconds, a counter one
        connection.settings_dict["OPTIONS"]["timeout"] = 0.2
        limits.PATIENCE = 20
    client = Client(raise_request_exception=False)
    json.dump([_answer(client, *request) for request in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    _main()
