"""How a sender is found again by what she left: exactly, and without keeping it in clear."""

from core import encryption

FEWEST_DIGITS, MOST_DIGITS = 8, 15  # of a phone number, the country's code included


def digits(phone: str) -> str:
    """A Vietnamese number as one spelling: +84 912 … and 0912 … are the same."""
    found = "".join(letter for letter in phone if letter.isdigit())
    return f"0{found[2:]}" if found.startswith("84") and len(found) > 9 else found


def is_phone(typed: str) -> bool:
    return FEWEST_DIGITS <= sum(letter.isdigit() for letter in typed) <= MOST_DIGITS


def phone_hash(phone: str) -> str:
    """What a phone number is found by; empty for none."""
    return encryption.keyed_hash("person.phone", digits(phone)) if phone else ""


def email_hash(email: str) -> str:
    """What an e-mail address is found by, however its letters are written; empty for none."""
    return encryption.keyed_hash("person.email", email.lower()) if email else ""
