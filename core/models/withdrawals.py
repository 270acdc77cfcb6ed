from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Withdrawal(models.Model):
    """A page was taken down: whoever still has its address is told so, and why (410), instead of "not found"."""

    url_path = models.CharField(max_length=255, unique=True)  # as wagtailcore.Page keeps it
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta:
        verbose_name = _("page that was taken down")
        verbose_name_plural = _("pages that were taken down")

    def __str__(self) -> str:
        return self.url_path
