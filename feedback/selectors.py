"""What officers look at: lists, counts, what waits."""

from typing import Any

from django.db.models import Count

from feedback import permissions, receipts
from feedback.enums import OPEN_STATUSES, Status
from feedback.models import Case, ProposedAnswer

OPEN = "open"
CODE_LETTERS = 8


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
    if words := filters.get("words"):
        by_code = cases.filter(code_hash=receipts.code_hash(words)) if len(words) >= CODE_LETTERS else cases.none()
        cases = by_code if by_code.exists() else cases.matching(words)
    return (
        cases.distinct()
        .select_related("unit", "topic", "village")
        .annotate(files=Count("attachments", distinct=True))
        .order_by("-submitted_at", "-pk")
    )


def waiting_answer(case: Case) -> ProposedAnswer | None:
    return case.answers.filter(approved_at=None, dropped_at=None).select_related("written_by").first()


def last_draft(case: Case) -> ProposedAnswer | None:
    """The newest answer that was sent back or withdrawn: where the next draft begins."""
    return case.answers.exclude(dropped_at=None).order_by("-written_at", "-pk").first()


def to_do(user: Any) -> dict[str, Any]:
    """What waits for `user`: counts, and the cases that are due first."""
    cases = permissions.readable(user)
    mine = cases if user.has_perm("feedback.work_all") else cases.filter(unit__in=permissions.working_units(user))
    waits = cases.filter(status=Status.WAITS_FOR_APPROVAL, answers__approved_at=None, answers__dropped_at=None)
    return {
        "new": mine.filter(status=Status.RECEIVED).count(),
        "late": mine.late().count(),
        "reopening": mine.filter(status=Status.REOPENING_ASKED).count(),
        "to_approve": waits.exclude(answers__written_by=user).distinct().count()
        if user.has_perm("feedback.approve_answer")
        else 0,
        "urgent": list(mine.filter(status__in=OPEN_STATUSES).select_related("unit").order_by("due_on", "pk")[:5]),
    }
