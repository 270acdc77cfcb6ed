"""What is installed is what `pyproject.toml` asks for: `make demo` takes it from `uv.lock`, without the tools of tests beside it."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_dependency_is_in_the_lock():
    """One was not: the tests had it by way of a tool of theirs, and a fresh machine could not begin."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    packages = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    [own] = [package for package in packages if package["name"] == project["name"]]
    wanted = {re.match(r"[\w.-]+", line)[0].lower() for line in project["dependencies"]}
    assert wanted == {package["name"] for package in own["dependencies"]}
