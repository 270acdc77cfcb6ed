"""Runs many: `python -m tests.fuzz --data /tmp/demo --requests 20000 --seed 1`, the demo having been prepared there.

In this process by default, on a copy of the folder (a database of its own, as `DATABASE_URL` names it, is left as it was: every
request is undone). With `--url` a server that runs on that folder is asked: what is sent to it stays there.
"""

import argparse
import logging
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the demo's DATA_DIR")
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", type=int, help="report this one alone (those before it are sent too: it may follow from them)"
    )
    parser.add_argument("--url", help="the server to ask")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        data = options.data
        if not options.url:
            data = Path(folder) / "data"
            shutil.copytree(options.data, data)
        os.environ |= {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "portal.settings.demo"}
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    sys.path.insert(0, "site")
    import django
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["localhost", "testserver", "127.0.0.1"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.TASKS = {name: {"BACKEND": "django_tasks.backends.dummy.DummyBackend"} for name in settings.TASKS}
    django.setup()
    logging.disable(logging.CRITICAL)
    from accounts.models import User
    from tests.fuzz.asking import InProcess, OverHttp
    from tests.fuzz.running import Fuzzer, Report, sessions

    users = list(User.objects.order_by("pk"))
    cookies = sessions(users)
    sender = OverHttp(options.url, cookies) if options.url else InProcess(cookies)
    started, said = time.monotonic(), set[str]()

    def say(report: Report) -> None:
        print(f"{time.monotonic() - started:.0f} s, {str(report).splitlines()[0]}", flush=True)
        for kind in [kind for kind in report.faults if kind not in said]:
            said.add(kind)
            print(report.told(kind), flush=True)

    report = Fuzzer(options.seed, sender, list(cookies)).run(options.requests, say, options.only)
    print(f"seed {options.seed}, {time.monotonic() - started:.0f} s, {report}")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
