"""Phone numbers as people type them: with dots and blanks, +84, full-width digits, the letter O for 0. One spelling for all."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import text

# What a hurried thumb takes for a digit, in a word that has digits (`O912 345 678`) or nothing else (`O9 OO 12`).
LOOK_ALIKES = str.maketrans("OoОоIl|", "0000111")
MISTAKEN = re.compile(r"[\dOoОоIl|.()+\-–/]*\d[\dOoОоIl|.()+\-–/]*|[OoОо]{2,}")
COUNTRY = re.compile(r"^(?:00)?84(?=\d{8})0?")
MOBILE, OF_A_HOUSE = "35789", "2"  # what follows the 0
DIGITS_OF_MOBILE, DIGITS_OF_HOUSE = 10, (10, 11)
FEWEST, MOST = 8, 15  # digits of other numbers: 1900 1234; from abroad, with the code of the country (ITU-T E.164)


def legible(typed: str) -> str:
    """`typed` with plain digits, its blanks and dots as they were: `Ｏ912 345 678` becomes `0912 345 678`."""
    words = unicodedata.normalize("NFKC", text.clean(typed)).split()
    return " ".join(word.translate(LOOK_ALIKES) if MISTAKEN.fullmatch(word) else word for word in words)


def number(typed: str) -> str:
    """The digits of `typed`, in one spelling: 0912 345 678, +84 912 345 678, 84912345678 and 912 345 678 are one number."""
    found = "".join(str(unicodedata.decimal(letter)) for letter in legible(typed) if letter.isdecimal())
    if COUNTRY.match(found):
        return "0" + COUNTRY.sub("", found)
    return f"0{found}" if len(found) == DIGITS_OF_MOBILE - 1 and found[0] in MOBILE else found


def validate(typed: str) -> None:
    """Raises ValidationError, saying why, where nobody can be rung under `typed`."""
    found = number(typed)
    digits = len(found)
    if digits > MOST or (_is_domestic(found) and digits > max(DIGITS_OF_HOUSE)):
        raise ValidationError(
            _("This looks like more than one number. Please leave the one under which we should ring.")
        )
    if found[:2] in [f"0{letter}" for letter in MOBILE]:
        right = digits == DIGITS_OF_MOBILE
    elif _is_domestic(found):
        right = found[1:2] == OF_A_HOUSE and digits in DIGITS_OF_HOUSE
    else:
        right = digits >= FEWEST
    if not right:
        raise ValidationError(
            _("We cannot ring under “%(number)s” (%(digits)s digits). Please look at it again. Example: 0912 345 678"),
            params={"number": legible(typed), "digits": digits},
        )


def _is_domestic(found: str) -> bool:
    return found.startswith("0") and not found.startswith("00")
