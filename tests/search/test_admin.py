"""Officers find in the admin as people do on the site: without tone marks, whatever they type."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.documents import get_document_model

from accounts.models import User
from search.models import Unfound
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db
ODD = ["'", '"', "*", "(", "AND", "a:b", "\\", "%", "đ"]


@pytest.fixture
def found(commune):
    """What the chair reads on a screen."""
    client = commune.client("chair")

    def read(path, typed, **more):
        response = client.get(path, {"q": typed, **more})
        assert response.status_code == 200, (path, typed)
        return response.content.decode()

    return read


@pytest.mark.parametrize(
    "typed", ["dem hoi o dong thuong", "Đêm hội", "ĐÊM", "đem hoi", "ddeem hooij", "d9e6m ho65i", '"Đêm hội"', "den ho"]
)
def test_page_is_found_without_marks(commune, found, typed):
    make_article(commune.folder(commune.women), title="Đêm hội ở Đông Thượng", topic=commune.topic)
    make_article(commune.folder(commune.women), title="Ruộng sạch", topic=commune.topic)
    call_command("update_index", verbosity=0)  # by itself it follows a commit, and a test has none
    is_there = typed != "den ho"
    for path, more in (
        ("/quan-tri/pages/search/", {}),
        ("/quan-tri/choose-page/search/", {"page_type": "wagtailcore.page"}),
    ):
        text = found(path, typed, **more)
        assert ("Đêm hội ở Đông Thượng" in text) == is_there, path
        assert "Ruộng sạch" not in text


def test_pictures_and_documents_are_found_without_marks(commune, found):
    make_image(title="Đường hoa thôn Đông Thượng")
    get_document_model().objects.create(title="Kế hoạch giám sát", file="ke-hoach.pdf")
    call_command("update_index", verbosity=0)
    assert "Đường hoa thôn" in found("/quan-tri/images/", "duong hoa")
    assert "Đường hoa thôn" in found("/quan-tri/images/chooser/results/", "duong ho")
    assert "Kế hoạch giám sát" in found("/quan-tri/documents/", "ke hoach giam")
    assert "Kế hoạch giám sát" in found("/quan-tri/documents/chooser/results/", "giam sat")


def test_people_units_and_villages_are_found_without_marks(commune):
    User.objects.create_user("hoa", first_name="Thị Hòa", last_name="Đặng", email="hoa@example.vn")
    client = Client()
    client.force_login(User.objects.create_superuser("root"))
    for path, typed, words in (
        ("/quan-tri/users/", "dang thi hoa", "Thị Hòa"),
        ("/quan-tri/snippets/organisations/village/", "dong thuong", "Thôn Đông Thượng"),
        ("/quan-tri/snippets/organisations/unit/", "lien hiep phu nu", "Phụ nữ"),
    ):
        text = client.get(path, {"q": typed}).content.decode()
        assert words in text, path
        assert words not in client.get(path, {"q": "khong co ai"}).content.decode()


@pytest.mark.parametrize("typed", ODD)
def test_no_box_breaks_on_odd_signs(found, typed):
    for path in ("/quan-tri/pages/search/", "/quan-tri/images/", "/quan-tri/documents/"):
        found(path, typed)


def test_nobody_adds_to_what_was_sought_in_vain(commune):
    """Added by a superuser it was 500: there is no day on which it was sought."""
    client = commune.client("superuser")
    address = "/quan-tri/snippets/search/unfound/"
    assert "unfound/add/" not in client.get(address).content.decode()
    assert client.post(f"{address}add/", {"words": "lich cat dien", "times": "3"}).status_code == 403
    assert not Unfound.objects.exists()
