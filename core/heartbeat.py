"""Whether the timer and the workers live: each leaves a sign three times a minute, on whatever machine it runs."""

from datetime import timedelta

from django.utils import timezone

from core.models import Heartbeat

LIVES = timedelta(seconds=90)  # since its last sign
KEPT = timedelta(days=1)


def beat(name: str) -> None:
    """Leaves a sign that `name` lives."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": timezone.now()})


def alive(prefix: str) -> set[str]:
    """The names beginning with `prefix` that gave a sign lately."""
    return set(
        Heartbeat.objects.filter(name__startswith=prefix, at__gt=timezone.now() - LIVES).values_list("name", flat=True)
    )


def sweep() -> int:
    """Deletes the signs of what is gone for a day."""
    return Heartbeat.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
