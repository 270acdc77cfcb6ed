#!/usr/bin/env python
"""Django's command line, with `site/` on the path (it holds the package `portal` and is no package itself)."""

import os
import sys
from pathlib import Path


def main() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    # Where there is an .env, there is a commune's site.
    settings = "production" if (Path(__file__).resolve().parent / ".env").exists() else "dev"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"portal.settings.{settings}")
    if sys.argv[1:2] == ["serve"]:
        # Keeping processes alive needs no Django, and begins in a tenth of the time.
        from portal.server import supervisor

        sys.exit(supervisor.main(sys.argv[2:]))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
