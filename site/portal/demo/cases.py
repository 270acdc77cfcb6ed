"""The demo's cases from `demo/cases.toml`: told through the services that people use, then moved back to their days."""

import re
import tomllib
import uuid
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Locale, Page

from accounts.models import User
from feedback import deadlines, services
from feedback.enums import Channel, Judgement, Kind, Outcome, Status
from feedback.models import Case, CaseEvent, DeadlineRule, ProposedAnswer
from home.models import CampaignPage
from models_showcase.models import ModelPage
from news.models import NewsPage
from organisations.models import Topic, Unit, Village

DAY = re.compile(r"\{([+-]\d+)\}")  # {+3} in a text: three days after the case came in
# The moment of a proposed answer that a step sets.
ANSWER_TIMES = {"propose": "written_at", "approve": "approved_at", "send_back": "dropped_at", "withdraw": "dropped_at"}


class CaseLoader:
    """Loads the cases of one folder of demo data, after units, users and articles; their dates count back from `today`."""

    def __init__(self, source: Path, today: date | None = None) -> None:
        self.source = source
        self.today = today or timezone.localdate()

    @cached_property
    def data(self) -> dict[str, Any]:
        return tomllib.loads((self.source / "cases.toml").read_text(encoding="utf-8"))

    def load(self) -> int:
        """How many cases were loaded."""
        for rule in self.data["deadline_rule"]:
            DeadlineRule.objects.update_or_create(kind=rule["kind"], defaults=rule)
        for values in sorted(self.data["case"], key=lambda values: -values["days_ago"]):
            self._tell(values)
        return len(self.data["case"])

    def _tell(self, values: dict[str, Any]) -> None:
        begin = self._begin(values["days_ago"], values.get("weekday"))
        case = self._submit(values, begin)
        for step in values.get("step", []):
            self._take(case, step, begin)

    def _begin(self, days_ago: int, weekday: int | None) -> date:
        """The day so many days ago, or the last `weekday` (1 is Monday) before it: offices do not work on Sundays."""
        day = self.today - timedelta(days=days_ago)
        return day - timedelta(days=(day.isoweekday() - weekday) % 7) if weekday else day

    def _submit(self, values: dict[str, Any], begin: date) -> Case:
        submission = services.Submission(
            key=uuid.uuid4(),
            kind=Kind(values["kind"]),
            text=dated(values["text"], begin),
            place=values.get("place", ""),
            topic=Topic.objects.filter(slug=values.get("topic", "")).first(),
            village=Village.objects.get(slug=values["village"]) if "village" in values else None,
            about=self._page(values),
            may_publish=values.get("may_publish", False),
            sender=services.Sender(values.get("name", ""), values.get("phone", "")),
            channel=Channel(values["channel"]),
            proposed=services.Proposed(values["honoured"]) if "honoured" in values else None,
        )
        services.keep_pending(submission.key, [self._photo(name) for name in values.get("photos", [])])
        case = services.submit(submission, by=self._user(values.get("entered_by")))
        at = moment(begin, values["at"])
        Case.objects.filter(pk=case.pk).update(submitted_at=at)
        self._start_clock(case, begin)
        self._backdate(case, at)
        return case

    def _page(self, values: dict[str, Any]) -> Page | None:
        if slug := values.get("about_article"):
            return NewsPage.objects.get(slug=slug, locale=Locale.get_default())
        if slug := values.get("about_model"):
            return ModelPage.objects.get(slug=slug, locale=Locale.get_default())
        if slug := values.get("about_campaign"):
            return CampaignPage.objects.get(campaign__slug=slug, locale=Locale.get_default())
        return None

    def _photo(self, name: str) -> SimpleUploadedFile:
        return SimpleUploadedFile(name, (self.source / "pictures" / name).read_bytes(), "image/jpeg")

    def _user(self, username: str | None) -> User | None:
        return User.objects.get(username=username) if username else None

    def _take(self, case: Case, step: dict[str, Any], begin: date) -> None:
        """One step of the conversation, done as people do it, then given its time."""
        at = moment(begin + timedelta(days=step["days"]), step["at"])
        self._do(case, step["act"], self._user(step.get("by")), Step(step, begin))
        self._backdate(case, at)
        if field := ANSWER_TIMES.get(step["act"]):
            latest = case.answers.latest("pk")
            ProposedAnswer.objects.filter(pk=latest.pk).update(**{field: at})
        if step["act"] == "approve":
            Case.objects.filter(pk=case.pk).update(answered_at=at)
        if step["act"] == "judge" and Case.objects.get(pk=case.pk).status == Status.REOPENING_ASKED:
            self._start_clock(case, at.date())

    def _start_clock(self, case: Case, begin: date) -> None:
        deadline = deadlines.for_kind(case.kind, begin)
        Case.objects.filter(pk=case.pk).update(due_on=deadline.due_on, due_reason=deadline.as_json())

    def _do(self, case: Case, act: str, by: User | None, step: "Step") -> None:
        ways: dict[str, Callable[[], Any]] = {
            "write": lambda: services.write(case, words=step["text"], key=uuid.uuid4()),
            "judge": lambda: services.judge(case, judgement=Judgement(step["judgement"]), words=step["text"]),
            "note": lambda: services.add_note(case, by=by, note=step["text"]),
            "assign": lambda: services.assign(case, by=by, unit=Unit.objects.get(slug=step["unit"]), note=step["text"]),
            "start": lambda: services.start(case, by=by),
            "forward": lambda: services.forward(case, by=by, to=step["to"], words=step["text"], note=step["note"]),
            "ask": lambda: services.ask(case, by=by, question=step["text"]),
            "propose": lambda: services.propose(case, by=by, draft=step.draft()),
            "withdraw": lambda: services.withdraw(case, by=by),
            "send_back": lambda: services.send_back(case, by=by, reason=step["text"]),
            "approve": lambda: services.approve(case, by=by),
            "close": lambda: services.close(case, by=by, outcome=Outcome(step["outcome"]), reason=step["text"]),
            "reopen": lambda: services.reopen(case, by=by, words=step["text"]),
            "keep_closed": lambda: services.keep_closed(case, by=by, reason=step["text"]),
        }
        ways[act]()

    def _backdate(self, case: Case, at: datetime) -> None:
        """Gives the newest event its time. History is append-only for people; a demo has to be allowed to invent one."""
        newest = case.events.latest("number")
        QuerySet(CaseEvent).filter(pk=newest.pk).update(at=at)


class Step:
    """The texts of one step, with their dates filled in; what is not given is empty."""

    def __init__(self, values: dict[str, Any], begin: date) -> None:
        self.values = values
        self.begin = begin

    def __getitem__(self, name: str) -> str:
        return dated(self.values.get(name, ""), self.begin)

    def draft(self) -> services.Draft:
        return services.Draft(
            text=self["text"],
            outcome=Outcome(self["outcome"]),
            publish=self.values.get("publish", False),
            public_question=self["public_question"],
            public_answer=self["public_answer"],
        )


def dated(text: str, begin: date) -> str:
    """`text` with the days it counts from `begin` written as dates."""

    def written(match: re.Match[str]) -> str:
        day = begin + timedelta(days=int(match.group(1)))
        return f"{day.day}/{day.month}"

    return DAY.sub(written, text)


def moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))
