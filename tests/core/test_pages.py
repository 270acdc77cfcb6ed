import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from core.models.pages import RESERVED_SLUGS
from home.models import StandardPage
from tests.approval.test_permissions import form_data
from tests.factories import make_article

YEAR_AGO = timezone.now() - timezone.timedelta(days=365)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_page_may_not_take_an_address_of_the_system(commune, slug):
    with pytest.raises(ValidationError, match="dành cho hệ thống"):
        commune.home.add_child(instance=StandardPage(title="Trang", slug=slug))


def test_page_titled_like_a_system_address_gets_another_one(commune):
    page = commune.home.add_child(instance=StandardPage(title="API"))
    assert page.slug == "api-2"


def test_title_of_two_hundred_characters_is_kept_whole_with_a_short_address(commune, client):
    title = ("Hội viên phụ nữ thôn Trại Sen cùng nhau trồng hoa dọc con đường làng " * 4)[:200].strip()
    page = make_article(commune.folder(commune.women), title=title, topic=commune.topic)
    assert len(page.slug) <= 80
    assert title in client.get(page.url).content.decode()


def test_copy_to_a_reserved_address_gets_a_sentence(commune):
    page = commune.home.add_child(instance=StandardPage(title="Giới thiệu thêm"))
    data = {"new_title": "API", "new_slug": "api", "new_parent_page": commune.home.pk}
    response = commune.client("chair").post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data, follow=True)
    assert response.status_code == 200
    assert "dành cho hệ thống" in response.content.decode()


def test_copy_gets_an_address_of_its_own_and_today_s_date(commune):
    page = make_article(commune.folder(commune.women), topic=commune.topic, title="Ngày hội", date=YEAR_AGO)
    chair = commune.client("chair")
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert 'name="new_slug" value' not in chair.get(address).content.decode()
    for title, slug in (
        ("Ngày hội", "ngay-hoi-1"),
        ("Ngày hội", "ngay-hoi-2"),
        ("Gặp mặt", "gap-mat"),
        ("API", "api-2"),
    ):
        values = {"new_title": title, "new_slug": "", "new_parent_page": page.get_parent().pk}
        assert chair.post(address, values).status_code == 302
        copy = type(page).objects.get(slug=slug)
        assert copy.get_latest_revision_as_object().date.date() == timezone.localdate()
    page.refresh_from_db()
    assert page.date == YEAR_AGO


def test_picture_without_words_may_be_drafted_but_not_submitted(commune):
    from tests.factories import make_image

    image = make_image(collection=commune.women.collection)
    folder = commune.folder(commune.women)
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", folder.pk])
    data = form_data(commune, lead_image=str(image.pk))
    response = commune.client("author").post(url, {**data, "action-submit": "1"})
    assert response.status_code == 200
    assert "người không nhìn được ảnh" in response.content.decode()
    assert commune.client("author").post(url, data).status_code == 302


def test_second_officer_in_one_draft_overwrites_nothing(commune):
    """Autosave of an old version is refused; both texts stay in the history."""
    page = make_article(commune.folder(commune.women), topic=commune.topic, live=False)
    first = page.save_revision(user=commune.users["author"])
    page.title = "Bản của đồng nghiệp"
    page.save_revision(user=commune.users["colleague"])
    data = form_data(commune, title="Bản của tôi", slug=page.slug, loaded_revision_id=str(first.pk))
    response = commune.client("author").post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), data, headers={"accept": "application/json"}
    )
    assert response.json()["success"] is False
    assert page.get_latest_revision_as_object().title == "Bản của đồng nghiệp"


def test_copied_page_belongs_to_the_unit_whose_folder_it_comes_into(commune):
    """The live row and the draft, from the first moment on."""
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    page.save_revision(user=commune.users["author"])
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    values = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": commune.folder(commune.farmers).pk}
    assert commune.client("chair").post(address, values).status_code == 302
    copy = type(page).objects.get(slug="ban-sao")
    assert copy.unit == commune.farmers
    assert copy.get_latest_revision().content["unit"] == commune.farmers.pk
    assert copy.get_latest_revision_as_object().unit == commune.farmers


@pytest.mark.parametrize("person", ["chair", "deputy", "superuser"])
@pytest.mark.parametrize("place", ["section", "folder"])
def test_what_holds_other_pages_is_not_deleted_with_all_of_them(commune, person, place):
    folder = commune.folder(commune.women)
    page = make_article(folder, topic=commune.topic)
    held = {"section": commune.section, "folder": folder}[place]
    client = commune.client(person)
    client.post(reverse("wagtailadmin_pages:delete", args=[held.pk]), {"wagtail_site_name": "Mặt trận số"})
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{bulk}?id={held.pk}", {"wagtail_site_name": "Mặt trận số"})
    assert Page.objects.filter(pk__in=[held.pk, page.pk]).count() == 2
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()
    client.post(reverse("wagtailadmin_pages:delete", args=[folder.pk]))
    assert Page.objects.filter(pk=folder.pk).exists()  # nobody makes a folder by hand, nor deletes it
