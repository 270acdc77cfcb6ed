"""The demo commune: its texts agree with one another, and load by the services people use."""

import datetime
import re
import stat
import tomllib
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core import languages
from feedback.enums import Channel, FileState, Kind, Status
from feedback.models import Attachment, Case, CaseEvent, CasePerson, DeadlineRule, ProposedAnswer
from feedback.moves import Move
from home.models import CampaignPage, HomePage, UnitPage, VillagePage
from models_showcase import targets
from models_showcase.enums import Standing
from models_showcase.models import Adoption, Consent, Evaluation, GoodDeedPage, ModelPage
from news.models import DocumentPage, EventPage, NewsPage
from portal.demo import cases, markup
from portal.management.commands import demo as demo_command
from search.models import Entry

DEMO = Path(settings.BASE_DIR, "demo")
DATA = tomllib.loads((DEMO / "commune.toml").read_text())
ARTICLES = [markup.read(path) for path in sorted((DEMO / "articles").glob("*.md"))]
VIETNAMESE = [article for article in ARTICLES if not article.path.name.endswith(".en.md")]
FOLDERS = ("models", "deeds", "documents", "events")
TEXTS = {name: [markup.read(path) for path in sorted((DEMO / name).glob("*.md"))] for name in FOLDERS}
SET_PHRASES = [
    *(row["name"] for table in ("unit", "campaign") for row in DATA[table]),
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã Kẻ Sặt",
    "Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội xã Kẻ Sặt, giai đoạn 2025 - 2030",
    "Luật Thực hiện dân chủ ở cơ sở",
    "Căn cứ Luật Mặt trận Tổ quốc Việt Nam ngày 09 tháng 6 năm 2015",
    "Việt Nam xã Kẻ Sặt. Căn cứ Luật",
    "Nghị quyết Đại hội Đảng bộ xã Kẻ Sặt lần thứ I",
    "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng",
    "Ban công tác Mặt trận các thôn",
    "Hội Phụ nữ, Hội Nông dân, Hội Cựu chiến binh và Đoàn Thanh niên",
    "tầng 2, trụ sở khối Đảng, đoàn thể xã",
]
CASES_TOML = (DEMO / "cases.toml").read_text()
CASES = tomllib.loads(CASES_TOML)["case"]


def words(article):
    body = article.path.read_text().split("+++", 2)[2]
    return re.sub(r"[#>*!\[\]()|-]", " ", body).split()


def test_census():
    assert len(VIETNAMESE) == 60
    assert len(ARTICLES) - len(VIETNAMESE) == 5
    assert {name: len(TEXTS[name]) for name in FOLDERS} == {"models": 12, "deeds": 20, "documents": 10, "events": 10}
    assert [len(DATA[table]) for table in ("village", "topic", "campaign")] == [10, 9, 6]
    assert sum(path.stat().st_size for path in (DEMO / "pictures").glob("*.jpg")) <= 4_000_000


@pytest.mark.parametrize("article", VIETNAMESE, ids=lambda article: article.path.stem)
def test_article_is_whole(article):
    fields = article.fields
    slugs = {table: {row["slug"] for row in DATA[table]} for table in ("unit", "topic", "village", "campaign")}
    assert fields["unit"] in slugs["unit"]
    assert fields["topic"] in slugs["topic"]
    assert set(fields["villages"]) <= slugs["village"]
    assert not fields["campaign"] or fields["campaign"] in slugs["campaign"]
    assert not fields["picture"] or (DEMO / "pictures" / fields["picture"]).exists()
    assert bool(fields["picture"]) == bool(fields["picture_alt"])
    assert 100 <= len(words(article)) <= 400
    assert unicodedata.is_normalized("NFC", article.path.read_text())


def syllables(text):
    return [word.lower() for word in re.findall(r"[^\W_]+", text)]


def test_no_two_texts_share_eight_syllables():
    """But for names: of bodies, laws, campaigns, papers, offices (`SET_PHRASES`)."""
    known = [syllables(phrase) for phrase in SET_PHRASES]
    seen: dict[tuple[str, ...], str] = {}
    shared = []
    for article in [*VIETNAMESE, *(text for texts in TEXTS.values() for text in texts)]:
        text = syllables(" ".join(words(article)))
        for start in range(len(text) - 7):
            run = text[start : start + 8]
            other = seen.setdefault(tuple(run), article.path.name)
            if other != article.path.name and not any(is_within(run, phrase) for phrase in known):
                shared.append((" ".join(run), other, article.path.name))
    assert not shared


def is_within(run, phrase):
    """Whether at least six of the eight syllables are `phrase`, or a run of it."""
    best = max(
        (
            size
            for size in range(len(run), 0, -1)
            for at in range(len(run) - size + 1)
            if contains(phrase, run[at : at + size])
        ),
        default=0,
    )
    return best >= min(6, len(phrase))


def contains(phrase, run):
    return any(phrase[at : at + len(run)] == run for at in range(len(phrase) - len(run) + 1))


