"""What people seek and do not find, without anything personal."""

import logging
import re
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from core import text
from search.models import Unfound
from search.people import is_like_a_name

logger = logging.getLogger(__name__)
LONGEST = 80  # characters: what is longer is no search but a letter
PERSONAL = re.compile(r"\d{4}|@")  # a number of a phone or a card, an address
KEPT = timedelta(days=365)


def note(typed: str) -> None:
    """Counts that `typed` was sought in vain."""
    words = " ".join(text.words(typed))
    if not words or len(words) > LONGEST or PERSONAL.search(typed) or is_like_a_name(typed):
        return
    today = timezone.localdate()
    try:
        with transaction.atomic():
            if not Unfound.objects.filter(words=words).update(times=F("times") + 1, last=today):
                Unfound.objects.bulk_create([Unfound(words=words, last=today)], ignore_conflicts=True)
    except DatabaseError:  # busy or read-only: whoever searches gets her answer all the same
        logger.exception("What was sought in vain could not be counted")


def sweep() -> int:
    """Forgets what nobody has sought for a year; returns how many."""
    return Unfound.objects.filter(last__lt=timezone.localdate() - KEPT).delete()[0]
