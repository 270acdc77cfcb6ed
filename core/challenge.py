"""A small sum, asked only where a machine may be at work: a person does it in a breath, a script has to be made for it.

The sum hangs on what may be done with it once (the key of a form, with which one thing can be kept; one guess at a secret): an
answered sum is of no use for a second one.
"""

import re
import unicodedata
from dataclasses import dataclass
from secrets import randbelow
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from core import encryption

SALT = "core.challenge"
AN_HOUR = 60 * 60
LARGEST = 9
LONGEST = 40  # characters of an answer
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Challenge:
    """What is asked, and the signed token that comes back with the answer."""

    question: str
    token: str
    why: str  # for whoever has to do it


def needed(tries: int, unasked: int, data: Any, key: str, why: str = "") -> Challenge | None:
    """The sum to be done first where more than `unasked` came already; nothing where `data` answers the one it was asked."""
    return None if tries <= unasked or is_answered(data, key) else ask(data, key, why)


def ask(data: Any, key: str, why: str = "") -> Challenge:
    """A new sum for the form with this key. It says what was wrong with the answer in `data`, if there is one; else why it is asked.

    `why` where it is not that very much comes from one network.
    """
    first, second = 1 + randbelow(LARGEST), 1 + randbelow(LARGEST)
    question = _("%(first)s and %(second)s together: how much?") % {"first": first, "second": second}
    why = why or _(
        "Very much comes from your network just now. Please do a small sum, so that we know you are a person."
    )
    token = signing.dumps([_hidden(key), _hidden(key, first + second)], salt=SALT)
    return Challenge(question, token, _mistake(data, key) or why)


def is_answered(data: Any, key: str) -> bool:
    """Whether what was sent holds the right answer to the sum asked for `key`, not older than an hour."""
    return bool((asked := _asked(data)) and asked == [_hidden(key), _hidden(key, _answer(data))])


def _mistake(data: Any, key: str) -> str:
    """What is wrong with the answer to the sum that was asked for `key`; empty where none was, or none was given."""
    typed = data.get("sum", "").strip()
    if not typed or _asked(data)[:1] != [_hidden(key)]:
        return ""
    if _answer(data) is None:
        return _("“%(typed)s” is not written in digits. Please write the sum like this: 12.") % {"typed": typed}
    return _("%(number)s was not right. Here is another sum; please do it once more.") % {"number": _answer(data)}


def _asked(data: Any) -> list[str]:
    """What the token holds that came back: for which key, and the answer, hidden; empty where it is none of ours, or too old."""
    try:
        return list(signing.loads(data.get("challenge", ""), salt=SALT, max_age=AN_HOUR))
    except signing.BadSignature:
        return []


def _answer(data: Any) -> int | None:
    """The number that was written, whatever stands around it: “13.”, “= 13”, “5 + 8 = 13”."""
    found = NUMBER.findall(unicodedata.normalize("NFKC", data.get("sum", ""))[:LONGEST])
    return int(found[-1]) if found else None


def _hidden(key: str, total: Any = "") -> str:
    """What the token holds: nobody reads the answer from it."""
    return encryption.keyed_hash(SALT, f"{key} {total}")
