"""One fact, in two places: an event in Vietnamese, in English, in calendars. Before, English kept what it was translated with."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import streamfield
from wagtail_localize.models import Translation, TranslationSource

from approval import services as approval
from approval.services import Shown
from core.models import Withdrawal
from models_showcase.models import ModelPage
from news.enums import Timing
from news.models import DocumentPage, EventPage, EventPageVillage, NewsPage
from search.models import Entry
from tests.approval.test_permissions import form_data
from tests.factories import make_article, make_document, make_event, make_model

pytestmark = pytest.mark.django_db


def at(year, month, day, hour=8, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=timezone.get_default_timezone())


def translated(page, *, live=True):
    """Its English page, as the screens of translation make it."""
    source, _new = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    translation.save_target(publish=False)
    english = type(page).objects.get(translation_key=page.translation_key, locale=translation.target_locale)
    if live:
        english.save_revision().publish()
    return type(page).objects.get(pk=english.pk)


@pytest.fixture
def event(commune):
    folder = commune.folder(commune.committee, section="lich")
    page = make_event(folder, title="Họp dân", starts_at=at(2027, 2, 5, 19, 30), villages=[commune.village])
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def publish(page, commune, **values):
    """Changed by one person, approved by another."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(user=commune.users["deputy"])
    approval.submit(page, by=commune.users["deputy"])
    approval.approve(page, by=commune.users["chair"], shown=Shown.of(page.get_latest_revision()))
    return type(page).objects.get(pk=page.pk)


CHANGES = [
    {"starts_at": at(2027, 2, 6, 8)},
    {"starts_at": at(2027, 2, 6, 8), "ends_at": at(2027, 2, 6, 11)},
    {"called_off": "Bão vào. Dời sang tuần sau."},
    {"place": "Đình làng Đông Thượng"},
    {"timing": Timing.WHOLE_DAY},
    {"timing": Timing.LATER},
    {"starts_at": at(2027, 2, 5, 20, 30), "ends_at": at(2027, 2, 6, 0, 30)},
    {"starts_at": at(2027, 2, 10), "called_off": "Mưa"},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: "+".join(change))
@pytest.mark.parametrize("live", [True, False], ids=["read in English", "still a draft in English"])
def test_what_changes_in_vietnamese_is_so_in_english_at_once(commune, event, change, live, client):
    english = translated(event, live=live)
    event = publish(event, commune, **change)
    english.refresh_from_db()
    for name in ("starts_at", "ends_at", "timing", "place", "called_off"):
        assert getattr(english, name) == getattr(event, name), name
    draft = english.get_latest_revision_as_object()  # and the next publishing of the words does not bring it back
    assert (draft.starts_at, draft.called_off) == (event.starts_at, event.called_off)
    english.save_revision().publish()
    english.refresh_from_db()
    assert (english.starts_at, english.place, english.called_off) == (event.starts_at, event.place, event.called_off)
    entries = [entry(client, page) for page in (event, english)]
    for name in ("UID", "SEQUENCE", "STATUS", "LOCATION"):
        assert entries[0].get(name) == entries[1].get(name), name
    for name in ("DTSTART", "DTEND"):
        assert entries[0].decoded(name) == entries[1].decoded(name)
    assert list(Entry.objects.filter(source="lich", language="en").values_list("date", flat=True)) in (
        [event.starts_at],
        [],
    )


def test_villages_of_an_event_follow(commune, event):
    english = translated(event)
    event.village_links = [EventPageVillage(village=commune.other_village)]
    publish(event, commune)
    assert [link.village for link in EventPage.objects.get(pk=english.pk).village_links.all()] == [
        commune.other_village
    ]


def test_called_off_reads_so_in_english(commune, event, client):
    english = translated(event)
    publish(event, commune, called_off="Bão vào")
    text = client.get(english.url).content.decode()
    assert "Called off" in text
    assert "Bão vào" in text
    assert "Put it into my phone" not in text
    assert "Strike it out in my phone" in text
    assert "Called off" in client.get("/en/lich/").content.decode()


def test_words_of_the_translation_stay(commune, event):
    english = translated(event)
    english.title = "Village meeting"
    english.save_revision().publish()
    publish(event, commune, starts_at=at(2027, 3, 1))
    english.refresh_from_db()
    assert english.title == "Village meeting"


def test_who_approves_is_told_what_english_does(commune, event):
    assert not event.for_approver()
    translated(event)
    [(label, words)] = EventPage.objects.get(pk=event.pk).for_approver()
    assert "tiếng Anh" in label
    assert "dịch lại" in words


