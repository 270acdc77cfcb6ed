"""A small sum, asked only where a machine may be at work: a person does it in a breath, a script has to be made for it.

The sum hangs on what may be done with it once (the key of a form, with which one thing can be kept; one guess at a secret): an
answered sum is of no use for a second one.
"""

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


@dataclass(frozen=True)
class Challenge:
    """What is asked, and the signed token that comes back with the answer."""

    question: str
    token: str
    why: str  # for whoever has to do it


def needed(tries: int, unasked: int, data: Any, key: str) -> Challenge | None:
    """The sum to be done first where more than `unasked` came already; nothing where `data` answers the one it was asked."""
    return None if tries <= unasked or is_answered(data, key) else ask(key)


def ask(key: str, why: str = "") -> Challenge:
    """A new sum for the form with this key; `why` where it is not that very much comes from one network."""
    first, second = 1 + randbelow(LARGEST), 1 + randbelow(LARGEST)
    question = _("%(first)s and %(second)s together: how much?") % {"first": first, "second": second}
    why = why or _(
        "Very much comes from your network just now. Please do a small sum, so that we know you are a person."
    )
    return Challenge(question, signing.dumps(_hidden(key, first + second), salt=SALT), why)


def is_answered(data: Any, key: str) -> bool:
    """Whether what was sent holds the right answer to the sum asked for `key`, not older than an hour."""
    try:
        right = signing.loads(data.get("challenge", ""), salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        return False
    return bool(right == _hidden(key, unicodedata.normalize("NFKC", data.get("sum", "")).strip()))


def _hidden(key: str, total: Any) -> str:
    """What the token holds: nobody reads the answer from it."""
    return encryption.keyed_hash(SALT, f"{key} {total}")
