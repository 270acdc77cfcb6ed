"""Examples of K4, K10 and K13 by somebody who had not read the code: what she expected, held here or by the test that is named.

The tables say what the running site did before; `HELD_BY` says where each example is a test.
"""

import ast
import tomllib
import uuid
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from feedback.models import Case
from news.models import EventPage
from surveys.models import Response
from tests.factories import make_article, make_event, picture_bytes
from tests.faults.test_one_fact import at, publish, translated
from tests.feedback.conftest import upload
from tests.feedback.test_public import post  # noqa: F401
from tests.surveys.conftest import draft, survey  # noqa: F401
from tests.surveys.test_answering import post as answer

pytestmark = pytest.mark.django_db
TABLES = Path(__file__).parent
ROOT = TABLES.parents[1]
HERE = "tests/faults/test_fresh_work_and_days.py"
KINDS = {"K4", "K10", "K13"}
ELSEWHERE = {"K10-09", "K13-08", "K13-12"}  # stand with the search and the keyboards
NOT_OURS = {"K4-32": "Wagtail's own editing sessions tell of the other window"}
HELD_BY = {
    "K4-01": "tests/feedback/test_public.py::test_sent_twice_same_receipt",
    "K4-02": "tests/feedback/test_public.py::test_sent_twice_same_receipt",
    "K4-03": "tests/faults/test_forms_keep_work.py::test_form_that_is_opened_anew_is_a_new_one",
    "K4-04": "tests/feedback/test_public.py::test_form_opens_without_cookie",
    "K4-05": "tests/feedback/test_public.py::test_errors_are_summed_up_and_linked_and_files_kept",
    "K4-06": "tests/feedback/test_public.py::test_too_long_a_text_is_refused_and_kept",
    "K4-07": "tests/feedback/test_public.py::test_time_trap_asks_to_press_again",
    "K4-08": f"{HERE}::test_five_large_photos_are_taken",
    "K4-09": "tests/feedback/test_files.py::test_file_over_the_limit_is_refused",
    "K4-10": "tests/browser/test_faults.py::test_photo_that_did_not_come_along_is_named",
    "K4-11": "tests/browser/test_faults.py::test_words_follow_into_the_other_language",
    "K4-12": "tests/browser/test_faults.py::test_photos_chosen_one_after_another_go_together",
    "K4-13": "tests/faults/test_forms_keep_work.py::test_message_with_an_error_keeps_its_photo_and_says_so",
    "K4-14": "tests/faults/test_forms_keep_work.py::test_message_sent_twice_by_going_back_is_kept_once",
    "K4-15": "tests/faults/test_forms_keep_work.py::test_message_sent_twice_by_going_back_is_kept_once",
    "K4-16": "tests/browser/test_faults.py::test_back_and_send_again",
    "K4-17": "tests/surveys/test_answering.py::test_same_form_sent_twice_counts_once",
    "K4-18": "tests/surveys/test_answering.py::test_wrong_answer_is_told_and_the_rest_stays",
    "K4-19": f"{HERE}::test_too_long_an_answer_is_told_to_be_too_long_and_not_left_out",
    "K4-20": f"{HERE}::test_survey_is_answered_without_cookies",
    "K4-21": "tests/faults/test_surveys_count_right.py::test_other_answers_under_a_key_that_was_sent_are_no_dead_end",
    "K4-22": "tests/surveys/test_writing.py::test_last_day_is_only_moved_on",
    "K4-23": f"{HERE}::test_paper_sheet_saved_twice_is_one",
    "K4-24": "tests/core/test_kept.py::test_sheet_of_ticks_alone_is_kept_when_the_session_is_over",
    "K4-25": "tests/faults/test_surveys_count_right.py::test_paper_sheet_that_is_not_counted_says_so_at_the_top",
    "K4-26": "tests/feedback/test_admin.py::test_old_screen_is_told_and_keeps_what_was_typed",
    "K4-27": "tests/core/test_kept.py::test_officer_signs_in_again_and_sends_what_she_had_written",
    "K4-28": "tests/feedback/test_admin.py::test_officer_whose_case_was_handed_on_meanwhile_keeps_her_question",
    "K4-29": f"{HERE}::test_case_written_down_twice_is_one",
    "K4-30": "tests/core/test_kept.py::test_officer_signs_in_again_and_sends_what_she_had_written",
    "K4-31": "tests/faults/test_editor_keeps_articles.py::test_one_form_makes_one_article",
    "K4-33": "tests/browser/test_faults.py::test_required_field_left_empty_while_it_saves_warns_of_no_other_window",
    "K4-34": "tests/browser/test_faults.py::test_colleague_who_signs_in_meanwhile_does_not_save_what_is_not_hers",
    "K10-01": "tests/faults/test_one_fact.py::test_what_changes_in_vietnamese_is_so_in_english_at_once",
    "K10-02": "tests/faults/test_one_fact.py::test_each_change_has_a_higher_number_and_calling_off_cancels",
    "K10-03": f"{HERE}::test_event_that_is_held_after_all_is_confirmed_again",
    "K10-04": "tests/faults/test_one_fact.py::test_days_without_hours_are_days",
    "K10-05": "tests/faults/test_one_fact.py::test_what_changes_in_vietnamese_is_so_in_english_at_once",
    "K10-06": "tests/faults/test_one_fact.py::test_night_into_the_new_year_keeps_its_hours",
    "K10-07": f"{HERE}::test_event_at_five_in_the_morning_is_of_its_own_day",
    "K10-08": "tests/faults/test_one_fact.py::test_taken_down_in_vietnamese_it_is_down_in_english",
    "K10-10": "tests/faults/test_one_fact.py::test_each_change_has_a_higher_number_and_calling_off_cancels",
    "K10-11": "tests/faults/test_one_fact.py::test_villages_of_an_event_follow",
    "K10-12": "tests/faults/test_one_fact.py::test_paper_out_of_force_is_so_in_english",
    "K10-13": f"{HERE}::test_title_of_an_event_is_whole_in_the_calendar",
    "K10-14": f"{HERE}::test_english_draft_approved_late_has_the_facts_of_now",
    "K10-15": "tests/faults/test_days.py::test_facts_are_closed_to_whoever_edits_the_english_page",
    "K13-01": "tests/feedback/test_deadlines.py::test_own_calendar_has_the_last_word_on_a_swap",
    "K13-02": "tests/feedback/test_deadlines.py::test_own_day_off_and_worked_saturday",
    "K13-03": "tests/faults/test_days.py::test_day_off_in_a_year_of_three_digits_is_refused_in_the_admin",
    "K13-04": "tests/feedback/test_deadlines.py::test_tet_is_not_counted_and_named",
    "K13-05": "tests/feedback/test_deadlines.py::test_own_day_off_and_worked_saturday",
    "K13-06": "tests/faults/test_days.py::test_hour_is_taken_or_told_what_is_wrong_with_it",
    "K13-07": "tests/faults/test_days.py::test_event_far_away_or_long_is_asked_about",
    "K13-09": "tests/core/test_spreadsheets.py::test_what_looks_like_a_coded_letter_stays_as_it_was_typed",
    "K13-10": f"{HERE}::test_article_of_the_first_minutes_of_a_year_is_of_that_year",
    "K13-11": "tests/surveys/test_answering.py::test_before_and_after_its_days_nothing_is_counted",
    "K13-13": "tests/organisations/test_appointments.py::test_ended_appointment_is_worth_nothing_in_an_open_session",
    "K13-14": "tests/news/test_events.py::test_end_comes_after_the_beginning",
    "K13-15": "tests/approval/test_approval.py::test_approver_is_told_when_the_page_goes_out",
}


