"""The exemplary models of the demo with their evaluations and copies, and its good deeds with the agreements behind them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from django.utils import timezone

from accounts.models import User
from models_showcase import services
from models_showcase.enums import Manner, Relation
from models_showcase.models import Adoption, Consent, Criterion, Evaluation, GoodDeedPage, ModelKind, ModelPage
from movements.models import Campaign
from organisations.models import Topic, Unit, Village
from portal.demo import markup
from portal.demo.publisher import Publisher

MORNING = time(9)


class ShowcaseLoader:
    """Loads `models/` and `deeds/` of the demo folder `source`."""

    def __init__(self, source: Path, publisher: Publisher, say: Callable[[str], None]) -> None:
        self.source, self.publisher, self.say = source, publisher, say

    def load(self) -> None:
        self.say(f"Mô hình: {self._each('models', self._model)}")
        self.say(f"Gương sáng: {self._each('deeds', self._deed)}")

    def _each(self, folder: str, load: Callable[[markup.Article], None]) -> int:
        paths = sorted((self.source / folder).glob("*.md"))
        for path in paths:
            load(markup.read(path))
        return len(paths)

    @cached_property
    def chair(self) -> User:
        return User.objects.get(username="thuong-truc")

    @cached_property
    def deputy(self) -> User:
        return User.objects.get(username="thuong-truc-2")

    def _model(self, article: markup.Article) -> None:
        fields = article.fields
        page = ModelPage(
            title=fields["title"],
            slug=fields["slug"],
            summary=fields["summary"],
            kind=ModelKind.objects.get(slug=fields["kind"]),
            village=Village.objects.filter(slug=fields["village"]).first(),
            topic=Topic.objects.get(slug=fields["topic"]),
            campaign=Campaign.objects.filter(slug=fields["campaign"]).first(),
            started=fields["started"],
            steps="\n".join(fields["steps"]),
            needs="\n".join(fields["needs"]),
            mistakes="\n".join(fields["mistakes"]),
            body=self.publisher.stream(article.blocks),
            **{name: fields[name] for name in ("participants", "participants_are", "cost", "cost_note")},
            **{name: fields[name] for name in ("contact_name", "contact_phone")},
            **self.publisher.lead(fields),
        )
        self.publisher.publish(page, Unit.objects.get(slug=fields["unit"]), _morning(fields["started"]))
        for values in fields.get("evaluation", []):
            self._evaluate(page, values)
        by_village: dict[str, Adoption] = {}
        for values in sorted(fields.get("adoption", []), key=lambda values: values["on"]):
            by_village[values.get("village", "")] = self._adopt(page, values, by_village)

    def _evaluate(self, page: ModelPage, values: dict[str, Any]) -> None:
        """The deputy writes, the chair approves; of this year in November, of a past one on its last day."""
        criteria = {criterion.slug: criterion for criterion in Criterion.objects.all()}
        draft = services.EvaluationDraft(
            year=values["year"],
            evaluator=Unit.objects.get(slug=values["evaluator"]),
            verdict=values["verdict"],
            reason=values["reason"],
            figures=values["figures"],
            scores={criteria[slug]: points for slug, points in values["scores"].items()},
        )
        evaluation = services.write_evaluation(page, by=self.deputy, draft=draft)
        services.approve(evaluation, by=self.chair, seen=evaluation.version)
        at = min(_morning(date(values["year"], 12, 28)), timezone.now())
        Evaluation.objects.filter(pk=evaluation.pk).update(approved_at=at)

    def _adopt(self, page: ModelPage, values: dict[str, Any], by_village: dict[str, Adoption]) -> Adoption:
        draft = services.AdoptionDraft(
            adopted_on=values["on"],
            village=Village.objects.filter(slug=values.get("village", "")).first(),
            unit=Unit.objects.filter(slug=values.get("unit", "")).first(),
            copied_from=by_village.get(values["copied_from"]),
            changes=values["changes"],
            result=values["result"],
        )
        adoption = services.record_adoption(page, by=self.deputy, draft=draft)
        services.approve(adoption, by=self.chair, seen=adoption.version)
        return adoption

    def _deed(self, article: markup.Article) -> None:
        fields, consent = article.fields, article.fields["consent"]
        page = GoodDeedPage(
            title=fields["title"],
            slug=fields["slug"],
            summary=fields["summary"],
            date=fields["date"],
            honoured=fields["honoured"],
            is_group=fields["is_group"],
            is_child=consent["relation"] == Relation.GUARDIAN,
            village=Village.objects.filter(slug=fields["village"]).first(),
            campaign=Campaign.objects.filter(slug=fields["campaign"]).first(),
            level=fields["level"],
            decision=fields["decision"],
            decided_on=fields.get("decided_on"),
            body=self.publisher.stream(article.blocks),
            **self.publisher.lead(fields),
        )
        self.publisher.write(page, Unit.objects.get(slug=fields["unit"]), writer=self.deputy)
        draft = services.ConsentDraft(
            consent["given_by"], Relation(consent["relation"]), consent["on"], Manner(consent["how"])
        )
        recorded = services.record_consent(page, by=self.deputy, draft=draft)
        Consent.objects.filter(pk=recorded.pk).update(recorded_at=_morning(consent["on"]))
        self.publisher.approve(page, min(_morning(consent["on"]) + timedelta(days=1), timezone.now()))


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, timezone.get_default_timezone())
