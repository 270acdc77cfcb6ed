"""Pictures and documents are public while something uses them that the public sees, and no longer."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.management import call_command
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.rich_text import RichText

from approval import services
from approval.services import Shown
from core import public_folder, renditions
from core.models import CustomDocument
from tests.factories import make_article, make_document, make_file, make_image

pytestmark = pytest.mark.django_db

SIZE = "format-webp|fill-360x225"


def address(file):
    return file.url if isinstance(file, CustomDocument) else file.get_rendition(SIZE).url


def in_folder(file):
    return (Path(settings.PUBLIC_ROOT) / address(file).removeprefix("/")).is_file()


def listed(client, file):
    kind = "documents" if isinstance(file, CustomDocument) else "images"
    items = client.get(f"/api/v2/{kind}/?limit=100").json()["items"]
    detail = client.get(f"/api/v2/{kind}/{file.pk}/").status_code
    assert (detail == 200) == (file.pk in [item["id"] for item in items])
    return detail == 200


def is_public(client, file):
    """Whether nobody in particular gets it; page, API and folder have to agree."""
    url = address(file)
    public_folder.repair()
    response = client.get(url)
    assert response.status_code in {200, 404}
    assert (response.status_code == 200) == listed(client, file) == in_folder(file)
    return response.status_code == 200


def body_with(block, *files):
    """A body that uses the picture, the document."""
    picture, paper = files
    pictures = {"image": picture, "caption": ""}
    return {
        "lead picture": [],
        "picture": [("picture", {"image": picture, "caption": "", "credit": ""})],
        "gallery": [("gallery", {"title": "", "pictures": [pictures, pictures]})],
        "video": [("video", {"title": "Phim", "poster": picture, "url": "https://example.org/", "duration": ""})],
        "document": [("document", {"document": paper, "note": ""})],
        "link": [("text", RichText(f'<p><a linktype="document" id="{paper.pk}">Kế hoạch</a></p>'))],
    }[block]


@pytest.mark.parametrize("block", ["picture", "gallery", "video", "document", "link", "lead picture"])
def test_file_is_public_once_a_page_with_it_is_approved(commune, client, block):
    picture, paper = make_image(collection=commune.women.collection), make_file(collection=commune.women.collection)
    file = paper if block in {"document", "link"} else picture
    page = make_article(commune.folder(commune.women), live=False, topic=commune.topic)
    assert not is_public(client, file)

    page.body = body_with(block, picture, paper)
    page.lead_image, page.lead_decorative = (picture if block == "lead picture" else None), True
    revision = page.save_revision(user=commune.users["author"])
    services.submit(page, by=commune.users["author"])
    assert not is_public(client, file)

    services.approve(page, by=commune.users["chair"], shown=Shown.of(revision))
    assert is_public(client, file)


def unpublish(page):
    page.unpublish()


def expire(page):
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    call_command("publish_scheduled")


def delete(page):
    page.delete()


def restrict(page):
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)


def publish_without(page):
    page.body, page.lead_image, page.file = [], None, make_file()
    page.save_revision().publish()


@pytest.mark.parametrize("end", [unpublish, expire, delete, restrict, publish_without])
def test_file_is_gone_with_the_page(commune, client, end):
    picture, paper = make_image(), make_file()
    page = make_document(
        commune.folder(commune.women, section="van-ban"), file=paper, lead_image=picture, topic=commune.topic
    )
    assert is_public(client, picture)
    assert is_public(client, paper)
    end(page)
    assert not is_public(client, picture)
    assert not is_public(client, paper)


def test_document_is_gone_at_the_moment_its_page_expires(commune, client):
    paper = make_file()
    page = make_document(commune.folder(commune.women, section="van-ban"), file=paper)
    assert client.get(paper.url).status_code == 200
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    assert client.get(paper.url).status_code == 404


def test_file_stays_while_another_page_uses_it(commune, client):
    picture = make_image()
    first, second = (
        make_article(commune.folder(unit), lead_image=picture, topic=commune.topic, title=f"Bài {unit}")
        for unit in (commune.women, commune.farmers)
    )
    first.unpublish()
    assert is_public(client, picture)
    second.unpublish()
    assert not is_public(client, picture)


def test_lifting_a_restriction_brings_the_files_back(commune, client):
    picture = make_image()
    page = make_article(commune.folder(commune.women), topic=commune.topic, lead_image=picture)
    restrict(page)
    assert not is_public(client, picture)
    PageViewRestriction.objects.all().delete()
    assert is_public(client, picture)


def test_visitor_who_knows_the_password_of_a_page_sees_what_hangs_on_it(commune, client):
    picture, paper = make_image(), make_file()
    page = make_document(
        commune.folder(commune.women, section="van-ban"), file=paper, lead_image=picture, topic=commune.topic
    )
    other = make_article(commune.folder(commune.farmers), topic=commune.topic, lead_image=make_image())
    for restricted, password in ((page, "sen hồng"), (other, "lúa vàng")):
        PageViewRestriction.objects.create(page=restricted, restriction_type="password", password=password)
    size = picture.get_rendition("width-640|format-webp|webpquality-80")
    for address in (paper.url, size.url):
        assert client.get(address).status_code == 404
    form = client.get(page.url)
    client.post(form.context["action_url"], {"password": "sen hồng", "return_url": page.url})
    assert client.get(page.url).status_code == 200
    for address in (paper.url, size.url):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-store"
    assert not is_public(client, other.lead_image)


def test_password_of_a_page_is_guessed_fifty_times_at_most(commune, client):
    page = make_article(commune.folder(commune.women), topic=commune.topic, title="Chuyện trong nhà")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="sen hồng")
    door = client.get(page.url)
    assert "Chuyện trong nhà" not in door.content.decode()
    words = {"return_url": page.url, "password": "sen trắng"}
    for _guess in range(50):
        wrong = client.post(door.context["action_url"], words)
        assert "Chưa đúng mật khẩu" in wrong.content.decode()
    assert client.post(door.context["action_url"], words | {"password": "sen hồng"}).status_code == 429
    assert "no-store" in client.get(page.url).headers["Cache-Control"]


def test_page_for_members_leads_to_the_sign_in(commune, client):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    restrict(page)
    answer = client.get(page.url, follow=True)
    assert answer.redirect_chain[0][0] == f"/quan-tri/login/?next={page.url}"
    assert answer.status_code == 200


def test_restricted_collection_keeps_its_files(commune, client):
    inner = commune.women.collection.add_child(instance=Collection(name="Nội bộ"))
    picture, paper = make_image(collection=inner), make_file(collection=inner)
    make_document(commune.folder(commune.women, section="van-ban"), file=paper, lead_image=picture)
    CollectionViewRestriction.objects.create(
        collection=commune.women.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert not is_public(client, picture)
    assert not is_public(client, paper)


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        (None, False),
        ("nobody", False),
        ("it", False),
        ("farmer", False),
        ("villager", False),
        ("author", True),
        ("colleague", True),
        ("chair", True),
        ("reader", True),
        ("superuser", True),
    ],
)
def test_unpublished_files_are_for_those_who_work_with_them(commune, client, person, seen):
    files = make_image(collection=commune.women.collection), make_file(collection=commune.women.collection)
    if person:
        client = commune.client(person)
    for file in files:
        response = client.get(address(file))
        assert response.status_code == (200 if seen else 404)
        if seen:
            assert response.headers["Cache-Control"] == "private, no-store"


def test_writer_sees_what_somebody_else_put_into_her_draft(commune):
    """The committee helps with a picture of its own."""
    picture = make_image(collection=commune.committee.collection)
    page = make_article(commune.folder(commune.women), live=False, topic=commune.topic)
    page.lead_image = picture
    page.save_revision(user=commune.users["chair"])
    url = picture.get_rendition("max-165x165").url
    assert commune.client("author").get(url).status_code == 200
    assert commune.client("farmer").get(url).status_code == 404


def test_sizes_of_the_admin_and_the_whole_picture_stay_private(commune, client):
    picture = make_image(collection=commune.women.collection)
    make_article(commune.folder(commune.women), topic=commune.topic, lead_image=picture)
    public_folder.settle()
    for spec in ("original", "max-165x165"):
        url = picture.get_rendition(spec).url
        assert client.get(url).status_code == 404
        assert commune.client("author").get(url).status_code == 200
    assert client.get(picture.file.url).status_code == 404


def test_api_leads_to_the_widest_size_not_to_the_original(commune, client):
    picture = make_image()
    page = make_article(commune.folder(commune.women), topic=commune.topic, lead_image=picture)
    listed, nested = client.get("/api/v2/images/").json()["items"], client.get(f"/api/v2/pages/{page.pk}/").json()
    for meta in (listed[0]["meta"], nested["lead_image"]["meta"]):
        assert "original_images" not in meta["download_url"]
        assert client.get(meta["download_url"]).status_code == 200


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_admin_api_lists_what_one_works_with(commune, kind):
    make = make_image if kind == "images" else make_file
    own, other = make(collection=commune.women.collection), make(collection=commune.farmers.collection)
    client = commune.client("author")
    items = client.get(f"/quan-tri/api/main/{kind}/?limit=100").json()["items"]
    assert [item["id"] for item in items] == [own.pk]
    assert client.get(f"/quan-tri/api/main/{kind}/{other.pk}/").status_code == 404
    assert "original_images" not in str(items)


def test_files_lie_in_the_folder_from_the_commit_on(commune, django_capture_on_commit_callbacks):
    picture = make_image()
    rendition = picture.get_rendition(SIZE)
    with django_capture_on_commit_callbacks(execute=True):
        page = make_article(commune.folder(commune.women), topic=commune.topic, lead_image=picture)
    assert in_folder(picture)
    target = public_folder.path(public_folder.PICTURES, picture.pk, Path(rendition.file.name).name)
    assert target.samefile(rendition.file.path)

    with django_capture_on_commit_callbacks(execute=True):
        later = [picture.get_rendition("format-jpeg|width-960")]
        later += picture.get_renditions("format-jpeg|width-480", "format-webp|width-480").values()
    for rendition in later:
        assert (Path(settings.PUBLIC_ROOT) / rendition.url.removeprefix("/")).exists()

    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert not in_folder(picture)


def test_repair_heals_what_a_crash_left(commune):
    picture, paper = make_image(), make_file()
    make_document(commune.folder(commune.women, section="van-ban"), file=paper, lead_image=picture)
    address(picture)
    public_folder.settle()
    lost = Path(settings.PUBLIC_ROOT) / paper.url.removeprefix("/")
    lost.write_bytes(b"half a fi") if not lost.samefile(paper.file.path) else lost.unlink()
    stray = lost.with_name("thua.pdf")
    stray.write_bytes(b"stray")
    foreign = lost.parent.with_name("999999")
    foreign.mkdir()
    call_command("tidy")
    assert lost.read_bytes() == b"%PDF-1.4"
    assert not stray.exists()
    assert not foreign.exists()
    assert in_folder(picture)


class Bucket(InMemoryStorage):
    """As S3: it knows addresses and no paths."""

    def path(self, name: str) -> str:
        raise NotImplementedError

    def _relative_path(self, name: str) -> str:
        return name


def test_without_a_folder_the_view_decides_and_streams(commune, client, settings, monkeypatch):
    storage = Bucket()
    monkeypatch.setattr(default_storage, "_wrapped", storage)
    settings.PUBLIC_ROOT = None
    picture, paper = make_image(), make_file()
    page = make_document(
        commune.folder(commune.women, section="van-ban"), file=paper, lead_image=picture, topic=commune.topic
    )
    assert b"".join(client.get(paper.url).streaming_content) == b"%PDF-1.4"
    response = client.get(address(picture))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "image/webp")
    page.unpublish()
    assert client.get(paper.url).status_code == client.get(address(picture)).status_code == 404


def test_what_is_public_is_asked_in_one_query_however_many_there_are(commune, django_assert_num_queries):
    for number in range(3):
        make_article(commune.folder(commune.women), topic=commune.topic, lead_image=make_image(), title=f"Bài {number}")
    images = get_image_model().objects.all()
    with django_assert_num_queries(1):
        assert len(public_folder.public_files(images)) == 3


def test_page_whose_sizes_are_made_touches_no_file(commune, client, django_capture_on_commit_callbacks):
    page = make_article(commune.folder(commune.women), topic=commune.topic, lead_image=make_image())
    with django_capture_on_commit_callbacks() as first:
        client.get(page.url)
    with django_capture_on_commit_callbacks() as again:
        client.get(page.url)
    assert first
    assert again == []


def test_public_picture_asks_the_database_nothing(commune, client, django_assert_num_queries):
    picture = make_image()
    make_article(commune.folder(commune.women), topic=commune.topic, lead_image=picture)
    renditions.make_renditions.call(picture.pk)
    public_folder.settle()
    with django_assert_num_queries(0):
        response = client.get(f"/{_first(picture)}")
    assert response.status_code == 200


def _first(picture):
    folder = Path(settings.PUBLIC_ROOT) / public_folder.PICTURES / str(picture.pk)
    return next(folder.iterdir()).relative_to(settings.PUBLIC_ROOT)
