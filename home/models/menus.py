"""The menus of the site, as the committee arranges them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable, Page

from core.blocks import validate_address
from core.models import in_language


@register_setting(icon="list-ul")
class Menus(BaseGenericSetting, ClusterableModel):
    """The main menu, and the links in the foot of every page."""

    panels = [InlinePanel("entries", heading=_("Entries"), label=_("entry"))]

    class Meta:
        verbose_name = verbose_name_plural = _("menus")


class MenuEntry(Orderable):
    """A page, or an address; under the page's own title unless it is given another."""

    class Place(models.TextChoices):
        MAIN = "main", _("Main menu")
        FOOT = "foot", _("Foot of every page")

    menus = ParentalKey(Menus, on_delete=models.CASCADE, related_name="entries")
    place = models.CharField(_("where"), max_length=10, choices=Place.choices, default=Place.MAIN)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    address = models.CharField(
        _("or address"),
        max_length=300,
        blank=True,
        validators=[validate_address],
        help_text=_("For what is no page: /gop-y/tra-cuu/ or https://…"),
    )
    label = models.CharField(_("label"), max_length=40, blank=True)
    label_en = models.CharField(_("label in English"), max_length=40, blank=True)

    panels = [
        FieldPanel("place"),
        FieldRowPanel([FieldPanel("page"), FieldPanel("address")]),
        FieldRowPanel([FieldPanel("label"), FieldPanel("label_en")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("entry of a menu")
        verbose_name_plural = _("entries of the menus")

    def __str__(self) -> str:
        return self.label or (self.page.title if self.page else self.address)

    @property
    def own_label(self) -> str:
        return in_language(self.label, self.label_en)

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.address):
            raise ValidationError({"page": _("Choose a page, or write an address.")})
        if self.address and not self.label:
            raise ValidationError({"label": _("An address needs a label.")})