def test_translator_is_not_asked_about_facts(event):
    from wagtail_localize.models import StringSegment

    translated(event)
    asked = set(StringSegment.objects.values_list("context__path", flat=True))
    assert not asked & {"place", "called_off"}
    assert "title" in asked


def test_deleted_in_vietnamese_it_is_deleted_in_english(commune, event, client, django_capture_on_commit_callbacks):
    """Its English page stayed, an event that nobody could call off."""
    address = reverse("wagtailadmin_pages:delete", args=[event.pk])
    english = translated(event)
    with django_capture_on_commit_callbacks(execute=True):
        commune.client("chair").post(address)
    assert not Page.objects.filter(translation_key=event.translation_key).exists()
    assert client.get(english.url).status_code == 410


def test_taken_down_in_vietnamese_it_is_down_in_english(commune, event, client):
    english = translated(event)
    assert client.get(english.url).status_code == 200
    event.unpublish(user=commune.users["chair"])
    english.refresh_from_db()
    assert not english.live
    assert client.get(english.ics_url).status_code == 404
    assert Withdrawal.objects.filter(url_path=english.url_path).exists()


def test_paper_out_of_force_is_so_in_english(commune):
    folder = commune.folder(commune.committee, section="van-ban")
    page = make_document(folder, number="1/KH")
    page.save_revision().publish()
    page = DocumentPage.objects.get(pk=page.pk)
    english = translated(page)
    newer = make_document(folder, number="2/KH", title="Kế hoạch mới")
    publish(page, commune, replaced_by=newer, number="01/KH-MTTQ", expired_on=date(2026, 6, 30))
    english.refresh_from_db()
    assert (english.number, english.replaced_by, english.expired_on) == ("01/KH-MTTQ", newer, date(2026, 6, 30))
    assert not english.is_in_force


def test_article_of_another_day_and_subject_is_so_in_english(commune):
    page = make_article(commune.folder(commune.women), topic=commune.topic, villages=[commune.village])
    page.save_revision().publish()
    english = translated(NewsPage.objects.get(pk=page.pk))
    page = NewsPage.objects.get(pk=page.pk)
    publish(page, commune, date=at(2026, 1, 5), topic=commune.other_topic)
    english.refresh_from_db()
    assert (english.date, english.topic) == (at(2026, 1, 5), commune.other_topic)


def test_whom_to_ask_about_a_model_is_so_in_english(commune):
    page = make_model(commune.folder(commune.women, section="mo-hinh"), topic=commune.topic, village=commune.village)
    page.save_revision().publish()
    english = translated(ModelPage.objects.get(pk=page.pk))
    publish(ModelPage.objects.get(pk=page.pk), commune, contact_phone="0912 345 678", cost=5_000_000)
    english.refresh_from_db()
    assert (english.contact_phone, english.cost) == ("0912 345 678", 5_000_000)


# In calendars.


def calendar(client, page):
    return Calendar.from_ical(client.get(page.ics_url).content)


def entry(client, page):
    page.refresh_from_db()
    if not page.live:
        page = EventPage.objects.get(translation_key=page.translation_key, locale=Locale.get_default())
    return calendar(client, page).walk("VEVENT")[0]


def test_each_change_has_a_higher_number_and_calling_off_cancels(commune, event, client):
    """There was no SEQUENCE and no METHOD: phones kept the first day."""
    EventPage.objects.filter(pk=event.pk).update(first_published_at=timezone.now() - timedelta(days=1))
    event.refresh_from_db()
    first = entry(client, event)
    assert str(calendar(client, event)["METHOD"]) == "PUBLISH"
    EventPage.objects.filter(pk=event.pk).update(last_published_at=timezone.now() - timedelta(hours=1))
    before = entry(client, event)["SEQUENCE"]
    event = publish(EventPage.objects.get(pk=event.pk), commune, starts_at=at(2027, 2, 6), called_off="Mưa")
    after = entry(client, event)
    assert after["SEQUENCE"] > before
    assert after["UID"] == first["UID"]
    assert str(after["STATUS"]) == "CANCELLED"
    assert str(calendar(client, event)["METHOD"]) == "CANCEL"
    feed = Calendar.from_ical(client.get("/rss/lich.ics").content)
    assert str(feed["METHOD"]) == "PUBLISH"
    assert str(feed.walk("VEVENT")[0]["STATUS"]) == "CANCELLED"


