"""Pages cost the same number of queries with two dozen articles and with six thousand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_article, make_image
from tests.factories_bulk import make_many_articles

pytestmark = pytest.mark.django_db

LIMITS = {
    "/": 24,
    "/tin-tuc/": 14,
    "/tin-tuc/?thon=dong-thuong&chu-de=moi-truong": 14,
    "/tin-tuc/hoi-phu-nu/": 14,
    "/tin-tuc/hoi-phu-nu/duong-hoa/": 14,
}


def count_queries(client, path):
    client.get(path)  # the first visit fills what a process keeps
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("number", [24, 6000])
def test_queries_do_not_grow_with_the_articles(commune, client, number):
    image = make_image()
    folder = commune.folder(commune.women)
    pictures = ("picture", {"image": image, "caption": "Đường hoa"})
    make_article(
        folder,
        title="Đường hoa",
        topic=commune.topic,
        lead_image=image,
        villages=[commune.village],
        body=[pictures] * 3,
    )
    make_many_articles(commune.folder(commune.women), number, topic=commune.topic, village=commune.village, image=image)
    counts = {path: count_queries(client, path) for path in LIMITS}
    assert all(counts[path] <= limit for path, limit in LIMITS.items()), counts
