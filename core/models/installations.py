import uuid

from django.db import models
from django.utils import timezone


class Installation(models.Model):
    """Which installation this database belongs to: one row, made with it (`core.installation`)."""

    number = models.UUIDField(unique=True, default=uuid.uuid4)  # stands in DATA_DIR, too
    is_demo = models.BooleanField()
    canary = models.TextField()  # the number, as only FIELD_KEYS read it
    receipt_canary = models.CharField(max_length=64)  # its hash, as only RECEIPT_KEY makes it
    created_at = models.DateTimeField(default=timezone.now)
