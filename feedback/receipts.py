"""What a citizen holds in her hand: a code to read aloud, a secret, a private link. All derived, none stored."""

import base64
import re
import uuid
from dataclasses import dataclass

from core import codes, encryption, phones, text

# Receipts of cases whose id is of version 4 (RFC 9562): their letters cannot change any more. Of version 8: those of `codes`.
LETTERS_BEFORE = "234679AEGHKMNPRTXY"
SECRET_DIGITS = 6
SECRET = re.compile(r"(?<![^\W_])\d(?:[ .\-]*\d){5}(?![^\W_])")
LINK_BYTES = 16
# In the address of a private link; Word and a keyboard make other dashes of its own.
TOKEN = re.compile(r"(ho-so|phieu)/+([\w-]{43})", re.ASCII | re.IGNORECASE)
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))


@dataclass(frozen=True)
class Receipt:
    code: str  # like K7M4-2GHP
    secret: str  # six digits
    token: str  # of the private link

    @property
    def lookup_hash(self) -> str:
        return lookup_hash(self.code, self.secret)

    @property
    def code_hash(self) -> str:
        return code_hash(self.code)


def new_id() -> uuid.UUID:
    """A random id for a case, of version 8: its receipt is made of today's letters."""
    return uuid.UUID(int=uuid.uuid4().int & ~(0xF << 76) | 8 << 76)


def of(random_id: uuid.UUID) -> Receipt:
    """The receipt of a case: always the same for the same id."""
    number = int.from_bytes(encryption.derive("receipt.code", random_id.bytes))
    code = codes.of_number(number, LETTERS_BEFORE if random_id.version == 4 else codes.LETTERS)
    secret = int.from_bytes(encryption.derive("receipt.secret", random_id.bytes)) % 10**SECRET_DIGITS
    return Receipt(codes.in_groups(code), f"{secret:0{SECRET_DIGITS}}", _token(random_id))


def codes_in(typed: str) -> list[str]:
    """The codes that `typed` may stand for, as they stand on receipts; empty for none."""
    return [codes.in_groups(code) for code in codes.readings(typed)]


def secret_in(*typed: str) -> str:
    """The six digits in the first of `typed` that holds six in a row, what stands around them left out; else all of the first."""
    written = [phones.legible(each) for each in typed]
    found = next((found[0] for found in map(SECRET.search, written) if found), written[0])
    return "".join(letter for letter in found if letter.isdecimal())


def link_in(written: str) -> tuple[str, str] | None:
    """The page (ho-so, phieu) and the token of a private link in what was written, whatever stands around it or came into it."""
    together = "".join(text.seen(written).translate(DASHES).split())
    return next(((page.lower(), token) for page, token in TOKEN.findall(together) if random_id_of(token)), None)


def read(code: str, secret: str) -> tuple[list[str], str]:
    """The codes and the secret that were meant: also both in one field, one in the other's, a whole message, a private link."""
    if link := link_in(f"{code} {secret}"):
        receipt = of(random_id_of(link[1]))  # type: ignore[arg-type]  # it is sealed
        return [receipt.code], receipt.secret
    return codes_in(code) or codes_in(secret), secret_in(secret, code)


def lookup_hash(code: str, secret: str) -> str:
    """What code and secret are found by, together: a wrong code and a wrong secret cannot be told apart."""
    return encryption.keyed_hash("receipt.lookup", f"{code} {secret}")


def code_hash(code: str) -> str:
    return encryption.keyed_hash("receipt.by-code", code)


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
