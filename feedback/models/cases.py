"""A case: what a citizen said, its append-only history, and, apart and encrypted, who she is."""

import uuid
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core import text
from core.cards import Card
from core.models import EncryptedTextField
from core.visibility import visible_to_public
from feedback import receipts
from feedback.enums import (
    OPEN_STATUSES,
    PUBLIC_STATUS,
    ActorKind,
    Channel,
    Judgement,
    Kind,
    Outcome,
    Status,
    Visibility,
)
from feedback.moves import PUBLIC_MOVES, Move
from models_showcase.models import Adoption
from organisations.models import Topic, Unit, Village

LONGEST_TEXT = 5000  # characters
LONGEST_PLACE = 200
LONGEST_TITLE = 160  # of a public question


class AppendOnlyError(TypeError):
    """Somebody tried to change or delete history."""


class CaseQuerySet(models.QuerySet["Case"]):
    def open(self) -> "CaseQuerySet":
        return self.filter(status__in=OPEN_STATUSES)

    def late(self, on: date | None = None) -> "CaseQuerySet":
        """Open cases whose day has passed."""
        return self.open().filter(due_on__lt=on or timezone.localdate())

    def public(self) -> "CaseQuerySet":
        """Cases whose question and answer the public may read: wished by the sender, approved by a second person."""
        return self.filter(visibility=Visibility.PUBLIC, may_publish=True, status__in=[Status.ANSWERED, Status.CLOSED])

    def matching(self, words: str) -> "CaseQuerySet":
        """Cases whose words hold every one of `words`, with or without tone marks, or as the keys they were typed with."""
        cases = self
        for ways in text.sought(words):
            cases = cases.filter(reduce(or_, (Q(folded__contains=word) for word in ways)))
        return cases


