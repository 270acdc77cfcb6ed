"""One page that loses nothing: whatever went wrong with a form, it holds all that was typed, and sends it again.

Drawn without the database, from nothing but what was sent.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.contrib.messages import get_messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from core.challenge import Challenge
from core.middleware import ADMIN_PREFIX
from core.own_pages import is_surely_own

# What a form carries beside its words. Passwords are never shown again.
UNSEEN = {"key", "opened", "version", "challenge", "sum", "website"}
NEVER_SHOWN = re.compile("password|csrfmiddlewaretoken|otp")
# Statuses whose pages are not the form itself (422 is).
LOSING = {400, 403, 404, 405, 408, 409, 410, 413, 414, 429, *range(500, 600)}
GONE = {404, 405, 410}
UNREADABLE = {400, 413}
# Somebody wrote it: a blank, a letter that is no ASCII, an address for mail, a telephone number.
WORDS = re.compile(r"\s|[^\x00-\x7f]|@|^\+?\d[\d.()-]{7,14}$")
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}


@dataclass(frozen=True)
class Typed:
    """One value of a form as it was sent; `words` is how it is shown to people."""

    name: str
    value: str
    words: str

    @property
    def is_words(self) -> bool:
        return self.name not in UNSEEN and bool(WORDS.search(self.words))


class KeepWordsMiddleware:
    """Where the answer to a form is an error without the words that were typed, they are shown, and can be sent again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST" or not _reads_pages(request, response):
            return response
        signed_out = _asks_to_log_in(request, response)
        status = 403 if signed_out or _is_denied(request, response) else response.status_code
        everything = signed_out or not _is_officers(request)
        fields = [field for field in typed(request) if field.is_words or everything]
        if status not in LOSING or not _lost(fields, response, status):
            return response
        renewed = is_surely_own(request) and (signed_out or _token_is_void(request, status))
        sentence = _sentence(status, officer=_is_officers(request), again=renewed)
        answer = page(request, sentence, status=status, again=renewed or None)
        for name in {"Retry-After", "Allow"} & set(response.headers):
            answer.headers[name] = response.headers[name]
        return answer


def page(
    request: HttpRequest, sentence: str, *, status: int, asked: Challenge | None = None, again: bool | None = None
) -> HttpResponse:
    """The page with all that was sent. `asked` is a sum to be done first; `again`: whether it makes sense to send it again.

    Officers' forms carry a token that may be void by now: theirs is shown to be copied, or sent again with the token of who is signed
    in, where it surely came from our own page.
    """
    officer = _is_officers(request)
    fields = list(typed(request))
    context = {
        "sentence": sentence,
        "again": not officer and status not in GONE if again is None else again,
        "officer": officer,
        "address": request.get_full_path(),
        "token": get_token(request) if officer and again else "",
        "shown": [field for field in fields if field.is_words],
        "carried": [field for field in fields if not field.is_words and field.name not in {"challenge", "sum"}],
        "files": (files := file_names(request)),
        "challenge": asked,
        "unread": not fields and not files and status in UNREADABLE,
    }
    response = HttpResponse(render_to_string("kept.html", context), status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def typed(request: HttpRequest) -> list[Typed]:
    """Every value that was sent, but for what must not be shown; nothing where the body cannot be read."""
    try:
        sent = request.POST
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError, OSError):
        return []
    return [
        Typed(name, str(value), _plain(str(value)))
        for name, values in sent.lists()
        if not NEVER_SHOWN.search(name)
        for value in values
        if value
    ]


def file_names(request: HttpRequest) -> dict[str, list[str]]:
    """The names of the files that came, by field: a browser does not send them a second time by itself."""
    with suppress(SuspiciousOperation, MultiPartParserError, UnreadablePostError, OSError):
        return {name: [file.name for file in files if file.name] for name, files in request.FILES.lists()}
    return {}


def _is_officers(request: HttpRequest) -> bool:
    return request.path.startswith(ADMIN_PREFIX)


def _asks_to_log_in(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an officer's form comes back as the page to sign in: her session ended while she wrote."""
    return _is_officers(request) and response.headers.get("Location", "").startswith(reverse("wagtailadmin_login"))


def _is_denied(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether Wagtail led an officer to the start page because what she sent is not (or no more) hers to change."""
    if not _is_officers(request) or response.headers.get("Location", "") != reverse("wagtailadmin_home"):
        return False
    told = [str(message.message).strip() for message in getattr(get_messages(request), "_queued_messages", ())]
    return _("Sorry, you do not have permission to access this area.") in told


def _token_is_void(request: HttpRequest, status: int) -> bool:
    """Whether Django refused an officer's form for its token: somebody signed in anew since it was drawn."""
    return status == 403 and _is_officers(request) and not getattr(request, "csrf_processing_done", False)


def _reads_pages(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether somebody looks at the answer: no script of ours, no program. Signing in has its own pages."""
    return (
        request.content_type in FORMS
        and request.path != reverse("wagtailadmin_login")
        and request.headers.get("X-Requested-With") != "XMLHttpRequest"
        and "text/html" in request.headers.get("Accept", "text/html")
        and response.headers.get("Content-Type", "").startswith("text/html")
    )


def _lost(fields: list[Typed], response: HttpResponse, status: int) -> bool:
    """Whether some of it is missing on the page that is the answer; of a body that could not be read, all of it is."""
    if not fields:
        return status in UNREADABLE or status >= 500
    content = "" if response.streaming else response.content.decode(errors="replace")
    return any(field.name not in UNSEEN and escape(field.value) not in content for field in fields)


def _plain(value: str) -> str:
    """The words of a value: of rich text, as the editor sends it (JSON), its lines."""
    if not value.startswith('{"'):
        return value
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        return "\n".join(_lines(json.loads(value)))
    return value


def _lines(content: dict[str, Any]) -> Iterator[str]:
    yield from (block["text"] for block in content["blocks"])


def _sentence(status: int, *, officer: bool, again: bool) -> str:
    """What to say where the view said nothing."""
    if officer and again:
        return _(
            "Your session is over, so nothing was saved. Sign in again in a new window, then press “Send again” here."
        )
    if officer and status == 403:
        return _(
            "This is not, or not any more, yours to change: nothing was saved. (It may have been handed on meanwhile.)"
        )
    if officer:
        return _("Nothing was saved just now. Please try again in a moment.")
    if status == 403:
        return _("The page was open too long, or was not ours. Please look over what you wrote and send it again.")
    if status in GONE:
        return _("What you wrote was not sent: the page it belongs to is not here any more.")
    if status == 409:
        return _("What you wrote was not sent: the page has changed meanwhile.")
    if status == 429:
        return _("Very much came from your network within an hour. Please wait a while, then send it again.")
    if status == 503:
        return _("The site is busy just now, and what you wrote is not sent yet. Please send it again in a moment.")
    if status >= 500:
        return _(
            "Something went wrong on our side and was noted. What you wrote is not sent yet: please send it again."
        )
    return _(
        "This could not be read as it came, or was too much at once. Please send it again, with fewer or smaller files."
    )
