import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core import documents, heartbeat, installation, jobs, limits, public_folder, renditions
from feedback import services as feedback
from portal import share_cards
from search import insight

UPLOAD_LASTS = 60 * 60  # seconds; the door gives each ten minutes


class Command(BaseCommand):
    help = "Deletes what is over (files of forms never sent, counters) and queues again what was left lying. Safe to repeat."

    def handle(self, **options: Any) -> None:
        if wrong := installation.faults():
            raise CommandError("\n".join(str(fault) for fault in wrong))
        swept, counters = feedback.sweep(), limits.sweep()
        heartbeat.sweep()
        _sweep_uploads()
        over, cards = jobs.sweep(), share_cards.sweep()
        insight.sweep()
        settled = public_folder.repair()
        queued = feedback.requeue() + feedback.requeue_mail() + documents.requeue() + renditions.requeue()
        self.stdout.write(
            f"swept files: {swept}, counters: {counters}, jobs: {over}, cards: {cards}; queued again: {queued}; "
            f"public files put right: {settled}"
        )


def _sweep_uploads() -> None:
    """Deletes what a killed process left of uploads that were on their way."""
    for path in Path(settings.FILE_UPLOAD_TEMP_DIR).glob("*"):
        if path.is_file() and path.stat().st_mtime < time.time() - UPLOAD_LASTS:
            path.unlink(missing_ok=True)
