"""Whatever goes wrong with a form, its words are on the page that answers."""

import re
import uuid
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from feedback.models import Case
from tests.factories import make_model

pytestmark = pytest.mark.django_db
WORDS = "Cống ở ngõ 3 “tắc” & hôi"
SHOWN = "Cống ở ngõ 3 “tắc” &amp; hôi"
FORM = {"kind": "report", "text": WORDS, "name": "Bà Dấu", "key": str(uuid.uuid4())}


def patterns(resolver=None):
    for pattern in (resolver or get_resolver()).url_patterns:
        yield from [pattern] if isinstance(pattern, URLPattern) else patterns(pattern)


def test_every_form_without_account_is_sent_from_our_own_pages(commune, client):
    """What is exempt from Django's check (our own apps') has ours."""
    exempt = [
        pattern
        for pattern in patterns()
        if getattr(pattern.callback, "csrf_exempt", False)
        and pattern.callback.__module__.startswith(("feedback", "surveys"))
    ]
    assert {pattern.name for pattern in exempt} == {
        "form",
        "nominate",
        "copy",
        "lookup",
        "case",
        "judge",
        "stop_mail",
        "survey",
        "useful",
    }
    evil = Client(headers={"Sec-Fetch-Site": "cross-site"})
    kwargs = {"page_id": 1, "token": "x", "slug": "x"}
    for pattern in exempt:
        space = "surveys" if pattern.callback.__module__.startswith("surveys") else "feedback"
        address = reverse(f"{space}:{pattern.name}", kwargs={name: kwargs[name] for name in pattern.pattern.converters})
        page = evil.post(address, FORM)
        assert page.status_code == 403, pattern.name
        assert SHOWN in page.content.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 422),  # an old browser says nothing
        ({"Origin": "http://testserver"}, 422),
        ({"Origin": "HTTP://TESTSERVER"}, 422),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 422),
        ({"Sec-Fetch-Site": "none"}, 422),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://other.testserver"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[::1"}, 403),
    ],
)
def test_where_a_form_comes_from(commune, headers, status):
    page = Client(headers=headers).post("/gop-y/", FORM)
    assert page.status_code == status
    assert SHOWN in page.content.decode()


def test_rest_of_the_site_keeps_what_was_being_written(commune, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    call_command("maintenance", "on")
    page = Client().post("/gop-y/", FORM)
    text = page.content.decode()
    assert (page.status_code, page.headers["Retry-After"]) == (503, "300")
    assert SHOWN in text
    assert 'action="/gop-y/"' in text
    assert f'name="key" value="{FORM["key"]}"' in text


def test_form_of_a_page_that_was_taken_down(commune, client):
    model = make_model(commune.folder(commune.women, section="mo-hinh"), topic=commune.topic, village=commune.village)
    address = reverse("feedback:copy", args=[model.pk])
    model.unpublish()
    page = client.post(address, FORM)
    assert page.status_code == 404
    assert SHOWN in page.content.decode()
    assert "Gửi lại" not in page.content.decode()


@pytest.mark.parametrize("signed_in", [True, False], ids=["token is void", "session is over"])
def test_officer_whose_session_is_over_copies_her_words(commune, signed_in):
    client = Client(enforce_csrf_checks=signed_in)
    if signed_in:
        client.force_login(commune.users["author"])
    page = client.post(
        reverse("feedback_admin:enter"),
        {"text": WORDS, "password": "mat-khau", "body-0": '{"blocks": [{"text": "Chào"}]}'},
    )
    text = page.content.decode()
    assert page.status_code == 403
    assert SHOWN in text
    assert "Chào</textarea>" in text
    assert "mat-khau" not in text


def test_script_of_the_editor_gets_an_answer_that_it_reads(commune):
    headers = {"Accept": "application/json"}
    page = Client(headers=headers).post(reverse("feedback_admin:enter"), {"text": WORDS})
    assert (page.status_code, page.headers["Content-Type"]) == (401, "application/json")


HERE = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
BY_PHONE = {"text": WORDS, "phone": "0912345678", "kind": "report", "channel": "phone", "key": str(uuid.uuid4())}


def fields_of(page):
    """What the form of a page would send again."""
    text = page.content.decode()
    form = text[text.index("<form") : text.index("</form>")]
    return {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    }


def test_officer_signs_in_again_and_sends_what_she_had_written(commune):
    """The telephone number and the choices were gone: only what has a blank in it was taken for words."""
    client = Client(enforce_csrf_checks=True, headers=HERE)
    client.cookies["csrftoken"] = "a" * 32
    address = reverse("feedback_admin:enter")
    typed = {**BY_PHONE, "topic": str(commune.topic.pk)}
    page = client.post(address, {**typed, "csrfmiddlewaretoken": "a" * 32})
    assert page.status_code == 403
    assert "Xin đăng nhập lại ở cửa sổ mới" in page.content.decode()
    assert fields_of(page).items() >= typed.items()

    client.force_login(commune.users["chair"])  # in another window
    client.cookies["csrftoken"] = "b" * 32  # as signing in does
    void = client.post(address, fields_of(page))
    assert void.status_code == 403
    sent = client.post(address, fields_of(void))
    assert sent.status_code == 302
    case = Case.objects.get()
    assert (case.text, case.kind) == (WORDS, "report")


def test_sheet_of_ticks_alone_is_kept_when_the_session_is_over(commune):
    client = Client(headers=HERE)
    page = client.post("/quan-tri/khao-sat/1/nhap-phieu/", {"q-1": "3", "q-2": "yes"})
    assert page.status_code == 403
    assert fields_of(page).items() >= {"q-1": "3", "q-2": "yes"}.items()


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "none"}, {"Origin": "https://evil.example"}])
def test_what_may_come_from_elsewhere_is_never_offered_to_an_officer_to_send(commune, headers):
    client = Client(enforce_csrf_checks=True, headers=headers)
    client.force_login(commune.users["chair"])
    page = client.post(reverse("feedback_admin:enter"), BY_PHONE).content.decode()
    assert SHOWN in page
    assert "Gửi lại" not in page
    assert "csrfmiddlewaretoken" not in page
