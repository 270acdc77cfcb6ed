"""The official documents and the events of the demo."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Collection

from movements.models import Campaign
from news.models import DocumentKind, DocumentPage, EventPage, EventPageVillage, NewsPage
from organisations.models import Topic, Unit, Village
from organisations.services import SHARED_COLLECTION
from portal.demo import markup
from portal.demo.publisher import Publisher

MORNING = time(8)


class RegisterLoader:
    """Loads `documents/` and `events/` of the demo folder `source`."""

    def __init__(self, source: Path, publisher: Publisher, say: Callable[[str], None]) -> None:
        self.source, self.publisher, self.say = source, publisher, say

    def load(self) -> None:
        self.say(f"Văn bản: {self._documents()}")
        self.say(f"Lịch: {self._events()}")

    def _documents(self) -> int:
        pages: dict[str, DocumentPage] = {}
        papers = [markup.read(path) for path in sorted((self.source / "documents").glob("*.md"))]
        # The newer one first: what it replaces points at it.
        for paper in sorted(papers, key=lambda paper: paper.fields["issued_on"], reverse=True):
            fields = paper.fields
            page = DocumentPage(
                title=fields["title"],
                slug=fields["slug"],
                summary=fields["summary"],
                number=fields["number"],
                issued_on=fields["issued_on"],
                issuer=Unit.objects.filter(slug=fields["issuer"]).first(),
                issuer_name=fields["issuer_name"],
                kind=DocumentKind.objects.get(slug=fields["kind"]),
                topic=Topic.objects.get(slug=fields["topic"]),
                replaced_by=pages.get(fields["replaced_by"]),
                file=self._file(fields),
                body=self.publisher.stream(paper.blocks),
            )
            at = datetime.combine(fields["issued_on"], MORNING, timezone.get_default_timezone())
            pages[page.slug] = self.publisher.publish(page, Unit.objects.get(slug=fields["issuer"] or "mat-tran"), at)
        return len(pages)

    def _file(self, fields: dict[str, Any]) -> Any:
        path = self.source / "documents" / fields["file"]
        collection = Collection.objects.get(name=SHARED_COLLECTION)
        document = get_document_model()(title=f"{fields['number']}: {fields['title']}"[:250], collection=collection)
        with path.open("rb") as file:
            document.file.save(path.name, File(file), save=False)
        document._set_document_file_metadata()
        document.save()
        return document

    def _events(self) -> int:
        paths = sorted((self.source / "events").glob("*.md"))
        for event in map(markup.read, paths):
            fields = event.fields
            page = EventPage(
                title=fields["title"],
                slug=fields["slug"],
                summary=fields["summary"],
                starts_at=fields["starts"],
                ends_at=fields.get("ends"),
                place=fields["place"],
                topic=Topic.objects.filter(slug=fields["topic"]).first(),
                campaign=Campaign.objects.filter(slug=fields["campaign"]).first(),
                report=NewsPage.objects.filter(slug=fields["report"], locale__language_code="vi").first(),
                body=self.publisher.stream(event.blocks),
            )
            villages = Village.objects.filter(slug__in=fields["villages"])
            page.village_links = [EventPageVillage(village=village) for village in villages]
            told = min(fields["starts"] - timedelta(days=14), timezone.now())
            self.publisher.publish(page, Unit.objects.get(slug=fields["unit"]), told)
        return len(paths)
