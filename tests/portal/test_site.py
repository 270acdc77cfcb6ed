"""What belongs to the whole site: headers, probes, sharing, languages, API, settings."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import formats, timezone, translation
from django_tasks_db.models import DBTaskResult

from core import heartbeat
from core.models.pages import RESERVED_SLUGS
from core.renditions import make_renditions
from home.models import MenuEntry
from organisations.models import Commune
from portal import health
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db


def test_public_pages_forbid_everything_foreign(commune, client):
    response = client.get("/")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    html = response.content.decode()
    assert not re.search(r'(src|href)="(https?:)?//(?!testserver)', html)
    assert " style=" not in html
    assert "<script>" not in html


def test_article_is_shared_with_an_absolute_picture(commune, client):
    page = make_article(commune.folder(commune.women), title="Đường hoa", topic=commune.topic, lead_image=make_image())
    html = client.get(page.url).content.decode()
    assert re.search(
        r'<meta property="og:image" content="http://testserver/media/images/[^"]+1200x630[^"]*\.jpg"', html
    )
    assert (
        'href="https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Ftestserver%2Ftin-tuc%2Fhoi-phu-nu%2Fduong-hoa%2F"'
        in html
    )
    assert "data-share" in html
    assert "data-copy" in html


def test_page_without_picture_is_shared_with_a_drawn_card(commune, client):
    assert re.search(
        r"og:image\" content=\"http://testserver/s/\d+-[0-9a-f]{12}\.jpg\"", client.get("/tin-tuc/").content.decode()
    )


def test_probes(client):
    assert client.get("/healthz").content == b"ok"
    state = client.get("/readyz").json()
    assert (state["ready"], state["degraded"]) == (True, [])
    assert set(state["parts"].values()) == {"ok"}


@pytest.mark.parametrize("part", sorted(set(health.PARTS) - set(health.NEEDED)))
def test_readyz_names_what_is_degraded(client, monkeypatch, part):
    def broken() -> str:
        raise OSError

    monkeypatch.setitem(health.PARTS, part, broken)
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["degraded"] == [part]


@pytest.mark.parametrize("part", health.NEEDED)
def test_readyz_without_what_is_needed_is_unavailable(client, monkeypatch, part):
    def broken() -> str:
        raise DatabaseError

    monkeypatch.setitem(health.PARTS, part, broken)
    assert client.get("/readyz").status_code == 503


@pytest.fixture
def queue(settings):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
        "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    }


def test_readyz_tells_a_dead_worker_and_timer(client, queue):
    assert client.get("/readyz").json()["degraded"] == ["timer", "worker"]
    heartbeat.beat("timer")
    heartbeat.beat("worker:one")
    assert client.get("/readyz").json()["degraded"] == []


def test_readyz_tells_a_queue_that_stands(client, queue):
    for name in ("timer", "worker:one"):
        heartbeat.beat(name)
    make_renditions.enqueue(1)
    assert client.get("/readyz").json()["degraded"] == []
    DBTaskResult.objects.update(enqueued_at=timezone.now() - health.WAITS_LONG * 2)
    assert client.get("/readyz").json()["degraded"] == ["queue"]


def test_readyz_tells_a_disk_that_is_nearly_full(client, settings, monkeypatch):
    usage = shutil.disk_usage(settings.DATA_DIR)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1000))
    assert client.get("/readyz").json()["degraded"] == ["disk"]


def test_security_txt_says_whom_to_tell(commune, client):
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    assert "Contact: http://testserver/gop-y/" in lines
    assert "Preferred-Languages: vi, en" in lines
    expires = datetime.fromisoformat(next(line for line in lines if line.startswith("Expires: "))[9:])
    assert timedelta(0) < expires - timezone.now() < timedelta(days=365)
    Commune.objects.update(email="mattran@kesat.example", phone="0220 3700.102")
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    assert lines[:2] == ["Contact: mailto:mattran@kesat.example", "Contact: tel:+842203700102"]


def test_unknown_address_is_a_kind_page(commune, client):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert "Không tìm thấy trang này" in response.content.decode()


@pytest.mark.parametrize("path", ["../secret-key", "..%2f..%2fdb.sqlite3", "nothing.jpg"])
def test_pictures_never_leave_their_folder(client, path):
    assert client.get(f"/media/images/{path}").status_code in {400, 404}


def test_public_rendition_is_kept_for_a_year(commune, client):
    image = make_image()
    make_article(commune.folder(commune.women), topic=commune.topic, lead_image=image)
    response = client.get(image.get_rendition("format-webp|fill-360x225").url)
    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    response.close()


def test_api_gives_an_article_with_its_facets(commune, client):
    page = make_article(
        commune.folder(commune.women),
        title="Đường hoa",
        topic=commune.topic,
        summary="Hoa.",
        villages=[commune.village],
    )
    data = client.get(f"/api/v2/pages/{page.pk}/").json()
    assert data["title"] == "Đường hoa"
    assert data["summary"] == "Hoa."
    assert data["villages"] == ["dong-thuong"]
    assert data["body"][0]["value"] == "Cách làm"
    listing = client.get("/api/v2/pages/?type=news.NewsPage&fields=date,summary").json()
    assert listing["meta"]["total_count"] == 1


def test_api_hides_drafts(commune, client):
    page = make_article(commune.folder(commune.women), live=False, topic=commune.topic)
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 404


def test_sitemap_has_live_pages_only(commune, client):
    make_article(commune.folder(commune.women), title="Đường hoa", topic=commune.topic)
    make_article(commune.folder(commune.women), title="Bản nháp", topic=commune.topic, live=False)
    sitemap = client.get("/sitemap.xml").content.decode()
    assert "/tin-tuc/hoi-phu-nu/duong-hoa/" in sitemap
    assert "ban-nhap" not in sitemap


def test_english_frame_and_hreflang(commune, client):
    html = client.get("/en/tin-tuc/").content.decode()
    assert '<html lang="en"' in html
    assert 'hreflang="vi" href="http://testserver/tin-tuc/"' in html
    assert "Villages" in html


@pytest.mark.parametrize(
    ("language", "expected"),
    [("vi", ("05/03/2026", "05/03/2026", "1.234,5")), ("en", ("5 March 2026", "05/03/2026", "1,234.5"))],
)
def test_formats(language, expected):
    day = date(2026, 3, 5)
    with translation.override(language):
        assert (
            formats.date_format(day, "DATE_FORMAT"),
            formats.date_format(day, "SHORT_DATE_FORMAT"),
            formats.number_format(1234.5, 1, force_grouping=True),
        ) == expected


def test_vietnamese_date_input_is_day_first():
    with translation.override("vi"):
        assert formats.get_format("DATE_INPUT_FORMATS")[0] == "%d/%m/%Y"
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.django_db
def test_pickers_of_the_admin_begin_on_monday_and_write_the_day_first(commune):
    folder = commune.folder(commune.women, section="lich")
    form = commune.client("author").get(reverse("wagtailadmin_pages:add", args=["news", "eventpage", folder.pk]))
    assert '"dayOfWeekStart": 1, "format": "d/m/Y H:i"' in form.content.decode()


def test_reserved_addresses_cover_the_urlconf():
    call_command("check")
    assert {"api", "quan-tri", "gop-y", "khao-sat"} <= RESERVED_SLUGS


def test_production_refuses_to_start_without_a_secret(tmp_path):
    command = [sys.executable, "manage.py", "check", "--settings", "portal.settings.production"]
    environment = {"PATH": "/usr/bin:/bin", "DATA_DIR": str(tmp_path)}
    result = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode != 0
    assert "SECRET_KEY is empty" in result.stderr


def test_tree_is_planted_once(commune):
    from wagtail.models import Page

    before = Page.objects.count()
    MenuEntry.objects.filter(address="/hoi-dap/").delete()
    call_command("setup_site")
    assert Page.objects.count() == before
    assert not MenuEntry.objects.filter(address="/hoi-dap/").exists()  # what the committee removed stays away


def test_english_titles_of_sections_are_there(commune, client):
    menu = json.dumps([item["title"] for item in client.get("/en/").context["menus"]["main"]])
    assert menu == json.dumps(
        [
            "News",
            "Models",
            "Good deeds",
            "Campaigns",
            "Villages",
            "Organisations",
            "Calendar",
            "Documents",
            "Answers",
            "About",
        ]
    )


def test_maintenance_is_a_page_with_503_while_it_lasts(commune, client, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    call_command("maintenance", "on")
    rested = Client()  # reads where the file lies
    for path in ("/", "/gop-y/", "/quan-tri/"):
        response = rested.get(path)
        assert (response.status_code, response.headers["Retry-After"]) == (503, "300")
        assert "bảo dưỡng" in response.content.decode()
    assert rested.get("/healthz").status_code == 200
    call_command("maintenance", "off")
    call_command("maintenance", "off")
    assert rested.get("/").status_code == 200
