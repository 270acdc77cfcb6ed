from django.db import models


class RateCounter(models.Model):
    """How often something was tried in one window of time. Changed by one atomic statement (`core.limits`)."""

    key = models.CharField(max_length=64)  # a keyed hash: no address of a visitor is kept
    window = models.BigIntegerField()  # seconds since 1970, divided by the window's length
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)  # may be swept after

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window"], name="rate_counter_once_a_window")]
