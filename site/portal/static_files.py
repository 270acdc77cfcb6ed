"""Static files, collected and compressed only when something changed (brotli takes ten seconds)."""

import fcntl
import hashlib
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

FINGERPRINT = "fingerprint"


def collect_if_changed() -> bool:
    """Runs collectstatic if our files or the installed packages changed since the last time; tells whether it did.

    One process at a time: another waits, and finds it done.
    """
    root = Path(settings.STATIC_ROOT)
    root.parent.mkdir(exist_ok=True)
    mark = root.parent / FINGERPRINT
    fingerprint = _fingerprint()
    with (root.parent / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (root / "staticfiles.json").exists() and mark.exists() and mark.read_text() == fingerprint:
            return False
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        mark.write_text(fingerprint)
    return True


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for package in sorted(f"{package.name}=={package.version}" for package in distributions()):
        digest.update(package.encode())
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()
