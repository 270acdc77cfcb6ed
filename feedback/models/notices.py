from django.db import models
from django.utils.translation import gettext_lazy as _

from feedback.models.cases import CaseEvent


class MailNotice(models.Model):
    """A mail to the sender that something happened. Neither address nor words are kept here: both are looked up when it goes."""

    event = models.OneToOneField(CaseEvent, on_delete=models.PROTECT, related_name="mail_notice")
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(_("last tried"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("mail to the sender")
        verbose_name_plural = _("mails to senders")

    def __str__(self) -> str:
        return f"{self.pk}"
