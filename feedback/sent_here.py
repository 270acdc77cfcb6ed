"""What this browser sent within the last hour, as its signed cookie says: so that Back and *Send* again is understood.

The page of a form is kept by no browser (`no-store`), so Back fetches it anew, with a new key, while the browser puts the words back.
The cookie holds keys of forms, which open no case: whoever sits at the same machine next learns nothing from it.
"""

import uuid
from collections.abc import Sequence
from difflib import SequenceMatcher

from django.core import signing
from django.http import HttpRequest, HttpResponse

from core import text
from feedback.models import Case
from feedback.services import Submission

COOKIE = "da-gui"
HOUR = 60 * 60  # seconds
MOST = 3
ALIKE = 0.5  # of the words of both


def keys(request: HttpRequest) -> list[uuid.UUID]:
    """The keys of the forms, the newest last."""
    try:
        kept = signing.loads(request.COOKIES.get(COOKIE, ""), salt=COOKIE, max_age=HOUR)
    except signing.BadSignature:
        return []
    return [uuid.UUID(key) for key in kept]


def remember(request: HttpRequest, response: HttpResponse, key: uuid.UUID) -> None:
    """Notes that this browser has just sent the form with this key."""
    newest = [str(each) for each in [*keys(request), key]][-MOST:]
    response.set_cookie(
        COOKIE,
        signing.dumps(newest, salt=COOKIE),
        max_age=HOUR,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
    )


def may_be_back(request: HttpRequest) -> bool:
    """Whether the browser may have gone back to this page: nobody tapped a link to it (W3C Fetch Metadata; measured in Chromium).

    Of an address that was typed nobody can tell; where there is a script, it tells (`form.js`).
    """
    tapped = "Sec-Fetch-User" in request.headers and request.headers.get("Sec-Fetch-Site") != "none"
    return request.headers.get("Sec-Fetch-Mode") == "navigate" and not tapped


def changed(before: Sequence[Case], submission: Submission) -> Case | None:
    """Which of the cases that this browser sent `submission` is, changed or added to; None where it is new, or the very same."""
    content = submission.content_hash()
    if any(case.content_hash == content for case in before):
        return None
    about, words = submission.about and submission.about.pk, text.words(submission.text)
    same = (case for case in before if case.about_id == about)
    return next((case for case in same if _alike(text.words(case.text), words)), None)


def _alike(before: list[str], now: list[str]) -> bool:
    return now[: len(before)] == before or SequenceMatcher(None, before, now, autojunk=False).ratio() > ALIKE
