"""Things with a Vietnamese and an English name, which wagtail-localize need not translate."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def in_language(vietnamese: str, english: str) -> str:
    """The text for the active language; Vietnamese where there is no English one."""
    return english if english and get_language() == "en" else vietnamese


class NamedMixin(models.Model):
    """A name in two languages and a slug, which addresses and filters use."""

    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_("Used in addresses; do not change it once in use."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return in_language(self.name, self.name_en)
