import pytest

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
