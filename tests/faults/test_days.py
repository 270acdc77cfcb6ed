"""Days typed into the admin: the reason told is the reason, a year that is a slip of the finger is refused, an odd day is asked about."""

from datetime import timedelta

import pytest
from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Locale

from core.forms.dates import YEARS_AHEAD
from feedback.models import DayOff
from news.models import EventPage
from tests.approval.test_permissions import form_data
from tests.factories import make_article, make_event

pytestmark = pytest.mark.django_db
FAR = str(timezone.localdate().year + YEARS_AHEAD + 1)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31/11/2026", "Không có ngày, giờ nào như thế: 31/11/2026."),  # “dạng 05/11/2026”: it is written so
        ("29/2/2027", "Không có ngày, giờ nào như thế: 29/2/2027."),
        ("2026-02-30", "Không có ngày, giờ nào như thế: 2026-02-30."),
        ("rằm tháng Giêng", "Xin nhập ngày theo dạng 05/11/2026."),
        ("04/12/0202", "Năm 202 chắc là gõ nhầm."),  # taken, and shown as 04/12/202
        ("28/11/1926", "Năm 1926 chắc là gõ nhầm."),
        (f"05/12/{FAR}", f"Năm {FAR} chắc là gõ nhầm."),
        ("18/11/1930", None),
        ("29/2/2028", None),
    ],
)
def test_day_is_taken_or_told_what_is_wrong_with_it(typed, told):
    check_field(forms.DateField(input_formats=["%d/%m/%Y", "%Y-%m-%d"]), typed, told)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31/11/2026 08:00", "Không có ngày, giờ nào như thế: 31/11/2026 08:00."),
        ("5/12/2026 25:00", "Không có ngày, giờ nào như thế: 5/12/2026 25:00."),
        ("5.12.2026 8h", "Xin nhập ngày giờ theo dạng 05/11/2026 14:30."),
        ("05/12/0202 08:00", "Năm 202 chắc là gõ nhầm."),
        ("5/12/2026 8:00", None),
    ],
)
def test_hour_is_taken_or_told_what_is_wrong_with_it(typed, told):
    check_field(forms.DateTimeField(input_formats=["%d/%m/%Y %H:%M"]), typed, told)


def check_field(field, typed, told):
    if told is None:
        assert field.clean(typed)
        return
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages[0].startswith(told)


def test_day_off_in_a_year_of_three_digits_is_refused_in_the_admin(commune):
    address = reverse("wagtailsnippets_feedback_dayoff:add")
    page = commune.client("chair").post(address, {"day": "04/12/0202", "name": "Nghỉ"}).content.decode()
    assert "Năm 202 chắc là gõ nhầm." in page
    assert not DayOff.objects.filter(name="Nghỉ").exists()


@pytest.mark.parametrize(("days", "asked"), [(30, True), (0, False)])
def test_article_of_a_day_ahead_is_asked_about(commune, days, asked):
    """Thirty days ahead it headed the news, the front page and the feed for a month, without a word."""
    article = make_article(commune.folder(commune.women), topic=commune.topic, live=False)
    day = timezone.localtime() + timedelta(days=days)
    data = form_data(article) | {"date": f"{day:%d/%m/%Y %H:%M}"}
    page = commune.client("author").post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data, follow=True)
    assert ("sẽ đứng đầu các danh sách đến ngày ấy" in page.content.decode()) is asked


@pytest.mark.parametrize(
    ("begins", "lasts", "told"),
    [(400, 0, "còn hơn một năm nữa"), (8, 13000, "hơn một tháng"), (8, 0.1, None)],
)
def test_event_far_away_or_long_is_asked_about(commune, begins, lasts, told):
    event = make_event(commune.folder(commune.committee, section="lich"), topic=commune.topic, live=False)
    day = timezone.localtime().replace(hour=8, minute=0) + timedelta(days=begins)
    ends = day + timedelta(days=lasts) if lasts and lasts < 10000 else day.replace(year=day.year + 20)
    data = form_data(event) | {
        "starts_at": f"{day:%d/%m/%Y %H:%M}",
        "ends_at": f"{ends:%d/%m/%Y %H:%M}" if lasts else "",
        "timing": "exact",
        "place": "Nhà văn hóa",
        "called_off": "",
        "campaign": "",
        "report": "",
    }
    client = commune.client("chair")
    page = client.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), data, follow=True).content.decode()
    said = strip_tags(page)
    assert all((sentence in said) is (sentence == told) for sentence in ("còn hơn một năm nữa", "hơn một tháng"))


def test_facts_are_closed_to_whoever_edits_the_english_page(commune):
    """They were open: what was changed there was sent, approved and dropped without a word."""
    event = make_event(commune.folder(commune.committee, section="lich"))
    english = event.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    page = commune.client("chair").get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    assert "Theo trang tiếng Việt; muốn đổi thì đổi ở trang ấy." in page
    assert EventPage.objects.count() == 2
