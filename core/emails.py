"""E-mail addresses as phones and hurried hands write them: with `mailto:`, a blank beside the @, a full stop behind."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core import letters

AROUND = "<>()[]{}\"'“”‘’«».,;:!? "
SCHEME = re.compile(r"^mailto:", re.IGNORECASE)
BLANKS = re.compile(r"\s*([@.])\s*")
MARKED = re.compile(r"[^\W\d_a-zA-Z]")


def legible(typed: str) -> str:
    """`typed` without what can belong to no address; the rest letter by letter."""
    plain = unicodedata.normalize("NFKC", letters.seen(typed)).strip(AROUND)
    return BLANKS.sub(r"\1", SCHEME.sub("", plain)).strip(AROUND)


def validate(address: str) -> None:
    """Raises ValidationError that names what stands in `address` and cannot: the rest is for Django's own check."""
    if marked := MARKED.search(address):
        raise ValidationError(
            _("An e-mail address has only plain letters: look at the “%(letter)s” in it."), params={"letter": marked[0]}
        )
    if "," in address:
        raise ValidationError(_("There is a comma in this e-mail address; there should probably be a full stop."))
    if " " in address:
        raise ValidationError(_("There is a blank in this e-mail address. Please give one address, without blanks."))
    if ".." in address:
        raise ValidationError(_("There are two full stops side by side in this e-mail address."))
