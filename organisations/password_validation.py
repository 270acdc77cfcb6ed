"""Passwords that anybody here would try first: words that many use, names of the commune and its units, dates, phone numbers."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core import text
from organisations.models import Commune, Unit, Village

WORDS = Path(__file__).with_name("weak_passwords.txt")
LEET = str.maketrans("013457@$!|", "oieastasii")
FEWEST_DIFFERENT, LONGEST = 5, 128  # characters


class WeakPasswordValidator:
    """Refuses what is made of nothing but weak words, however it is dressed up: marks, capitals, digits around or inside."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError with what to do instead."""
        plain = text.folded(password)
        if len(set(plain)) < FEWEST_DIFFERENT or not any(letter.isalpha() for letter in plain):
            raise ValidationError(
                _("A phone number, a date or the same signs again are guessed first. Please use several words."),
                code="password_only_digits",
            )
        weak = _pattern((*_listed(), *_names(user)))
        if any(weak.fullmatch(core) for core in _undressed(plain)):
            raise ValidationError(
                _(
                    "Many people would try this password first: it is made of common words, of names of the commune or of yours. "
                    "Please put together a few words that have nothing to do with each other."
                ),
                code="password_weak",
            )

    def get_help_text(self) -> str:
        return _(
            "Not a phone number, a date, or the names of the commune: rather a few words that have nothing in common."
        )


@cache
def _listed() -> tuple[str, ...]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _names(user: Any) -> set[str]:
    """The words of the commune's, its units' and villages' names, and of the user's own."""
    commune = Commune.load()
    names = [commune.name, commune.organisation, commune.tagline]
    names += [name for model in (Unit, Village) for name in model.objects.values_list("name", flat=True)]
    names += [getattr(user, name, "") for name in ("username", "last_name", "first_name")]
    return {word for name in names for word in re.findall(r"[a-z]{2,}", text.folded(name))}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})+")


def _undressed(plain: str) -> set[str]:
    """`plain` without digits and signs, and with its digits read as the letters that they look like."""
    stripped = re.sub(r"^[^a-z]+|[^a-z]+$", "", plain)[:LONGEST]
    return {re.sub(r"[^a-z]", "", form) for form in (plain[:LONGEST], stripped, stripped.translate(LEET))}
