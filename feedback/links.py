"""Private links as messengers, mail and phones leave them: a capital letter in the path, a blank inside, `.html` or a sign behind."""

import re

from django.urls import reverse

from feedback import receipts

PAGES = {"ho-so": "feedback:case", "phieu": "feedback:receipt"}
PAGE_OF_ITS_OWN = re.compile(r"/(?:danh-gia|tep|ngung-thu)/")


def mended(path: str) -> str:
    """The address that `path` was before it was copied; empty where it holds no sealed token, or is that address itself."""
    found = receipts.link_in(path)
    if found is None or PAGE_OF_ITS_OWN.search(path):
        return ""
    page, token = found
    address = reverse(PAGES[page], args=[token])
    return "" if address == path else address
