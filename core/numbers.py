"""Numbers that people can write into an address or a form, and no row can have."""

from typing import Any

LARGEST_KEY = 2**63 - 1
MOST_DIGITS = len(str(LARGEST_KEY))


def is_past_every_key(value: Any) -> bool:
    """Whether `value`, a number or the digits of one, is larger than any key the database can hold."""
    if isinstance(value, int):
        return value > LARGEST_KEY
    digits = str(value).strip().lstrip("-+")
    return digits.isdecimal() and (len(digits) > MOST_DIGITS or int(digits) > LARGEST_KEY)


def is_key(value: Any) -> bool:
    """Whether `value` may be the key of a row."""
    return str(value).isdecimal() and not is_past_every_key(value)
