from typing import Any

from django.core.management.base import BaseCommand

from core import documents, jobs, limits, renditions
from feedback import services as feedback
from portal import share_cards
from search import insight


class Command(BaseCommand):
    help = "Deletes what is over (files of forms never sent, counters) and queues again what was left lying. Safe to repeat."

    def handle(self, **options: Any) -> None:
        swept, counters = feedback.sweep(), limits.sweep()
        over, cards = jobs.sweep(), share_cards.sweep()
        insight.sweep()
        queued = feedback.requeue() + feedback.requeue_mail() + documents.requeue() + renditions.requeue()
        self.stdout.write(
            f"swept files: {swept}, counters: {counters}, jobs: {over}, cards: {cards}; queued again: {queued}"
        )
