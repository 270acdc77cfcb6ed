from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.models import in_language


@register_setting(icon="home")
class Commune(BaseGenericSetting):
    """What is particular to this commune: nothing of it is in code."""

    name = models.CharField(_("commune"), max_length=120, default="Xã")
    name_en = models.CharField(_("commune, in English"), max_length=120, blank=True)
    organisation = models.CharField(_("committee"), max_length=200, default="Ủy ban Mặt trận Tổ quốc Việt Nam xã")
    organisation_en = models.CharField(_("committee, in English"), max_length=200, blank=True)
    tagline = models.CharField(_("motto"), max_length=160, blank=True)
    tagline_en = models.CharField(_("motto, in English"), max_length=160, blank=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    responsible_person = models.CharField(_("responsible for the content"), max_length=160, blank=True)
    licence = models.CharField(_("licence of the site"), max_length=250, blank=True)
    source_note = models.CharField(
        _("when quoting"),
        max_length=250,
        blank=True,
        help_text=_("What whoever quotes this site should state."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("organisation"), FieldPanel("tagline")], heading=_("Name")),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("responsible_person"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel([FieldPanel("licence"), FieldPanel("source_note")], heading=_("Legal")),
        MultiFieldPanel(
            [FieldPanel("name_en"), FieldPanel("organisation_en"), FieldPanel("tagline_en")],
            heading=_("In English"),
        ),
    ]

    class Meta:
        verbose_name = _("commune")

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return in_language(self.name, self.name_en)

    @property
    def organisation_label(self) -> str:
        return in_language(self.organisation, self.organisation_en)

    @property
    def tagline_label(self) -> str:
        return in_language(self.tagline, self.tagline_en)