def test_translations_follow_their_source_block_by_block():
    by_name = {article.path.name: article for article in ARTICLES}
    for name, article in by_name.items():
        if name.endswith(".en.md"):
            source = by_name[name.replace(".en.md", ".md")]
            assert [block for block, _value in article.blocks] == [block for block, _value in source.blocks]


def test_demo_loads_once_and_keeps_its_passwords_to_itself(no_commune, capsys, tmp_path, settings, client):
    settings.DATA_DIR = tmp_path
    call_command("load_demo")
    assert NewsPage.objects.filter(live=True).count() == 65
    assert not NewsPage.objects.filter(unit=None).exists()
    check_the_showcase()
    check_the_cases()
    users = tmp_path / "demo-users.txt"
    assert stat.S_IMODE(users.stat().st_mode) == 0o600
    username, password = users.read_text().split()[:2]
    assert client.login(username=username, password=password)
    before = users.read_text()
    call_command("load_demo")
    assert users.read_text() == before
    for path in ("/", "/en/", "/de-an/", "/tin-tuc/", "/phong-trao/", "/to-chuc/", "/thon/", "/gioi-thieu/"):
        assert client.get(path).status_code == 200
    dates = [page.date for page in client.get("/tin-tuc/").context["articles"]]
    assert all(newer >= older for newer, older in pairwise(dates))
    check_what_people_seek(client)
    check_the_queries()


# What people type, as they type it, and what stands on the first screen of what they find.
SOUGHT = {
    "xin giay xac nhan": "Tám câu người mới đến Chợ Gạch hỏi",
    "nguoi tot viec tot": "Gương sáng",
    "MTTQ giam sat": "Kế hoạch giám sát và phản biện xã hội năm 2026",
    "nha dai doan ket": "Bảy ngôi nhà mới xong trước ngày 31/8",
    "den duong hong": "Đèn bờ sông: góp một lần, thay nhau trả điện",
    "ve sinh moi truong thon": "Chia rác từ bếp, tháng nào cũng cân lại",
    "hop dan": "Biên bản họp dân An Lạc",
    "quy vi nguoi ngheo": "Sổ thu chi Quỹ Vì người nghèo năm 2025",
    "lich tiep dan": "Thông báo lịch tiếp nhân dân năm 2026",
    "mặt trận xã ở đâu": "bà con gặp Mặt trận xã ở đâu",
    "thu gom rac": "Mười bảy ý kiến cho phương án thu gom rác",
    "phan loai rac": "Đông Thượng nhận 480 đôi thùng",
    "tach rac o nha": "Chia rác",
    "hien mau": "Hiến máu trước Tết",
    "bau truong thon": "Biên bản bầu trưởng thôn Trại Sen",
    "ngay hoi dai doan ket": "Lịch Ngày hội Đại đoàn kết",
    "dong thuong": "Thôn Đông Thượng",
    "khao sat": "Bà con đánh giá Mặt trận xã",
    "tiem phong cho": "Lịch tiêm phòng dại cho chó mèo",
    "keo co": "Giải kéo co mười thôn",
    "cống tắc": "Cống ngõ 3 Đông Thượng tắc",
}


def check_what_people_seek(client):
    for typed, hoped_for in SOUGHT.items():
        page = client.get("/tim-kiem/", {"q": typed})
        shown = [pick["title"] for pick in page.context["picks"]]
        shown += Entry.objects.filter(pk__in=list(page.context["listed"])[:10]).values_list("title", flat=True)
        assert any(hoped_for in title for title in shown), (typed, shown)


def check_the_queries():
    """No list, gathering page or page of the demo takes more than sixteen queries, in Vietnamese or English."""
    pages = [
        GoodDeedPage.objects.first(),
        ModelPage.objects.first(),
        EventPage.objects.first(),
        NewsPage.objects.first(),
    ]
    pages += HomePage.objects.first().get_children().live()
    pages += [page for kind in (UnitPage, VillagePage, CampaignPage) for page in kind.objects.live()]
    paths = [
        "/",
        "/khao-sat/",
        "/gop-y/",
        "/hoi-dap/",
        *(page.url for page in pages if languages.is_source(page.locale_id)),
    ]
    too_many = {}
    for path in [*paths, *(f"/en{path}" for path in paths)]:
        if queries_of(path) > 16 and (number := queries_of(path)) > 16:  # the first visit fills what a process keeps
            too_many[path] = number
    assert too_many == {}


def queries_of(path):
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(path).status_code == 200, path
    return len(queries)


