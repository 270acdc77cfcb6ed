"""What a second person approves before anybody outside reads it: an evaluation, a copy."""

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

Record = TypeVar("Record", bound="SecondPersonRecord")


class SecondPersonQuerySet(models.QuerySet[Record]):
    def approved(self) -> Self:
        """Those the public reads."""
        return self.filter(approved_at__isnull=False)

    def waiting(self) -> Self:
        """Those a second person has to read."""
        return self.filter(approved_at=None, returned_at=None)


class SecondPersonRecord(models.Model):
    """Written by one person, approved or returned by another. What is changed waits anew."""

    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, editable=False, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)
    returned_at = models.DateTimeField(_("returned"), null=True, blank=True, editable=False)
    return_reason = models.CharField(_("why it was returned"), max_length=500, blank=True)
    # Raised by every change: whoever approves an older one is told.
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("written_by")),
                name="%(class)s_approved_by_second_person",
            ),
        ]

    @property
    def waits(self) -> bool:
        return self.approved_at is None and self.returned_at is None
