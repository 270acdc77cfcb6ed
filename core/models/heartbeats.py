from django.db import models


class Heartbeat(models.Model):
    """The last sign of life of something that runs beside the web server (`core.heartbeat`)."""

    name = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()
