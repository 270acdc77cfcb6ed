from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.blocks import validate_address
from core.models import in_language


@register_setting(icon="home")
class Commune(BaseGenericSetting):
    """What is particular to this commune: nothing of it is in code."""

    # Decree 147/2024/NĐ-CP, on what an agency's site has to state about itself.
    REQUIRED_IN_FOOT = ("organisation", "responsible_person", "address", "phone", "email", "licence", "source_note")

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

    # Above every page until its time is over: a storm, no water, a meeting that is called off.
    urgent_text = models.CharField(_("urgent notice"), max_length=200, blank=True)
    urgent_text_en = models.CharField(_("urgent notice, in English"), max_length=200, blank=True)
    urgent_link = models.CharField(
        _("where to read more"),
        max_length=300,
        blank=True,
        validators=[validate_address],
        help_text=_("An address of this site (/tin-tuc/…) or a full one (https://…)."),
    )
    urgent_until = models.DateTimeField(_("shown until"), null=True, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("urgent_text"),
                FieldPanel("urgent_text_en"),
                FieldRowPanel([FieldPanel("urgent_until"), FieldPanel("urgent_link")]),
            ],
            heading=_("Urgent notice above every page"),
        ),
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
        verbose_name = verbose_name_plural = _("commune")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.urgent_text and self.urgent_until is None:
            raise ValidationError({"urgent_until": _("Say until when the urgent notice is shown.")})

    @property
    def urgent_label(self) -> str:
        """The urgent notice while it is in force, else nothing."""
        in_force = self.urgent_until is not None and self.urgent_until > timezone.now()
        return in_language(self.urgent_text, self.urgent_text_en) if in_force else ""

    @property
    def missing(self) -> list[Any]:
        """The names of what a Vietnamese public site has to show in its foot and this one does not say yet."""
        return [self._meta.get_field(name).verbose_name for name in self.REQUIRED_IN_FOOT if not getattr(self, name)]

    @property
    def label(self) -> str:
        return in_language(self.name, self.name_en)

    @property
    def organisation_label(self) -> str:
        return in_language(self.organisation, self.organisation_en)

    @property
    def tagline_label(self) -> str:
        return in_language(self.tagline, self.tagline_en)
