"""What citizens send beside their words: outside the served media, in quarantine until the queue has made it harmless."""

from typing import Any

from django.core.files.storage import storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from feedback.enums import FileState
from feedback.models.cases import Case, CaseEvent

MOST_FILES = 5
LARGEST_FILE = 10 * 1024 * 1024  # bytes


def private_storage() -> Any:
    return storages["private"]


class UploadedFileMixin(models.Model):
    file = models.FileField(storage=private_storage, upload_to="feedback", max_length=120)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(max_length=40)  # MIME type, by the file's first bytes
    size = models.PositiveIntegerField(_("size"))  # bytes
    digest = models.CharField(max_length=64)  # SHA-256 of the bytes that came

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")


class PendingUpload(UploadedFileMixin):
    """A file of a form that was shown again because of an error: browsers never send a file twice by themselves."""

    form_key = models.UUIDField(db_index=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("pending file")
        verbose_name_plural = _("pending files")
        constraints = [models.UniqueConstraint(fields=["form_key", "digest"], name="pending_upload_once")]


class Attachment(UploadedFileMixin):
    """A photo or PDF of a case. Pictures are decoded, turned and written anew by the queue; the original goes."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    event = models.ForeignKey(CaseEvent, on_delete=models.PROTECT, related_name="attachments")
    state = models.CharField(max_length=12, choices=FileState.choices, default=FileState.QUARANTINED)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["event", "digest"], name="attachment_once")]
