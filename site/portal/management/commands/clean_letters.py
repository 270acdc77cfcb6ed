from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand
from wagtail.documents import get_document_model
from wagtail.models import Page, Revision

from core import stored, text
from core.documents import read_text
from core.models import TextState

BATCH = 200


class Command(BaseCommand):
    help = (
        "Cleans the letters of what is stored: old fonts (TCVN3, VNI), look-alikes, control letters, letters nobody sees; in pages, "
        "their drafts, all else that has words, and has files with such words read again. Safe to repeat, while the site serves."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell what would change")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        self.is_dry = dry_run
        rows = sum(self._clean(model) for model in stored.holders())
        drafts, files = self._clean_drafts(), self._read_files_again()
        verb = "would change" if dry_run else "changed"
        self.stdout.write(f"{verb}: {rows} rows, {drafts} drafts; files to be read again: {files}")

    def _clean(self, model: Any) -> int:
        number = 0
        for thing in _each(model._default_manager.order_by("pk")):
            if changed := stored.clean_thing(thing):
                number += 1
                self.stdout.write(f"{model.__name__} {thing.pk} ({thing}): {', '.join(changed)}")
                if not self.is_dry:
                    _save(thing, changed)
        return number

    def _clean_drafts(self) -> int:
        number = 0
        for draft in _each(Revision.objects.order_by("pk")):
            if stored.clean_draft(draft):
                number += 1
                self.stdout.write(f"draft {draft.pk} ({draft.object_str})")
                if not self.is_dry:
                    draft.save(update_fields=["content"])
        return number

    def _read_files_again(self) -> int:
        """Not the words that are kept are cleaned but the file read again: of TCVN3 they lack the letter ư."""
        read = get_document_model().objects.filter(text_state=TextState.READ).order_by("pk")
        spoilt = [document.pk for document in _each(read) if text.clean(document.text) != document.text]
        for pk in [] if self.is_dry else spoilt:
            read_text.enqueue(pk)
        return len(spoilt)


def _each(rows: Any) -> Iterator[Any]:
    """All of `rows`, a batch at a time by their keys: what is written meanwhile holds up nobody."""
    last: Any = None
    while batch := list((rows if last is None else rows.filter(pk__gt=last))[:BATCH]):
        yield from batch
        last = batch[-1].pk


def _save(thing: Any, changed: Iterable[str]) -> None:
    checked = {"clean": False} if isinstance(thing, Page) else {}  # a draft may lack what a page must have
    thing.save(update_fields=list(changed), **checked)
