"""Services that tests need from the system: skipped by name where absent, a failure in CI."""

import os
import shutil

import pytest


def need(program: str, package: str) -> str:
    """The path of `program`, or a skip that names the Debian package; under CI its absence is a failure."""
    path = shutil.which(program)
    if path:
        return path
    message = f"{program} is missing: apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
