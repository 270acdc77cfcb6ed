"""What in a text for everybody still looks personal: a net under the two people who read it, not instead of them."""

import re

from core import text
from feedback import senders
from feedback.models import Case, CasePerson
from organisations.models import Commune, Unit

PHONE = re.compile(r"(?<![\d.,])(?:\+?84|0)(?:[ .\-]?\d){8,10}(?![\d])")
EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")


def personal_in(words: str, case: Case) -> list[str]:
    """Phone numbers and e-mail addresses that are no office's, the sender's name and the case's code, as they stand in `words`."""
    numbers = [number for number in PHONE.findall(words) if senders.digits(number) not in _offices_numbers()]
    found = [*numbers, *EMAIL.findall(words)]
    person = CasePerson.objects.filter(case=case).first()
    name = person.name if person else ""
    if len(name.split()) > 1 and text.folded(name) in text.folded(words):
        found.append(name)
    if case.code in words:
        found.append(case.code)
    return list(dict.fromkeys(found))


def _offices_numbers() -> set[str]:
    phones = [Commune.load().phone, *Unit.objects.values_list("phone", flat=True)]
    return {senders.digits(phone) for phone in phones if phone}