@cache
def examples():
    tables = [tomllib.loads(path.read_text(encoding="utf-8"))["example"] for path in TABLES.glob("fresh_*.toml")]
    return [example for table in tables for example in table if example["kind"] in KINDS - ELSEWHERE]


@cache
def named_in(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_example_is_a_test():
    ids = {example["id"] for example in examples()} - ELSEWHERE - NOT_OURS.keys()
    assert ids == HELD_BY.keys()
    for where in HELD_BY.values():
        path, name = where.split("::")
        assert name in named_in(path), where


def test_five_large_photos_are_taken(post):  # noqa: F811
    big = [picture_bytes(colour=f"#{at * 50:02x}1f1f") + bytes(9_000_000) for at in range(5)]
    assert post(photos=[upload(f"{at}.jpg", data) for at, data in enumerate(big)]).status_code == 302
    assert Case.objects.get().attachments.count() == 5


def test_case_written_down_twice_is_one(commune):
    client = commune.client("chair")
    data = {"text": "Hỏi thủ tục.", "channel": "phone", "kind": "question", "key": str(uuid.uuid4())}
    assert [client.post(reverse("feedback_admin:enter"), data).status_code for _press in range(2)] == [302, 302]
    assert Case.objects.count() == 1


def test_too_long_an_answer_is_told_to_be_too_long_and_not_left_out(survey, client):  # noqa: F811
    words = "Sửa đèn. " * 1500
    page = answer(client, survey, **{"q-mong": words}).content.decode()
    summary = page[page.index("error-summary") :].partition("</ul>")[0]
    assert "còn sót" not in summary
    assert "dài quá: " in summary
    assert words.strip() in page


def test_survey_is_answered_without_cookies(survey, client):  # noqa: F811
    client.cookies.clear()
    assert answer(client, survey).status_code == 302
    assert Response.objects.count() == 1


def test_paper_sheet_saved_twice_is_one(commune, survey):  # noqa: F811
    author = commune.client("author")
    address = f"/quan-tri/khao-sat/{survey.pk}/nhap-phieu/"
    key = author.get(address).context["form"]["key"].value()
    sheet = {"key": key, "q-thai-do": "2", "q-tra-loi": "1", "q-viec": ["rac"], "q-thon": str(commune.village.pk)}
    assert [author.post(address, sheet).status_code for _press in range(2)] == [302, 302]
    assert Response.objects.count() == 1


@pytest.fixture
def event(commune):
    folder = commune.folder(commune.committee, section="lich")
    page = make_event(folder, title="Họp dân", starts_at=at(2027, 2, 5, 5), ends_at=at(2027, 2, 5, 6))
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def entry(client, page):
    return Calendar.from_ical(client.get(page.ics_url).content).walk("VEVENT")[0]


def test_event_that_is_held_after_all_is_confirmed_again(commune, event, client):
    english = translated(event)
    off = publish(event, commune, called_off="Mưa")
    EventPage.objects.update(first_published_at=timezone.now() - timedelta(days=1))
    EventPage.objects.update(last_published_at=timezone.now() - timedelta(hours=1))
    numbers = [entry(client, EventPage.objects.get(pk=off.pk))["SEQUENCE"]]
    on = publish(EventPage.objects.get(pk=off.pk), commune, called_off="")
    for page in (on, EventPage.objects.get(pk=english.pk)):
        told = entry(client, page)
        assert str(told["STATUS"]) == "CONFIRMED"
        assert told["SEQUENCE"] > numbers[0]
        assert "Mưa" not in client.get(page.url).content.decode()


def test_event_at_five_in_the_morning_is_of_its_own_day(event, client):
    """22:00 of the day before by the clock of the database."""
    assert entry(client, event)["DTSTART"].dt == at(2027, 2, 5, 5)
    assert "05/02/2027" in client.get(event.url).content.decode()
    assert "Họp dân" in client.get(f"{event.get_parent().get_parent().get_url()}?thang=2027-02").content.decode()


def test_title_of_an_event_is_whole_in_the_calendar(event, commune, client):
    title = 'Họp dân, bàn việc làng; "chọn" ngày \\ giờ 🎉 ' + "và bàn thêm việc rất dài của cả xóm " * 3
    event = publish(event, commune, title=title.strip(), draft_title=title.strip())
    assert str(entry(client, event)["SUMMARY"]) == title.strip()


def test_english_draft_approved_late_has_the_facts_of_now(commune, event):
    english = translated(event, live=False)
    english.save_revision(user=commune.users["deputy"])
    event = publish(event, commune, starts_at=at(2027, 2, 5, 20, 15), ends_at=None, called_off="Mưa")
    english = publish(EventPage.objects.get(pk=english.pk), commune)
    assert (english.starts_at, english.called_off) == (event.starts_at, event.called_off)


def test_article_of_the_first_minutes_of_a_year_is_of_that_year(commune, client):
    """31 December 17:30 by the clock of the database."""
    article = make_article(commune.folder(commune.women), topic=commune.topic, date=at(2026, 1, 1, 0, 30))
    make_article(commune.folder(commune.women), topic=commune.topic, date=at(2025, 6, 1), title="Chuyện năm ngoái")
    section = article.get_parent().get_parent().get_url()
    assert article.title in client.get(section, {"nam": "2026"}).content.decode()
    assert article.title not in client.get(section, {"nam": "2025"}).content.decode()
    assert timezone.localtime(article.date).year == 2026
