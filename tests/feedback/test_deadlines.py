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


SWAPS = [  # the day it came in, working days, due, what was said before
    ("2026-08-17", 10, "2026-08-28", "03/09: Monday 31/8 is off for Saturday 22/8, which was not counted"),
    ("2026-08-21", 1, "2026-08-22", "24/08: asked first of all, before the year was read"),
    ("2026-08-21", 7, "2026-08-29", "03/09: the office works on Saturday 29/8, says its own calendar"),
    ("2026-08-28", 1, "2026-08-29", "03/09"),
    ("2025-04-25", 3, "2025-04-29", "06/05: 30/4, 1/5 and 2/5 are off, the last for Saturday 26/4"),
    ("2024-05-03", 1, "2024-05-04", "06/05: the Saturday after the day off that is worked for"),
    ("2019-01-04", 2, "2019-01-07", "08/01: Saturday 5/1/2019 for 31/12/2018, a day off of the year before"),
    ("2014-12-26", 1, "2014-12-27", "29/12: Saturday 27/12/2014 for 2/1/2015, a day off of the year after"),
    ("2026-04-24", 1, "2026-04-28", "the same: Giỗ Tổ on a Sunday brings a Monday off, and no Saturday is worked"),
]


@pytest.mark.parametrize(("begins", "days", "due", "before"), SWAPS, ids=[f"{swap[0]}+{swap[1]}" for swap in SWAPS])
def test_saturday_worked_for_a_day_off_counts(begins, days, due, before):
    DayOff.objects.create(day=dt.date(2026, 8, 29), name="Làm bù", worked=True)
    assert deadlines.compute(dt.date.fromisoformat(begins), days).due_on == dt.date.fromisoformat(due), before


def test_own_calendar_has_the_last_word_on_a_swap():
    DayOff.objects.create(day=dt.date(2026, 8, 22), name="Xã không làm bù")
    DayOff.objects.create(day=dt.date(2026, 8, 31), name="Xã vẫn làm việc", worked=True)
    assert deadlines.compute(dt.date(2026, 8, 21), 6).due_on == dt.date(2026, 8, 31)


def test_saturday_that_counts_is_named_in_the_sum():
    reason = deadlines.compute(dt.date(2026, 8, 17), 10).as_json()
    assert deadlines.explain(reason) == (
        "10 ngày làm việc kể từ 17/08/2026, không tính thứ Bảy, Chủ nhật; riêng ngày làm bù 22/08/2026 thì tính."
    )
    del reason["worked"]  # as it was kept before
    assert "22/08" not in deadlines.explain(reason)


def test_rule_of_the_kind_and_its_law():
    DeadlineRule.objects.create(kind=Kind.REPORT, working_days=3, legal_basis="Quy chế của xã")
    deadline = deadlines.for_kind(Kind.REPORT, dt.date(2026, 11, 2))
    assert (deadline.due_on, deadline.legal_basis) == (dt.date(2026, 11, 5), "Quy chế của xã")
    assert deadlines.for_kind(Kind.PRAISE, dt.date(2026, 11, 2)).working_days == deadlines.WORKING_DAYS


def test_sum_is_told_in_vietnamese():
    reason = deadlines.compute(dt.date(2026, 11, 2), 10).as_json()
    assert deadlines.explain(reason).startswith("10 ngày làm việc kể từ 02/11/2026")
