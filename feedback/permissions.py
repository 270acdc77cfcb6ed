"""Who may read and work on a case; named predicates, each tested over the roles."""

from typing import Any

from django.db.models import Q

from feedback.enums import OPEN_STATUSES, STAFF_CHANNELS, Status
from feedback.models import Case, ProposedAnswer
from organisations.enums import WRITING_ROLES
from organisations.selectors import appointments_of

UNANSWERED = tuple(status for status in OPEN_STATUSES if status != Status.REOPENING_ASKED)


def working_units(user: Any) -> list[int]:
    """The units for which `user` works on cases now."""
    return [item.unit_id for item in appointments_of(user) if item.role in WRITING_ROLES]


def readable(user: Any) -> Any:
    """The cases `user` may read: all for the committee and the leaders; a unit's own, a board's village, what she wrote down."""
    if not user.is_active:
        return Case.objects.none()
    if user.has_perm("feedback.read_all"):
        return Case.objects.all()
    if not user.has_perm("feedback.work_unit"):
        return Case.objects.none()
    units = working_units(user)
    return Case.objects.filter(Q(unit__in=units) | Q(village__board__in=units) | Q(entered_by=user))


def may_see_cases(user: Any) -> bool:
    """Has a list of cases at all."""
    return bool(user.is_active and (user.has_perm("feedback.read_all") or user.has_perm("feedback.work_unit")))


def may_read(user: Any, case: Case) -> bool:
    return bool(readable(user).filter(pk=case.pk).exists())


def may_work(user: Any, case: Case) -> bool:
    """Answers, forwards, asks: the unit in charge and the standing committee."""
    if not user.is_active:
        return False
    if user.has_perm("feedback.work_all"):
        return True
    return bool(user.has_perm("feedback.work_unit") and case.unit_id in working_units(user))


def may_approve(user: Any, answer: ProposedAnswer) -> bool:
    """The standing committee; never whoever wrote the answer."""
    return bool(user.is_active and user.has_perm("feedback.approve_answer") and answer.written_by_id != user.pk)


def may_read_person(user: Any, case: Case) -> bool:
    """Name and address of the sender: only those who work on the case."""
    return bool(user.has_perm("feedback.read_person")) and may_work(user, case)


def may_find_by_phone(user: Any) -> bool:
    """Finds the case of somebody who lost her receipt, among those whose sender she may see."""
    return may_see_cases(user) and bool(user.has_perm("feedback.read_person"))


def may_note(user: Any, case: Case) -> bool:
    """Writes to colleagues: everybody who reads the case and works on some."""
    return may_enter(user) and may_read(user, case)


def may_give_receipt(user: Any, case: Case) -> bool:
    """Hands out the receipt of a case that staff wrote down: whoever did it; before the answer also those who work on it.

    Whoever holds it may judge the answer: not she who gave it.
    """
    if case.channel not in STAFF_CHANNELS:
        return False
    return case.entered_by_id == user.pk or (case.status in UNANSWERED and may_read_person(user, case))


def may_enter(user: Any) -> bool:
    """Writes down what somebody said by phone, in person or at a meeting."""
    return bool(user.is_active and (user.has_perm("feedback.work_all") or user.has_perm("feedback.work_unit")))
