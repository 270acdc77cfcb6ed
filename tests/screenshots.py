"""Pictures of every kind of public page of the demo commune, at three widths, light and dark, for people to look at.

Run: make screenshots      (needs chromium; about three minutes; the pictures come into screenshots/, which git ignores)
"""

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.installation import ROOT, Installation, Visitor, form_key

WIDTHS = {360: 780, 768: 1024, 1280: 800}
PAGES = {
    "home": "/",
    "news": "/tin-tuc/",
    "news-narrowed": "/tin-tuc/?thon=dong-thuong",
    "news-empty": "/tin-tuc/?nam=1999",
    "folder": "/tin-tuc/hoi-phu-nu/",
    "article": "/tin-tuc/mat-tran/giam-sat-duong-thuong-cau-an-lac/",
    "villages": "/thon/",
    "village": "/thon/dong-thuong/",
    "units": "/to-chuc/",
    "unit": "/to-chuc/hoi-phu-nu/",
    "campaigns": "/phong-trao/",
    "campaign": "/phong-trao/vi-nguoi-ngheo/",
    "about": "/gioi-thieu/",
    "models": "/mo-hinh/",
    "model": "/mo-hinh/hoi-phu-nu/chia-rac-tu-bep/",
    "targets": "/mo-hinh/chi-tieu/",
    "good-deeds": "/guong-sang/",
    "good-deed": "/guong-sang/ban-cong-tac-dong-thuong/lon-dat-cua-gia-han/",
    "nomination": "/gop-y/de-cu/",
    "documents": "/van-ban/",
    "document": "/van-ban/mat-tran/quy-che-phoi-hop-mat-tran-doan-the/",
    "calendar": "/lich/",
    "event": "/lich/ban-cong-tac-trai-sen/dem-giao-thua-ho-trai-sen/",
    "answers": "/hoi-dap/",
    "answer": "/hoi-dap/2/",
    "search": "/tim-kiem/?q=den+duong",
    "found-nothing": "/tim-kiem/?q=zzqq",
    "form": "/gop-y/",
    "surveys": "/khao-sat/",
    "look-up": "/gop-y/tra-cuu/",
    "not-found": "/khong-co-trang-nay/",
    "english": "/en/",
}


def send_a_case(site: Installation) -> dict[str, str]:
    """The receipt and the page of a case that somebody has just sent."""
    citizen = Visitor(site)
    opened = re.search(r'name="opened" value="([^"]+)"', citizen.get("/gop-y/")[1])
    assert opened
    time.sleep(3.1)
    data = {"kind": "report", "text": "Đèn đầu ngõ 3 hỏng ba tối nay.", "key": form_key(), "opened": opened.group(1)}
    _status, _text, receipt = citizen.post("/gop-y/", data)
    return {"receipt": receipt, "case": receipt.replace("/phieu/", "/ho-so/")}


def take(page: Any, url: str, path: Path) -> None:
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(image => image.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)


def main() -> None:
    chromium = shutil.which("chromium") or sys.exit("chromium is missing: apt-get install chromium")
    target = ROOT / "screenshots"
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Installation(Path(folder) / "xa")
        site.manage("demo", "--prepare-only")
        site.start()
        try:
            pages = {**PAGES, **send_a_case(site)}
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for scheme in ("light", "dark"):
                for width, height in WIDTHS.items():
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=scheme, locale="vi-VN"
                    )
                    for name, path in pages.items():
                        file = target / scheme / str(width) / f"{name}.png"
                        file.parent.mkdir(parents=True, exist_ok=True)
                        take(context.new_page(), site.url + path, file)
                    context.close()
            browser.close()
        finally:
            site.stop()
    print(f"{len(pages) * len(WIDTHS) * 2} pictures in {target}")


if __name__ == "__main__":
    main()
