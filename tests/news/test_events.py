"""The calendar: a month, what is coming, one event; in phones too."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from news.models import EventPage
from tests.factories import make_article, make_event
from tests.factories_bulk import make_many

pytestmark = pytest.mark.django_db


def at(year, month, day, hour=8, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def folder(commune):
    return commune.folder(commune.committee, section="lich")


def titles(response):
    return [event.title for event in response.context["events"]]


def test_what_is_coming_stands_first_and_today_is_coming(folder, client):
    today = timezone.localtime().replace(hour=0, minute=30)
    make_event(folder, title="Hôm qua", starts_at=today - timedelta(hours=2))
    make_event(folder, title="Sáng nay", starts_at=today)
    make_event(folder, title="Ba ngày", starts_at=today - timedelta(days=2), ends_at=today + timedelta(days=1))
    make_event(folder, title="Mai", starts_at=today + timedelta(days=1))
    assert titles(client.get("/lich/")) == ["Ba ngày", "Sáng nay", "Mai"]


def test_month_shows_all_that_lasts_into_it(folder, client):
    make_event(folder, title="Cuối tháng", starts_at=at(2026, 10, 30), ends_at=at(2026, 11, 2, 17))
    make_event(folder, title="Trong tháng", starts_at=at(2026, 11, 15))
    make_event(folder, title="Tháng sau", starts_at=at(2026, 12, 1, 0, 0))
    response = client.get("/lich/?thang=2026-11")
    assert titles(response) == ["Cuối tháng", "Trong tháng"]
    days = {day.date.day: day for week in response.context["grid"]["weeks"] for day in week if day.in_month}
    assert [number for number, day in days.items() if day.events] == [1, 2, 15]
    assert response.context["grid"]["weeks"][0][0].date.weekday() == 0
    assert "thang=2026-10" in response.context["grid"]["previous_url"]
    assert "thang=2026-12" in response.context["grid"]["next_url"]


def test_month_and_filter_keep_each_other(commune, folder, client):
    make_event(folder, title="Ở Đông Thượng", starts_at=at(2026, 11, 15), villages=[commune.village])
    make_event(folder, title="Ở Trại Sen", starts_at=at(2026, 11, 16), villages=[commune.other_village])
    response = client.get("/lich/?thang=2026-11&thon=dong-thuong")
    assert titles(response) == ["Ở Đông Thượng"]
    assert "thon=dong-thuong" in response.context["grid"]["next_url"]
    assert "thang=2026-11" in response.context["active_filters"][0]["remove_url"]
    assert client.get("/lich/?thang=2026-13").context["notices"]
    assert client.get("/lich/?thang=%00").status_code == 200


def test_day_with_several_leads_to_a_list_that_has_it(folder, client):
    for title in ("Sáng", "Chiều"):
        make_event(folder, title=title, starts_at=at(2026, 11, 15))
    text = client.get("/lich/?thang=2026-11").content.decode()
    assert 'href="?thang=2026-11#ngay-2026-11-15"' in text
    assert 'id="ngay-2026-11-15"' in text


def test_over_midnight_it_belongs_to_the_evening(folder, client):
    event = make_event(folder, starts_at=at(2027, 2, 5, 20, 30), ends_at=at(2027, 2, 6, 0, 30))
    assert event.first_day == event.last_day == at(2027, 2, 5).date()
    text = client.get(event.url).content.decode()
    assert "20:30–00:30 sáng hôm sau, thứ Sáu 05/02/2027" in text


def test_leap_day_is_a_day(folder, client):
    event = make_event(folder, starts_at=at(2028, 2, 29), ends_at=at(2028, 3, 1, 17))
    assert (event.last_day - event.first_day).days == 1
    assert titles(client.get("/lich/?thang=2028-02")) == titles(client.get("/lich/?thang=2028-03")) == ["Họp dân"]


@pytest.mark.parametrize("minutes", [0, -30])
def test_end_comes_after_the_beginning(folder, minutes):
    begins = at(2026, 12, 5)
    with pytest.raises(ValidationError, match="sau"):
        make_event(folder, starts_at=begins, ends_at=begins + timedelta(minutes=minutes))


def test_called_off_it_stays_and_says_so(folder, client):
    event = make_event(folder, called_off="Bão vào. Dời sang 12/12.")
    assert "Bão vào. Dời sang 12/12." in client.get("/lich/").content.decode()
    assert "Không diễn ra. Bão vào." in client.get(event.url).content.decode()
    assert "Thêm vào lịch điện thoại" not in client.get(event.url).content.decode()


def test_past_event_leads_to_what_came_of_it(commune, folder, client):
    article = make_article(commune.folder(commune.women), title="Hội đã vui", topic=commune.topic)
    event = make_event(folder, starts_at=at(2026, 11, 1), report=article)
    assert "Hội đã vui" in client.get(event.url).content.decode()
    article.unpublish()
    assert "Hội đã vui" not in client.get(event.url).content.decode()


def test_village_page_shows_its_own_and_those_of_the_whole_commune(commune, folder, client):
    make_event(folder, title="Toàn xã")
    make_event(folder, title="Ở đây", villages=[commune.village])
    make_event(folder, title="Ở kia", villages=[commune.other_village])
    found = client.get("/thon/dong-thuong/").context["events"]
    assert {event.title for event in found} == {"Toàn xã", "Ở đây"}


def test_feed_and_entry_are_icalendar(folder, client):
    make_event(folder, title="Đã lâu", starts_at=timezone.now() - timedelta(days=200))
    event = make_event(folder, title="Họp; bàn, góp\ný", starts_at=at(2027, 2, 5, 20, 30), called_off="Mưa")
    feed = client.get("/rss/lich.ics")
    assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
    entries = list(Calendar.from_ical(feed.content).walk("VEVENT"))
    assert [str(entry["SUMMARY"]) for entry in entries] == [event.title]
    one = Calendar.from_ical(client.get(event.ics_url).content).walk("VEVENT")[0]
    assert one.decoded("DTSTART") == event.starts_at
    assert str(one["STATUS"]) == "CANCELLED"
    assert one["UID"] == entries[0]["UID"]
    assert str(one["URL"]).startswith("http://testserver/lich/")
    event.unpublish()
    assert client.get(event.ics_url).status_code == 404


@pytest.mark.parametrize("number", [20, 5000])
def test_queries_do_not_grow(folder, client, number):
    now = timezone.now()
    make_many(EventPage, folder, number, lambda index: {"starts_at": now + timedelta(hours=index), "place": "Đình"})
    page = make_event(folder)
    counts = {}
    for path in ("/lich/", f"/lich/?thang={now:%Y-%m}", page.url):
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(path).status_code == 200
        counts[path] = len(queries)
    assert max(counts.values()) <= 16, counts


@pytest.mark.parametrize(("days", "asked"), [(-300, True), (3, False)])
def test_copied_event_asks_for_its_new_day(commune, folder, days, asked):
    event = make_event(folder, starts_at=timezone.now() + timedelta(days=days), ends_at=None)
    client = commune.client("chair")
    data = {"new_title": "Họp dân năm nay", "new_slug": "", "new_parent_page": folder.pk}
    assert client.post(reverse("wagtailadmin_pages:copy", args=[event.pk]), data).status_code == 302
    copy = EventPage.objects.latest("pk")
    page = client.get(reverse("wagtailadmin_pages:edit", args=[copy.pk])).content.decode()
    assert ("đã qua. Xin ghi ngày mới." in page) is asked
