"""How a sender is found again by what she left: exactly, and without keeping it in clear."""

from core import encryption, phones


def phone_hash(phone: str) -> str:
    """What a phone number is found by, however it is written; empty for none."""
    return encryption.keyed_hash("person.phone", phones.number(phone)) if phone else ""


def email_hash(email: str) -> str:
    """What an e-mail address is found by, however its letters are written; empty for none."""
    return encryption.keyed_hash("person.email", email.lower()) if email else ""
