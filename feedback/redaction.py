"""What in a text for everybody still looks personal: a net under the two people who read it, not instead of them."""

from core import phones, text
from feedback.models import Case, CasePerson
from organisations.models import Commune, Unit


def personal_in(words: str, case: Case) -> list[str]:
    """Phone numbers and e-mail addresses that are no office's, the sender's name and the case's code, as they stand in `words`."""
    offices = _offices_numbers()
    found = [contact for contact in text.contacts_in(words) if phones.number(contact) not in offices]
    person = CasePerson.objects.filter(case=case).first()
    name = person.name if person else ""
    if len(name.split()) > 1 and text.folded(name) in text.folded(words):
        found.append(name)
    if case.code in words:
        found.append(case.code)
    return list(dict.fromkeys(found))


def _offices_numbers() -> set[str]:
    numbers = [Commune.load().phone, *Unit.objects.values_list("phone", flat=True)]
    return {phones.number(phone) for phone in numbers if phone}
