"""Services that tests need from the system: skipped by name where absent, a failure in CI."""

import os
import shutil

import pytest

from core import pdf


def need(program: str, package: str) -> str:
    """The path of `program`, or a skip that names the Debian package; under CI its absence is a failure."""
    path = shutil.which(program)
    if path:
        return path
    message = f"{program} is missing: apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def need_pango() -> None:
    """WeasyPrint's Pango, or a skip that names the Debian packages; under CI its absence is a failure."""
    if pdf.is_available():
        return
    message = "Pango is missing: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
