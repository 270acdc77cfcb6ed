"""Lighthouse (12.8, mobile, Debian's Chromium) on the pages people open first, as the demo serves them.

Run: .venv/bin/python benchmarks/lighthouse.py [runs]      (needs npm and chromium; about a minute a run; nothing is left behind)
Prints the median of each score over the runs (default 3) and the largest layout shift, beside what others reach with the same
tool: Wagtail's demo site 98–100 / 98–100 / 93–96 / 91–100, NukeViet 87–93 / 92 / 57–79 / 92.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.installation import Installation  # noqa: E402

PAGES = {
    "home": "/",
    "list": "/tin-tuc/",
    "article": "/tin-tuc/mat-tran/giam-sat-duong-thuong-cau-an-lac/",
    "village": "/thon/dong-thuong/",
    "campaign": "/phong-trao/vi-nguoi-ngheo/",
    "models": "/mo-hinh/",
    "model": "/mo-hinh/hoi-phu-nu/chia-rac-tu-bep/",
    "targets": "/mo-hinh/chi-tieu/",
    "deeds": "/guong-sang/",
    "deed": "/guong-sang/ban-cong-tac-dong-thuong/lon-dat-cua-gia-han/",
    "nominate": "/gop-y/de-cu/",
    "documents": "/van-ban/",
    "document": "/van-ban/mat-tran/quy-che-phoi-hop-mat-tran-doan-the/",
    "calendar": "/lich/",
    "event": "/lich/ban-cong-tac-trai-sen/dem-giao-thua-ho-trai-sen/",
    "form": "/gop-y/",
    "look-up": "/gop-y/tra-cuu/",
    "search": "/tim-kiem/",
    "surveys": "/khao-sat/",
}
KINDS = ("performance", "accessibility", "best-practices", "seo")


def measure(lighthouse: Path, url: str) -> tuple[list[float], float, list[str]]:
    """The four scores (0 to 100), the layout shift, and what was found wanting."""
    command = [str(lighthouse), url, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    result = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "CHROME_PATH": "/usr/bin/chromium"}
    )
    report = json.loads(result.stdout)
    scores = [round(report["categories"][kind]["score"] * 100) for kind in KINDS]
    wanting = [
        reference["id"]
        for kind in KINDS[1:]
        for reference in report["categories"][kind]["auditRefs"]
        if reference["weight"]
        and (report["audits"][reference["id"]]["score"] or 0) < 1
        and report["audits"][reference["id"]]["scoreDisplayMode"] in {"binary", "numeric"}
    ]
    return scores, report["audits"]["cumulative-layout-shift"]["numericValue"], wanting


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory(prefix="mat-tran-lighthouse-") as folder:
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", folder, "lighthouse@12.8"], check=True)
        lighthouse = Path(folder) / "node_modules" / ".bin" / "lighthouse"
        site = Installation(Path(folder) / "xa")
        site.manage("demo", "--prepare-only")
        site.start()
        try:
            for name, path in PAGES.items():
                measured = [measure(lighthouse, site.url + path) for _run in range(runs)]
                medians = [statistics.median(scores[kind] for scores, *_rest in measured) for kind in range(len(KINDS))]
                shift = max(shift for _scores, shift, _wanting in measured)
                wanting = sorted({audit for *_rest, audits in measured for audit in audits})
                print(
                    f"{name:>10}: {' / '.join(f'{score:.0f}' for score in medians)}   shift {shift:.3f}   {' '.join(wanting)}"
                )
        finally:
            site.stop()


if __name__ == "__main__":
    main()
