"""A good deed that somebody proposes: who is to be honoured is a third person, so her name is kept as a sender's is."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import EncryptedTextField
from feedback.models.cases import Case
from models_showcase.models import GoodDeedPage


class Nomination(models.Model):
    """What a case of the kind *nomination* (*đề cử*) says of whom, whether it is true, and what became of it."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="nomination")
    honoured = EncryptedTextField(_("who did it"))
    is_group = models.BooleanField(_("a group"), default=False)
    is_child = models.BooleanField(_("a child"), default=False)
    guardian_name = EncryptedTextField(_("parent or guardian"), blank=True)
    guardian_phone = EncryptedTextField(_("phone of the parent or guardian"), blank=True)
    happened_on = models.DateField(_("when it happened"), null=True, blank=True)
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    deed = models.ForeignKey(
        GoodDeedPage, verbose_name=_("good deed"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")

    def __str__(self) -> str:
        return f"{self.pk}"  # Wagtail's logs keep it: no name in it
