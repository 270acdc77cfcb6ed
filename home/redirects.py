"""Redirects lead to this site only, and take no address that a page has: else one person could send readers anywhere."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect

from core import addresses
from home.selectors import pages_at


def leads_here(address: str) -> None:
    """Raises ValidationError for an address of another site."""
    if urlsplit(address).hostname != urlsplit(addresses.base()).hostname:
        raise ValidationError(
            _("A redirect leads to a page or an address of this site only, never to another site."), code="elsewhere"
        )


def is_free(path: str) -> None:
    """Raises ValidationError for the address of a page that people read."""
    page = pages_at(urlsplit(Redirect.normalise_path(path)).path).live().first()
    if page:
        raise ValidationError(
            _("This is the address of the page “%(title)s”. A redirect may only take an address that no page has."),
            code="taken",
            params={"title": page.title},
        )


def restrict() -> None:
    """Puts both on Wagtail's model, so that the forms and the import ask them."""
    for name, validator in (("redirect_link", leads_here), ("old_path", is_free)):
        Redirect._meta.get_field(name).validators.append(validator)