class Case(models.Model):
    """Anything a citizen says that needs an answer (*ý kiến, kiến nghị, phản ánh*)."""

    # Code, secret and private link are derived from it (`feedback.receipts`); the database holds none of them.
    random_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    lookup_hash = models.CharField(max_length=64, unique=True, editable=False)  # of code and secret together
    code_hash = models.CharField(max_length=64, unique=True, editable=False)  # for officers, who know no secret
    # The form's own key: sent twice, stored once.
    idempotency_key = models.UUIDField(unique=True, editable=False)
    content_hash = models.CharField(max_length=64, editable=False)  # of what was sent with the key

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    village = models.ForeignKey(
        Village, verbose_name=_("village"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("what was said"), max_length=LONGEST_TEXT)
    place = models.CharField(_("where"), max_length=LONGEST_PLACE, blank=True)
    folded = models.TextField(editable=False)  # text and place without marks, for search
    about = models.ForeignKey(
        Page, verbose_name=_("about the page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # What was written about it in the open, once it was answered.
    article = models.ForeignKey(
        Page, verbose_name=_("article about it"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # What was recorded, where somebody wanted to copy a model.
    adoption = models.ForeignKey(
        Adoption, verbose_name=_("recorded copy"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    channel = models.CharField(_("came by"), max_length=20, choices=Channel.choices, default=Channel.WEB)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written down by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    wants_answer = models.BooleanField(_("wants an answer"), default=True)
    may_publish = models.BooleanField(_("may be published, without a name"), default=False)

    unit = models.ForeignKey(Unit, verbose_name=_("in charge"), on_delete=models.PROTECT, related_name="+")
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.RECEIVED)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True, default=Outcome.NONE)
    visibility = models.CharField(
        _("visible to"), max_length=10, choices=Visibility.choices, default=Visibility.PRIVATE
    )
    judgement = models.CharField(
        _("judgement"), max_length=20, choices=Judgement.choices, blank=True, default=Judgement.NONE
    )
    submitted_at = models.DateTimeField(_("received"), default=timezone.now)
    due_on = models.DateField(_("due"))
    due_reason = models.JSONField(default=dict, editable=False)  # the sum, as `feedback.deadlines.Deadline` keeps it
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    # Raised by every event: whoever acts on an older one is told what happened meanwhile.
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ("-submitted_at",)
        permissions = [
            ("read_all", _("Can read the cases of every unit")),
            ("work_all", _("Can work on the cases of every unit")),
            ("work_unit", _("Can work on the cases of the own unit")),
            ("approve_answer", _("Can approve an answer that somebody else wrote")),
        ]
        indexes = [
            models.Index(fields=["unit", "status", "due_on"], name="case_of_unit"),
            models.Index(fields=["status", "due_on"], name="case_due"),
            models.Index(fields=["about", "visibility"], name="case_about"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=Status.values), name="case_status_known"),
            models.CheckConstraint(
                condition=models.Q(visibility=Visibility.PRIVATE) | models.Q(may_publish=True),
                name="case_public_only_as_wished",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @cached_property
    def receipt(self) -> "receipts.Receipt":
        return receipts.of(self.random_id)

    @property
    def code(self) -> str:
        return self.receipt.code

    @property
    def public_status(self) -> Any:
        return PUBLIC_STATUS[Status(self.status)]

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < timezone.localdate()

    @property
    def days_late(self) -> int:
        """Calendar days since the answer was due."""
        return (timezone.localdate() - self.due_on).days


class CasePerson(models.Model):
    """Who sent a case: encrypted, apart, deleted without touching the case. What was left empty is not kept."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="person")
    name = EncryptedTextField(_("name"), blank=True)
    phone = EncryptedTextField(_("phone"), blank=True)
    email = EncryptedTextField(_("e-mail"), blank=True)
    phone_hash = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    email_hash = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    mail_stopped_at = models.DateTimeField(_("wants no more mail since"), null=True, blank=True)

    class Meta:
        verbose_name = _("sender")
        verbose_name_plural = _("senders")
        permissions = [("read_person", _("Can read who sent a case"))]

    def __str__(self) -> str:
        return f"{self.pk}"  # Wagtail's logs keep it: no name in it


class CaseEventQuerySet(models.QuerySet["CaseEvent"]):
    def update(self, **kwargs: Any) -> int:
        raise AppendOnlyError("The history of a case is not changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("The history of a case is not deleted.")

    def for_citizen(self) -> "CaseEventQuerySet":
        """What the sender may know of; she is shown the move, the unit and the public text, never actor or note."""
        return self.filter(move__in=PUBLIC_MOVES)


class CaseEvent(models.Model):
    """One thing that happened to a case. Written once, by `feedback.services`; never changed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(_("time"), default=timezone.now)
    move = models.CharField(_("what"), max_length=20, choices=[(move.value, move.value) for move in Move])
    status = models.CharField(_("status afterwards"), max_length=20, choices=Status.choices)
    actor_kind = models.CharField(max_length=10, choices=ActorKind.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), null=True, on_delete=models.PROTECT, related_name="+")
    public_text = models.TextField(_("what the sender reads"), blank=True)
    internal_note = models.TextField(_("note for colleagues"), blank=True)

    objects = CaseEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("case", "number")
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="case_event_once")]

    def __str__(self) -> str:
        return f"{self.case_id}.{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("The history of a case is not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyError("The history of a case is not deleted.")


class ProposedAnswerQuerySet(models.QuerySet["ProposedAnswer"]):
    def public(self) -> "ProposedAnswerQuerySet":
        """Redacted questions and answers that everybody may read, the newest first; of one case only its last answer."""
        newer = ProposedAnswer.objects.filter(case=OuterRef("case"), approved_at__gt=OuterRef("approved_at"))
        return (
            self.filter(~Exists(newer), publish=True, approved_at__isnull=False)
            .filter(case__in=Case.objects.public())
            .order_by("-approved_at", "-pk")
        )

    def for_listing(self) -> "ProposedAnswerQuerySet":
        """With all that is shown; each says whether everybody may read the page it is `about` and the `article` about it."""
        return self.annotate(
            about_shown=Exists(visible_to_public(Page.objects.filter(pk=OuterRef("case__about")))),
            article_shown=Exists(visible_to_public(Page.objects.filter(pk=OuterRef("case__article")))),
        ).select_related("case__unit", "case__village", "case__topic", "case__about", "case__article")


class ProposedAnswer(models.Model):
    """An answer as an officer drafted it, until a second person approves it or sends it back."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(_("answer to the sender"), max_length=LONGEST_TEXT)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices)
    publish = models.BooleanField(_("publish question and answer"), default=False)
    public_question = models.TextField(
        _("the question, without anything personal"), blank=True, max_length=LONGEST_TEXT
    )
    public_answer = models.TextField(_("the answer, without anything personal"), blank=True, max_length=LONGEST_TEXT)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)  # sent back or withdrawn

    objects = ProposedAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed answer")
        verbose_name_plural = _("proposed answers")
        ordering = ("written_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("written_by")),
                name="answer_approved_by_second_person",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(approved_at=None, dropped_at=None),
                name="answer_waits_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.written_at:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("answers:answer", args=[self.pk])

    @property
    def title(self) -> str:
        """The first line of the public question, short enough for a heading."""
        return text.shortened(self.public_question.strip().partition("\n")[0], LONGEST_TITLE)

    @property
    def rest_of_question(self) -> str:
        """What the title leaves out: nothing, the sentences after it, or all where it breaks off in a sentence."""
        question = self.public_question.strip()
        return question[len(self.title) :].strip() if question.startswith(self.title) else question

    @cached_property
    def card(self) -> Card:
        """What is drawn for social networks."""
        return Card(title=self.title, owner=self.case.unit.name)