DAYS = [  # begins, ends, hours; first and last day, the words on the page; 00:00–00:00 sáng hôm sau before
    (at(2027, 2, 5, 0), at(2027, 2, 6, 0), Timing.EXACT, (5, 5), "thứ Sáu 05/02/2027, cả ngày"),
    (
        at(2027, 2, 5, 0),
        at(2027, 2, 8, 0),
        Timing.EXACT,
        (5, 7),
        "từ thứ Sáu 05/02/2027 đến Chủ nhật 07/02/2027, cả ngày",
    ),
    (at(2027, 2, 5, 8), None, Timing.WHOLE_DAY, (5, 5), "thứ Sáu 05/02/2027, cả ngày"),
    (at(2027, 2, 5, 0), at(2027, 2, 7, 0), Timing.WHOLE_DAY, (5, 7), "đến Chủ nhật 07/02/2027, cả ngày"),
    (at(2027, 2, 5, 7), at(2027, 2, 5, 17), Timing.WHOLE_DAY, (5, 5), "thứ Sáu 05/02/2027, cả ngày"),
    (at(2027, 2, 5, 0), None, Timing.LATER, (5, 5), "thứ Sáu 05/02/2027 (giờ báo sau)"),
    (at(2027, 2, 5, 0), at(2027, 2, 6, 0), Timing.LATER, (5, 6), "đến thứ Bảy 06/02/2027 (giờ báo sau)"),
    (at(2027, 2, 5, 0), None, Timing.EXACT, (5, 5), "thứ Sáu 05/02/2027"),
]


@pytest.mark.parametrize(("begins", "ends", "timing", "days", "words"), DAYS)
def test_days_without_hours_are_days(commune, client, begins, ends, timing, days, words):
    folder = commune.folder(commune.committee, section="lich")
    page = make_event(folder, starts_at=begins, ends_at=ends, timing=timing)
    page.refresh_from_db()
    assert (page.first_day.day, page.last_day.day) == days
    page.full_clean()
    assert (page.first_day.day, page.last_day.day) == days, "saved once more it moves"
    shown = " ".join(client.get(page.url).content.decode().split())
    assert words in shown.replace("</time>", "").replace('<time datetime="2027-02-05">', "")
    assert "00:00" not in shown
    found = entry(client, page)
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (
        date(2027, 2, days[0]),
        date(2027, 2, days[1]) + timedelta(days=1),
    )
    assert found["DTSTART"].params["VALUE"] == "DATE"


def test_night_into_the_new_year_keeps_its_hours(commune, client):
    folder = commune.folder(commune.committee, section="lich")
    page = make_event(folder, starts_at=at(2027, 2, 6, 0), ends_at=at(2027, 2, 6, 1, 30))
    assert "00:00–01:30" in client.get(page.url).content.decode()


def test_officer_enters_a_day_whose_hour_is_not_known(commune):
    folder = commune.folder(commune.committee, section="lich")
    data = form_data(
        commune, title="Ngày hội Đại đoàn kết", body=streamfield([]), place="Nhà văn hóa", report="", called_off=""
    )
    data |= {"starts_at": "18/11/2027", "ends_at": "", "timing": "later"}
    address = reverse("wagtailadmin_pages:add", args=["news", "eventpage", folder.pk])
    assert commune.client("chair").post(address, data).status_code == 302
    page = EventPage.objects.get(title="Ngày hội Đại đoàn kết").get_latest_revision_as_object()
    assert (page.first_day, page.has_hours) == (date(2027, 11, 18), False)


# An article dated far ahead.


@pytest.mark.parametrize(
    ("ahead", "go_live", "taken"),
    [(0, None, True), (7, None, True), (40, None, False), (400, None, False), (40, 35, True), (400, 35, False)],
)
def test_article_dated_far_ahead_asks(commune, ahead, go_live, taken):
    """It stood first in every list for thirteen months. Days; published at once, or at a time that is set."""
    now = timezone.localtime()
    when = f"{now + timedelta(days=ahead):%d/%m/%Y %H:%M}"
    later = f"{now + timedelta(days=go_live):%d/%m/%Y %H:%M}" if go_live else ""
    folder = commune.folder(commune.women)
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", folder.pk])
    answer = commune.client("author").post(address, form_data(commune, date=when, go_live_at=later))
    assert (answer.status_code == 302) is taken
    if not taken:
        assert "xem lại năm" in answer.content.decode()
