"""What officers look at: lists, counts, what waits."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Locale

from core import text
from feedback import notices, permissions, receipts, senders
from feedback.enums import OPEN_STATUSES, Status
from feedback.models import Case, CaseEvent, ProposedAnswer
from feedback.moves import Move
from news.models import NewsIndexPage
from organisations.models import UnitFolderPage
from organisations.selectors import appointments_of

OPEN = "open"
ENTERED = 5  # of what somebody wrote down, on her start page
LATELY = timedelta(days=1)
# What happened last: a citizen's message and a returned answer are told by it.
LAST_MOVE = Subquery(CaseEvent.objects.filter(case=OuterRef("pk")).order_by("-number").values("move")[:1])


def listed(user: Any, filters: dict[str, Any]) -> Any:
    """The cases `user` may read, narrowed by `filters` (status, topic, unit, village, late, words), the newest first."""
    cases = permissions.readable(user)
    if filters.get("late"):
        cases = cases.late()
    if status := filters.get("status"):
        cases = cases.open() if status == OPEN else cases.filter(status=status)
    for name in ("topic", "unit", "village"):
        if value := filters.get(name):
            cases = cases.filter(**{name: value})
    if words := filters.get("q"):
        by_code = cases.filter(code_hash__in=map(receipts.code_hash, receipts.codes_in(words)))
        cases = by_code if by_code.exists() else cases.matching(words)
    return (
        cases.distinct()
        .select_related("unit", "topic", "village")
        .annotate(files=Count("attachments", distinct=True), last_move=LAST_MOVE)
        .order_by("-submitted_at", "-pk")
    )


def sent_from(user: Any, phone: str) -> list[Case]:
    """The cases sent with this phone number, among those whose sender `user` may see; the newest first."""
    cases = permissions.readable(user).filter(person__phone_hash=senders.phone_hash(phone)).select_related("unit")
    return [case for case in cases.order_by("-submitted_at", "-pk") if permissions.may_read_person(user, case)]


def entered_lately(user: Any, words: str) -> Case | None:
    """What `user` wrote down within a day in the same words."""
    same = Case.objects.filter(entered_by=user, folded__startswith=text.alike(text.folded(words)))
    return same.filter(submitted_at__gt=timezone.now() - LATELY).first()


def waiting_answer(case: Case) -> ProposedAnswer | None:
    return case.answers.filter(approved_at=None, dropped_at=None).select_related("written_by").first()


def last_draft(case: Case) -> ProposedAnswer | None:
    """The newest answer that was sent back or withdrawn: where the next draft begins."""
    return case.answers.exclude(dropped_at=None).order_by("-written_at", "-pk").first()


def last_told(case: Case) -> CaseEvent | None:
    """The newest event of which the sender is told by mail or message."""
    return case.events.filter(move__in=list(notices.SENTENCES)).order_by("-number").first()


def is_public(case: Case) -> bool:
    return bool(ProposedAnswer.objects.public().filter(case=case).exists())


def to_do(user: Any) -> dict[str, Any]:
    """What waits for `user`: counts, and the cases that are due first."""
    cases = permissions.readable(user)
    units = permissions.working_units(user)
    everything = user.has_perm("feedback.work_all") or (user.has_perm("feedback.read_all") and not units)
    mine = cases if everything else cases.filter(unit__in=units)
    moved = mine.filter(status=Status.IN_PROGRESS).annotate(last_move=LAST_MOVE)
    waits = cases.filter(status=Status.WAITS_FOR_APPROVAL, answers__approved_at=None, answers__dropped_at=None)
    return {
        "new": mine.filter(status=Status.RECEIVED).count(),
        "late": mine.late().count(),
        "reopening": mine.filter(status=Status.REOPENING_ASKED).count(),
        "returned": moved.filter(last_move=Move.SEND_BACK).count(),
        "replied": moved.filter(last_move=Move.WRITE).count(),
        "may_approve": user.has_perm("feedback.approve_answer"),
        "to_approve": waits.exclude(answers__written_by=user).distinct().count(),
        "entered": list(
            Case.objects.filter(entered_by=user).select_related("unit").annotate(last_move=LAST_MOVE)[:ENTERED]
        ),
        "to_tell": list(to_tell(user)[:3]),
        "urgent": list(
            mine.filter(status__in=OPEN_STATUSES)
            .select_related("unit")
            .annotate(last_move=LAST_MOVE)
            .order_by("due_on", "pk")[:5]
        ),
    }


def folder_to_write_in(user: Any, case: Case) -> UnitFolderPage | None:
    """The news folder, in Vietnamese, in which `user` writes about `case`: that of the unit in charge, else one of her own."""
    section = NewsIndexPage.objects.filter(locale=Locale.get_default()).first()
    if section is None:
        return None
    units = [case.unit_id, *(appointment.unit_id for appointment in appointments_of(user))]
    folders = {folder.unit_id: folder for folder in UnitFolderPage.objects.child_of(section).filter(unit__in=units)}
    may_add = (folders[unit] for unit in units if unit in folders)
    return next((folder for folder in may_add if folder.permissions_for_user(user).can_add_subpage()), None)


def to_tell(user: Any) -> Any:
    """Answered cases that everybody may read and nobody has written about yet, for those who work on them."""
    cases = Case.objects.public().filter(article=None, answers__publish=True, answers__approved_at__isnull=False)
    if not user.has_perm("feedback.work_all"):
        cases = cases.filter(unit__in=permissions.working_units(user))
    return cases.distinct().select_related("unit").order_by("-answered_at", "-pk")


def case_of_article(page: Any) -> Case | None:
    """The case that an article or a good deed tells of."""
    return Case.objects.filter(Q(article=page.pk) | Q(nomination__deed=page.pk)).first()
