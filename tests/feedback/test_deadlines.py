import datetime as dt

import pytest

from feedback import deadlines
from feedback.enums import Kind
from feedback.models import DayOff, DeadlineRule

pytestmark = pytest.mark.django_db


def test_weekends_are_not_counted():
    assert deadlines.compute(dt.date(2026, 11, 27), 1).due_on == dt.date(2026, 11, 30)  # Friday → Monday


def test_tet_is_not_counted_and_named():
    deadline = deadlines.compute(dt.date(2026, 2, 13), 1)
    assert deadline.due_on == dt.date(2026, 2, 23)
    assert [day.day for day, _name in deadline.skipped] == [16, 17, 18, 19, 20]
    assert "Tết Nguyên Đán" in deadlines.explain(deadline.as_json())


def test_own_day_off_and_worked_saturday():
    DayOff.objects.create(day=dt.date(2026, 11, 30), name="Ngày hội Đại đoàn kết")
    DayOff.objects.create(day=dt.date(2026, 11, 28), name="Làm bù", worked=True)
    deadline = deadlines.compute(dt.date(2026, 11, 27), 2)
    assert deadline.due_on == dt.date(2026, 12, 1)
    assert deadline.skipped == ((dt.date(2026, 11, 30), "Ngày hội Đại đoàn kết"),)


def test_rule_of_the_kind_and_its_law():
    DeadlineRule.objects.create(kind=Kind.REPORT, working_days=3, legal_basis="Quy chế của xã")
    deadline = deadlines.for_kind(Kind.REPORT, dt.date(2026, 11, 2))
    assert (deadline.due_on, deadline.legal_basis) == (dt.date(2026, 11, 5), "Quy chế của xã")
    assert deadlines.for_kind(Kind.PRAISE, dt.date(2026, 11, 2)).working_days == deadlines.WORKING_DAYS


def test_sum_is_told_in_vietnamese():
    reason = deadlines.compute(dt.date(2026, 11, 2), 10).as_json()
    assert deadlines.explain(reason).startswith("10 ngày làm việc kể từ 02/11/2026")