def test_cases_name_what_exists_and_stay_in_the_past():
    slugs = {table: {row["slug"] for row in DATA[table]} for table in ("unit", "topic", "village", "campaign")}
    slugs["model"] = {model.fields["slug"] for model in TEXTS["models"]}
    slugs["article"] = {article.fields["slug"] for article in VIETNAMESE}
    users = {row["username"] for row in DATA["user"]}
    for values in CASES:
        for table, name in (
            ("topic", "topic"),
            ("village", "village"),
            ("campaign", "about_campaign"),
            ("model", "about_model"),
        ):
            assert values.get(name) in {*slugs[table], None}, values["text"]
        assert values.get("about_article") in {*slugs["article"], None}
        assert values.get("entered_by") in {*users, None}
        steps = values.get("step", [])
        assert all(step.get("by") in {*users, None} for step in steps)
        moments = [(0, values["at"]), *((step["days"], step["at"]) for step in steps)]
        assert all(earlier < later for earlier, later in pairwise(moments)), values["text"]
        assert moments[-1][0] < values["days_ago"], values["text"]
        worked = [step["days"] for step in steps if step.get("by") and not step["by"].startswith("thon-")]
        assert all((values["weekday"] - 1 + days) % 7 < 5 for days in worked), values["text"]
    assert unicodedata.is_normalized("NFC", CASES_TOML)


def test_days_in_a_text_become_dates():
    assert cases.dated("Từ {-1} đến {+4}.", datetime.date(2026, 12, 29)) == "Từ 28/12 đến 2/1."


def check_the_showcase():
    """Everything is public that should be; villages without a model this year are seen."""
    assert [model.objects.filter(live=True).count() for model in (ModelPage, GoodDeedPage)] == [12, 20]
    assert [model.objects.filter(live=True).count() for model in (DocumentPage, EventPage)] == [10, 10]
    assert Evaluation.objects.approved().count() == Evaluation.objects.count() == 12
    assert Adoption.objects.count() == 14
    assert Consent.objects.filter(withdrawn_at=None).count() == 20
    year = targets.of_year(2026)
    assert [line.who.slug for line in year.villages if line.standing != Standing.MET] == ["phu-khe", "tan-tien"]


def check_the_cases():
    """Every state is there, and nothing tells who sent them."""
    assert Case.objects.count() == 16
    assert {rule.kind for rule in DeadlineRule.objects.all()} == set(Kind.values)
    assert Counter(Case.objects.values_list("status", flat=True)) == {
        **dict.fromkeys(Status, 1),
        Status.RECEIVED: 5,
        Status.IN_PROGRESS: 2,
        Status.ANSWERED: 3,
        Status.CLOSED: 2,
    }
    assert set(Case.objects.values_list("kind", flat=True)) == set(Kind.values)
    assert set(Case.objects.values_list("channel", flat=True)) == set(Channel.values)
    assert Case.objects.late().get().status == Status.RECEIVED
    assert Attachment.objects.values("case").distinct().count() == 2
    assert set(Attachment.objects.values_list("state", flat=True)) <= {FileState.QUARANTINED, FileState.CLEAN}

    public = Case.objects.public()
    assert public.count() == 3
    assert sum(isinstance(case.about.specific, NewsPage) for case in public if case.about) == 2

    for case in Case.objects.all():
        check_times(case)
    check_nothing_of_senders_is_told()


def check_times(case):
    """In order, not in the future, and the same in the case, its history and its answers."""
    events = list(case.events.all())
    assert all(earlier.at < later.at for earlier, later in pairwise(events)), case.text
    assert events[-1].at <= timezone.now()
    assert case.submitted_at == events[0].at
    received = timezone.localdate(case.submitted_at)
    assert case.due_on > received
    asked_again = [event.at for event in events if event.move == Move.JUDGE_NOT_YET]
    begins = timezone.localdate(asked_again[-1]) if asked_again else received
    assert case.due_reason["begins"] == begins.isoformat()
    assert case.due_reason["legal_basis"]
    times = {move: [event.at for event in events if event.move == move] for move in Move}
    answers = list(case.answers.order_by("pk"))
    assert [answer.written_at for answer in answers] == times[Move.PROPOSE]
    assert [answer.approved_at for answer in answers if answer.approved_at] == times[Move.APPROVE]
    assert [answer.dropped_at for answer in answers if answer.dropped_at] == times[Move.SEND_BACK]
    assert case.answered_at == (times[Move.APPROVE][-1] if times[Move.APPROVE] else None)
    assert "{" not in case.text + "".join(event.public_text for event in events)


def check_nothing_of_senders_is_told():
    answers = ProposedAnswer.objects.all()
    told = [text for answer in answers for text in (answer.public_question, answer.public_answer)]
    told += CaseEvent.objects.for_citizen().values_list("public_text", flat=True)
    digits = re.sub(r"\D", "", "|".join(told))
    people = list(CasePerson.objects.all())
    assert len(people) >= 6
    for person in people:
        given_names = person.name.split(" ", 1)[1]
        assert not [text for text in told if given_names in text or person.name.split()[-1] in text.split()]
        phone = re.sub(r"\D", "", person.phone)
        assert not phone or phone not in digits


def test_taken_port_says_the_cure(tmp_path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"make demo PORT={port + 1}"):
            demo_command.check_port("127.0.0.1", port)


def test_unwritable_folder_says_the_cure(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match="make demo DATA_DIR="):
        demo_command.check_writable(tmp_path / "file" / "data")
