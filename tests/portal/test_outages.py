"""A part is away for a moment: the site answers, and no form loses what was typed."""

import json
import sqlite3
import uuid
from contextlib import closing
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.utils import timezone
from django.utils.html import escape

from feedback import services as feedback
from feedback.forms.citizen import SALT
from feedback.models import Case
from models_showcase.models import ModelPage
from organisations.models import Commune
from tests.apart import ask
from tests.factories import make_model
from tests.feedback import conftest as of_feedback
from tests.surveys import conftest as of_surveys

pytestmark = [pytest.mark.django_db, pytest.mark.long]
send, draft, survey = of_feedback.send, of_surveys.draft, of_surveys.survey  # the fixtures
AWAY = "postgres://site:secret@127.0.0.1:1/site"  # nobody listens there
WORDS = "Cống ở ngõ 3 “tắc” <đã> hai tuần & chưa ai sửa"


def sent(**values: Any) -> dict[str, Any]:
    opened = signing.dumps(int(timezone.now().timestamp()) - 60, salt=SALT)
    return {"key": str(uuid.uuid4()), "opened": opened, **values}


@pytest.fixture
def forms(commune: Any, send: Any, survey: Any) -> dict[str, tuple[str, dict[str, Any]]]:
    """Every public form, filled in: its address and what is sent."""
    model: ModelPage = make_model(
        commune.folder(commune.women, section="mo-hinh"), topic=commune.topic, village=commune.other_village
    )
    answered = send("Đã trả lời.")
    feedback.propose(answered, by=commune.users["author"], draft=of_feedback.draft())
    feedback.approve(answered, by=commune.users["chair"])
    case = send("Đang chờ.")
    private = f"/gop-y/ho-so/{case.receipt.token}/"
    survey_sheet = {
        "version": survey.newest.number,
        "q-thai-do": "5",
        "q-tra-loi": "0",
        "q-viec": "rac",
        "q-mong": WORDS,
    }
    return {
        "feedback": ("/gop-y/", sent(kind="report", text=WORDS, village=commune.village.pk)),
        "nomination": ("/gop-y/de-cu/", sent(honoured=WORDS, text=WORDS, village=commune.village.pk)),
        "copy": (f"/gop-y/lam-theo/{model.pk}/", sent(village=commune.village.pk, text=WORDS, phone="0912 345 678")),
        "message": (private, sent(words=WORDS)),
        "judgement": (
            f"/gop-y/ho-so/{answered.receipt.token}/danh-gia/",
            {"judgement": "satisfied", "judgement_words": WORDS},
        ),
        "survey": (survey.url, sent(**survey_sheet, **{"q-thon": commune.village.pk})),
        "stop mail": (f"{private}ngung-thu/", {}),
        "useful": ("/khao-sat/trang-nay/", {"page": model.pk, "value": "1"}),
    }


@pytest.fixture
def on_disk(forms: Any, tmp_path: Any) -> Any:
    """The same site in a file, which somebody else can lock."""
    Commune.load()  # written by the first page that is shown
    path = tmp_path / "db.sqlite3"
    path.write_bytes(connection.connection.serialize())
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode = WAL")
    return path


def test_locked_database_loses_no_word(forms, on_disk):
    with closing(sqlite3.connect(on_disk, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers = ask([("post", *form) for form in forms.values()], DATABASE_URL=f"sqlite:///{on_disk}")
    for name, (form, answer) in zip(forms, zip(forms.values(), answers, strict=True), strict=True):
        assert answer["status"] == 503, (name, answer["text"])
        for value in form[1].values():
            assert escape(str(value)) in answer["text"], (name, value)


def test_guesses_are_counted_while_the_database_is_locked(send, on_disk):
    case = Case.objects.latest("pk")
    wrong = [("post", "/gop-y/tra-cuu/", {"code": case.code, "secret": f"{guess:06}"}) for guess in range(21)]
    right = ("post", "/gop-y/tra-cuu/", {"code": case.code, "secret": case.receipt.secret})
    with closing(sqlite3.connect(on_disk, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answers = ask([right, *wrong], DATABASE_URL=f"sqlite:///{on_disk}")
    assert [answer["status"] for answer in answers] == [302, *[422] * 20, 429]


def test_without_the_database_every_form_keeps_its_words_and_pages_say_so(forms):
    pages = [("get", path, {}) for path in ("/", "/gop-y/", "/tim-kiem/", "/khong-co/", "/quan-tri/login/")]
    posts = [("post", *form) for form in forms.values()]
    lookup = ("post", "/gop-y/tra-cuu/", {"code": "AAAA-AAAA", "secret": "000001"})
    answers = ask([*pages, *posts, lookup, ("get", "/healthz", {})], DATABASE_URL=AWAY)
    assert answers.pop()["status"] == 200
    assert "AAAA-AAAA" in answers[-1]["text"]
    for answer in answers:
        assert (answer["status"], answer["headers"]["Retry-After"]) == (503, "30"), answer["text"]
    for answer in answers[: len(pages)]:
        assert "Trang đang bận" in answer["text"]
    for form, answer in zip(forms.values(), answers[len(pages) :], strict=False):
        for name, value in form[1].items():
            assert f'name="{name}"' in answer["text"]
            assert escape(str(value)) in answer["text"]
        assert f'action="{form[0]}"' in answer["text"]


def test_without_its_cache_every_page_is_shown_and_readyz_says_so(on_disk, tmp_path):
    (tmp_path / "file").touch()
    paths = ("/", "/tin-tuc/", "/gop-y/", "/tim-kiem/?q=rác", "/quan-tri/login/")
    *pages, ready = ask(
        [("get", path, {}) for path in (*paths, "/readyz")],
        DATABASE_URL=f"sqlite:///{on_disk}",
        CACHE_URL=f"filecache://{tmp_path}/file/cache",
    )
    assert {page["status"] for page in pages} == {200}
    assert json.loads(ready["text"])["parts"]["cache"] == "down"
