"""The site's address is PUBLIC_URL, else the one under which it is asked; never the machine's."""

import re

import pytest

from core import addresses

pytestmark = pytest.mark.usefixtures("commune")
ASKED = {"HTTP_HOST": "127.0.0.1:8123"}


def locations(text: str) -> set[str]:
    """The beginnings of every full address in `text` that leads to this site."""
    found = re.findall(r"https?://[^/\s\"<]+", text)
    return {address for address in found if "sitemaps.org" not in address and "w3.org" not in address}


@pytest.mark.parametrize(
    "path", ["/sitemap.xml", "/robots.txt", "/api/v2/pages/", "/rss/", "/api/v2/pages/find/?html_path=/"]
)
@pytest.mark.parametrize(
    ("public_url", "address"), [("https://xa.example.vn", "https://xa.example.vn"), ("", "http://127.0.0.1:8123")]
)
def test_every_full_address_is_the_sites_own(client, settings, path, public_url, address):
    settings.PUBLIC_URL = public_url
    response = client.get(path, **ASKED)
    found = locations(response.headers.get("Location", "") + response.content.decode())
    assert found == {address}


def test_detail_of_a_page_leads_to_its_parent_by_the_sites_own_address(client, commune, settings):
    settings.PUBLIC_URL = "https://xa.example.vn"
    response = client.get(f"/api/v2/pages/{commune.folder(commune.women).pk}/", **ASKED)
    assert locations(response.content.decode()) == {"https://xa.example.vn"}


def test_canonical_address_is_the_public_one(client, settings):
    settings.PUBLIC_URL = "https://xa.example.vn"
    assert '<link rel="canonical" href="https://xa.example.vn/"' in client.get("/", **ASKED).content.decode()


def test_outside_a_request_it_is_the_public_one(settings):
    settings.PUBLIC_URL = "https://xa.example.vn"
    assert addresses.absolute("/gop-y/") == "https://xa.example.vn/gop-y/"
    assert addresses.absolute("https://zalo.me/x") == "https://zalo.me/x"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probe_knows_the_machine_only(client, settings, path):
    settings.ALLOWED_HOSTS = ["xa.example.vn"]
    assert client.get(path, **ASKED).status_code == 200
    assert client.get("/gop-y/", **ASKED).status_code == 400


def test_other_name_is_refused_in_one_line(client, settings, caplog):
    settings.ALLOWED_HOSTS = ["xa.example.vn"]
    client.get("/gop-y/", **ASKED)
    records = [record for record in caplog.records if record.name == "django.security.DisallowedHost"]
    assert records
    assert all(record.exc_info is None for record in records)
