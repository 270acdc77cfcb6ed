"""How a sender is found again by what she left: exactly, and without keeping it in clear."""

from core import encryption

FEWEST_DIGITS, MOST_DIGITS = 8, 15  # of a phone number, the country's code included
DIGITS_FROM_ZERO = (10, 11)  # of a number in this country: mobile and of a house


def digits(phone: str) -> str:
    """A Vietnamese number as one spelling: +84 912 … and 0912 … are the same."""
    found = "".join(letter for letter in phone if letter.isdigit())
    return f"0{found[2:]}" if found.startswith("84") and len(found) > 9 else found


def is_phone(typed: str) -> bool:
    """Whether somebody can be rung: ten digits or eleven from a 0 on; from abroad, or a short local number, as many as there may be."""
    number = digits(typed)
    return len(number) in DIGITS_FROM_ZERO if number.startswith("0") else FEWEST_DIGITS <= len(number) <= MOST_DIGITS


def phone_hash(phone: str) -> str:
    """What a phone number is found by; empty for none."""
    return encryption.keyed_hash("person.phone", digits(phone)) if phone else ""


def email_hash(email: str) -> str:
    """What an e-mail address is found by, however its letters are written; empty for none."""
    return encryption.keyed_hash("person.email", email.lower()) if email else ""
