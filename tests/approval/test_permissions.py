"""Every way to publish, tried by everyone: exactly what the design says, nothing else."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.models import NewsPage
from organisations.models import UnitFolderPage
from tests.factories import make_article

pytestmark = pytest.mark.django_db

EVERYBODY = [
    "author",
    "colleague",
    "farmer",
    "villager",
    "chair",
    "deputy",
    "reader",
    "it",
    "nobody",
    "superuser",
]
WRITERS_OF_WOMEN = {"author", "colleague", "chair", "deputy", "superuser"}
PUBLISHERS = {"chair", "deputy", "superuser"}


def form_data(commune, title="Đường hoa Trại Sen", **extra):
    return nested_form_data(
        {
            "title": title,
            "slug": "",
            "summary": "Bốn trăm mét hoa.",
            "lead_image": "",
            "lead_alt": "",
            "lead_caption": "",
            "body": streamfield([("text", rich_text("<p>Hoa mười giờ.</p>"))]),
            "topic": str(commune.topic.pk),
            "campaign": "",
            "date": "21/11/2026 08:30",
            "village_links": {
                "TOTAL_FORMS": 0,
                "INITIAL_FORMS": 0,
                "MIN_NUM_FORMS": 0,
                "MAX_NUM_FORMS": 1000,
            },
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
            "seo_title": "",
            "search_description": "",
            "go_live_at": "",
            "expire_at": "",
            **extra,
        }
    )


@pytest.fixture
def draft(commune):
    """A draft of the women's union with one revision, by `author`."""
    page = make_article(commune.folder(commune.women), live=False, topic=commune.topic, owner=commune.users["author"])
    page.save_revision(user=commune.users["author"])
    return NewsPage.objects.get(pk=page.pk)


def is_live(page):
    return Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("name", EVERYBODY)
def test_publishing_in_the_editor_never_publishes(commune, draft, name):
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    commune.client(name).post(url, form_data(commune, slug=draft.slug, **{"action-publish": "1"}))
    assert not is_live(draft)


@pytest.mark.parametrize("name", EVERYBODY)
def test_publishing_in_the_editor_keeps_the_text_of_those_who_may_write(commune, draft, name):
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    commune.client(name).post(url, form_data(commune, title="Tựa đề mới", slug=draft.slug, **{"action-publish": "1"}))
    kept = Page.objects.get(pk=draft.pk).get_latest_revision_as_object().title == "Tựa đề mới"
    assert kept == (name in WRITERS_OF_WOMEN)


@pytest.mark.parametrize("name", EVERYBODY)
def test_create_and_publish_makes_a_draft_for_writers_of_the_unit_only(commune, name):
    folder = commune.folder(commune.women)
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", folder.pk])
    commune.client(name).post(url, form_data(commune, **{"action-publish": "1"}))
    made = NewsPage.objects.child_of(folder).filter(title="Đường hoa Trại Sen")
    assert made.exists() == (name in WRITERS_OF_WOMEN)
    assert not made.filter(live=True).exists()


@pytest.mark.parametrize("name", EVERYBODY)
def test_copy_of_a_live_page_is_a_draft(commune, name):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    copies = copy(commune, page, name)
    assert copies.exists() == (name in WRITERS_OF_WOMEN)
    assert not copies.filter(live=True).exists()


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("wish", ["publish_copies", "alias"])
def test_copy_cannot_be_published_at_once(commune, name, wish):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    assert not copy(commune, page, name, **{wish: "on"}).filter(live=True).exists()


def copy(commune, page, name, **wishes):
    folder = commune.folder(commune.women)
    data = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": folder.pk, **wishes}
    commune.client(name).post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    return Page.objects.child_of(folder).filter(slug="ban-sao")


@pytest.mark.parametrize("name", EVERYBODY)
def test_bulk_publishing_does_not_exist(commune, draft, name):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={draft.pk}"
    response = commune.client(name).post(url)
    assert response.status_code in {302, 403, 404}
    assert not is_live(draft)


@pytest.mark.parametrize("name", EVERYBODY)
def test_scheduling_does_not_publish_later_either(commune, draft, name):
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    data = form_data(commune, slug=draft.slug, go_live_at="01/01/2030 08:00", **{"action-publish": "1"})
    commune.client(name).post(url, data)
    assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("name", EVERYBODY)
def test_moving_a_live_page_to_another_unit_needs_the_right_to_publish_there(commune, name):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    target = commune.folder(commune.farmers)
    commune.client(name).post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]))
    page = NewsPage.objects.get(pk=page.pk)
    assert page.get_parent().pk == (target.pk if name in PUBLISHERS else commune.folder(commune.women).pk)
    assert page.unit == (commune.farmers if name in PUBLISHERS else commune.women)


@pytest.mark.parametrize("name", EVERYBODY)
def test_unpublishing_is_for_those_who_may_publish(commune, name):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    commune.client(name).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"reason": "Nhầm"})
    assert is_live(page) == (name not in PUBLISHERS)


@pytest.mark.parametrize("name", EVERYBODY)
def test_folders_cannot_be_made_by_hand(commune, name):
    url = reverse("wagtailadmin_pages:add", args=["organisations", "unitfolderpage", commune.section.pk])
    commune.client(name).post(url, {"title": "Của tôi", "slug": "cua-toi", "unit": commune.women.pk})
    assert not UnitFolderPage.objects.filter(slug="cua-toi").exists()
