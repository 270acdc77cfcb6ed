import re
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/tin-tuc/",
        "/to-chuc/",
        "/thon/",
        "/phong-trao/",
        "/gioi-thieu/",
        "/en/",
        "/en/tin-tuc/",
        "/tin-tuc/hoi-phu-nu/",
        "/healthz",
        "/readyz",
        "/robots.txt",
        "/sitemap.xml",
        "/rss/",
        "/rss/hoi-phu-nu/",
        "/api/v2/pages/",
        "/api/v2/images/",
        "/api/v2/documents/",
    ],
)
def test_address_answers(commune, client, path):
    assert client.get(path).status_code == 200


INCLUDES = re.compile(r"""{% (?:include|extends) ["']([^"']+)""")


def included(name: str, templates: Path) -> set[str]:
    """The template `name` and all that it includes or extends."""
    inside = {used for used in INCLUDES.findall((templates / name).read_text()) if (templates / used).exists()}
    return {name}.union(*(included(used, templates) for used in inside))


def test_styleguide_shows_every_component():
    templates = Path(settings.BASE_DIR, "templates")
    components = {f"components/{path.name}" for path in templates.glob("components/*.html")}
    assert components <= included("styleguide.html", templates)
