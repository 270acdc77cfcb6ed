"""What a citizen holds in her hand: a code to read aloud, a secret, a private link. All derived, none stored."""

import base64
import uuid
from dataclasses import dataclass

from core import encryption

# No letter or digit that looks or, read aloud in Vietnamese, sounds like another one (0 O, 1 I L, 5 S, 8 B, D Đ, C K Q, V U).
LETTERS = "234679AEGHKMNPRTXY"
CODE_LENGTH = 8
SECRET_DIGITS = 6
LINK_BYTES = 16


@dataclass(frozen=True)
class Receipt:
    code: str  # like K7MA-2XHP
    secret: str  # six digits
    token: str  # of the private link

    @property
    def lookup_hash(self) -> str:
        return lookup_hash(self.code, self.secret)

    @property
    def code_hash(self) -> str:
        return code_hash(self.code)


def of(random_id: uuid.UUID) -> Receipt:
    """The receipt of a case: always the same for the same id."""
    number = int.from_bytes(encryption.derive("receipt.code", random_id.bytes))
    letters = []
    for _position in range(CODE_LENGTH):
        number, rest = divmod(number, len(LETTERS))
        letters.append(LETTERS[rest])
    code = "".join(letters)
    secret = int.from_bytes(encryption.derive("receipt.secret", random_id.bytes)) % 10**SECRET_DIGITS
    return Receipt(f"{code[:4]}-{code[4:]}", f"{secret:0{SECRET_DIGITS}}", _token(random_id))


def normalise_code(typed: str) -> str:
    """A code as people type it: lower case, with spaces, with or without the dash."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return f"{letters[:4]}-{letters[4:]}"


def normalise_secret(typed: str) -> str:
    return "".join(letter for letter in typed if letter.isdigit())


def lookup_hash(code: str, secret: str) -> str:
    """What code and secret are found by, together: a wrong code and a wrong secret cannot be told apart."""
    return encryption.keyed_hash("receipt.lookup", f"{normalise_code(code)} {normalise_secret(secret)}")


def code_hash(code: str) -> str:
    return encryption.keyed_hash("receipt.by-code", normalise_code(code))


def _token(random_id: uuid.UUID) -> str:
    seal = encryption.derive("receipt.link", random_id.bytes)[:LINK_BYTES]
    return base64.urlsafe_b64encode(random_id.bytes + seal).decode().rstrip("=")


def random_id_of(token: str) -> uuid.UUID | None:
    """The case's id that the token of a private link seals; None for any other text."""
    try:
        raw = base64.b64decode(token.encode("ascii") + b"=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (ValueError, UnicodeEncodeError):
        return None
    if len(raw) != 16 + LINK_BYTES:
        return None
    random_id = uuid.UUID(bytes=raw[:16])
    return random_id if encryption.same(_token(random_id), token) else None
