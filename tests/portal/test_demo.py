"""The demo commune: its texts agree with one another, and load by the services people use."""

import re
import stat
import tomllib
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from news.models import NewsPage
from portal.demo import markup
from portal.management.commands import demo as demo_command

DEMO = Path(settings.BASE_DIR, "demo")
DATA = tomllib.loads((DEMO / "commune.toml").read_text())
ARTICLES = [markup.read(path) for path in sorted((DEMO / "articles").glob("*.md"))]
VIETNAMESE = [article for article in ARTICLES if not article.path.name.endswith(".en.md")]


def words(article):
    body = article.path.read_text().split("+++", 2)[2]
    return re.sub(r"[#>*!\[\]()|-]", " ", body).split()


def test_census():
    assert len(VIETNAMESE) == 24
    assert len(ARTICLES) - len(VIETNAMESE) == 3
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
    assert (DEMO / "pictures" / fields["picture"]).exists()
    assert fields["picture_alt"]
    assert 100 <= len(words(article)) <= 400
    assert unicodedata.is_normalized("NFC", article.path.read_text())


def test_no_two_articles_share_eight_words():
    seen: dict[tuple[str, ...], str] = {}
    for article in VIETNAMESE:
        text = words(article)
        for start in range(len(text) - 7):
            run = tuple(word.lower() for word in text[start : start + 8])
            assert seen.setdefault(run, article.path.name) == article.path.name, run


def test_translations_follow_their_source_block_by_block():
    by_name = {article.path.name: article for article in ARTICLES}
    for name, article in by_name.items():
        if name.endswith(".en.md"):
            source = by_name[name.replace(".en.md", ".md")]
            assert [block for block, _value in article.blocks] == [block for block, _value in source.blocks]


@pytest.mark.django_db
def test_demo_loads_once_and_keeps_its_passwords_to_itself(capsys, tmp_path, settings, client):
    settings.DATA_DIR = tmp_path
    call_command("load_demo")
    assert NewsPage.objects.filter(live=True).count() == 27
    assert not NewsPage.objects.filter(unit=None).exists()
    users = tmp_path / "demo-users.txt"
    assert stat.S_IMODE(users.stat().st_mode) == 0o600
    username, password = users.read_text().split()[:2]
    assert client.login(username=username, password=password)
    before = users.read_text()
    call_command("load_demo")
    assert users.read_text() == before
    for path in ("/", "/en/", "/tin-tuc/", "/phong-trao/", "/to-chuc/", "/thon/", "/gioi-thieu/"):
        assert client.get(path).status_code == 200
    dates = [page.date for page in client.get("/tin-tuc/").context["articles"]]
    assert all(newer >= older for newer, older in pairwise(dates))


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
