"""What an approved page shows is replaced, renamed and deleted by nobody alone."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text import RichText

from approval import replacing, services
from approval.services import Shown
from core.models import CustomDocument
from core.swapping import swap
from tests.factories import make_article, make_document, make_file, make_image, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(commune):
    return make_file("Kế hoạch", collection=commune.women.collection)


@pytest.fixture
def picture(commune):
    return make_image("Đường hoa", collection=commune.women.collection)


@pytest.fixture
def page(commune, paper, picture):
    """An approved article of the women's union with a document and a picture."""
    return make_article(
        commune.folder(commune.women),
        topic=commune.topic,
        lead_image=picture,
        lead_alt="Đường hoa",
        body=[
            ("document", {"document": paper, "note": ""}),
            ("text", RichText(f'<p>Xem <a linktype="document" id="{paper.pk}">kế hoạch</a>.</p>')),
        ],
    )


def upload(content=b"%PDF-1.7 new", name="moi.pdf"):
    return SimpleUploadedFile(name, content, "application/pdf")


def edit_data(file, /, **data):
    return {"title": file.title, "collection": file.collection_id, "tags": "", **data}


def text(response):
    return response.content.decode()


def content(file):
    with type(file).objects.get(pk=file.pk).file.open("rb") as opened:
        return opened.read()


def edit_urls(file):
    kind = "document" if isinstance(file, CustomDocument) else "image"
    return reverse(f"wagtail{kind}s:edit".replace("documents", "docs"), args=[file.pk]), reverse(
        f"approval:replace_{kind}", args=[file.pk]
    )


@pytest.mark.parametrize("person", ["author", "colleague", "chair", "superuser"])
def test_nobody_alone_changes_what_an_approved_page_shows(commune, page, paper, picture, person):
    client = commune.client(person)
    for file, upload_ in ((paper, upload()), (picture, upload(picture_bytes(), "moi.jpg"))):
        edit, replace = edit_urls(file)
        before = content(file)
        for data in (edit_data(file, file=upload_), edit_data(file, title="Tên khác")):
            response = client.post(edit, data, follow=True)
            assert response.redirect_chain == [(replace, 302)]
            assert "không một mình ai sửa được" in text(response)
        file.refresh_from_db()
        assert (file.title, content(file)) == ("Kế hoạch" if file == paper else "Đường hoa", before)


def test_nobody_alone_deletes_what_an_approved_page_shows(commune, page, paper, picture):
    client = commune.client("chair")
    for file, kind, bulk in ((paper, "docs", "customdocument"), (picture, "images", "customimage")):
        name = "image" if kind == "images" else "doc"
        response = client.post(reverse(f"wagtail{kind}:delete", args=[file.pk]), follow=True)
        assert "chưa xóa được" in text(response)
        assert client.post(reverse(f"wagtail{kind}:delete_multiple", args=[file.pk])).status_code in {302, 403}
        edit = reverse(f"wagtail{kind}:edit_multiple", args=[file.pk])
        assert client.post(edit, {f"{name}-{file.pk}-title": "Khác"}).status_code in {302, 403}
        for action, data in (
            ("delete", {}),
            ("add_tags", {"tags": "lạ"}),
            ("add_to_collection", {"collection": commune.farmers.collection_id}),
        ):
            client.post(f"/quan-tri/bulk/core/{bulk}/{action}/?id={file.pk}", data)
        file.refresh_from_db()
        assert file.collection_id == commune.women.collection_id
        assert not file.tags.exists()


def test_bulk_deletion_says_what_is_in_use(commune, page, paper):
    response = commune.client("chair").get(f"/quan-tri/bulk/core/customdocument/delete/?id={paper.pk}")
    assert "đang được dùng" in text(response)


def test_what_waits_for_approval_is_not_changed_underneath_its_reader(commune, paper):
    draft = make_article(commune.folder(commune.women), live=False, topic=commune.topic)
    draft.body = [("document", {"document": paper, "note": ""})]
    draft.save_revision(user=commune.users["author"])
    edit, replace = edit_urls(paper)
    client = commune.client("author")
    assert client.get(edit).status_code == 200  # while nobody reads it, a draft's file is the author's
    services.submit(draft, by=commune.users["author"])
    assert client.get(edit).status_code == 302

    shown = Shown.of(draft.get_latest_revision())
    client.post(replace, {"title": paper.title, "file": upload()})
    with pytest.raises(services.ApprovalRefused, match="sửa"):
        services.approve(Page.objects.get(pk=draft.pk).specific, by=commune.users["chair"], shown=shown)


def test_file_that_was_changed_while_the_page_was_taken_back_is_read_again(commune, paper):
    """Submitted, read, taken back, the file changed, submitted again: the same revision, another file."""
    draft = make_article(commune.folder(commune.women), live=False, topic=commune.topic)
    draft.body = [("document", {"document": paper, "note": ""})]
    draft.save_revision(user=commune.users["author"])
    services.submit(draft, by=commune.users["author"])
    chair = commune.client("chair")
    html = text(chair.get(reverse("approval:review", args=[draft.pk])))
    read = dict(re.findall(r'name="(revision|saved_at|attachments)" value="([^"]+)"', html))

    draft.current_workflow_state.cancel(user=commune.users["author"])
    author = commune.client("author")
    author.post(edit_urls(paper)[0], edit_data(paper, file=upload()))
    assert content(paper) == b"%PDF-1.7 new"
    services.submit(Page.objects.get(pk=draft.pk).specific, by=commune.users["author"])
    assert chair.post(reverse("approval:approve", args=[draft.pk]), read).status_code == 409
    draft.refresh_from_db()
    assert not draft.live

    html = text(chair.get(reverse("approval:review", args=[draft.pk])))
    read = dict(re.findall(r'name="(revision|saved_at|attachments)" value="([^"]+)"', html))
    chair.post(reverse("approval:approve", args=[draft.pk]), read)
    draft.refresh_from_db()
    assert draft.live


def test_what_a_draft_uses_is_not_deleted(commune, paper):
    draft = make_article(commune.folder(commune.women), live=False, topic=commune.topic)
    draft.body = [("document", {"document": paper, "note": ""})]
    draft.save_revision(user=commune.users["author"])
    response = commune.client("colleague").post(reverse("wagtaildocs:delete", args=[paper.pk]), follow=True)
    assert "chưa xóa được" in text(response)
    assert draft.title in text(response)
    draft.body = []
    draft.save_revision(user=commune.users["author"])
    commune.client("colleague").post(reverse("wagtaildocs:delete", args=[paper.pk]))
    assert not CustomDocument.objects.filter(pk=paper.pk).exists()


def test_new_document_takes_the_place_of_the_old_one_by_approval(commune, client, page, paper):
    old_url = paper.url
    response = commune.client("author").post(
        edit_urls(paper)[1], {"title": "Kế hoạch mới", "file": upload()}, follow=True
    )
    assert page.title in text(response)
    assert "Đã gửi duyệt" in text(response)
    assert "còn những chỗ sửa khác" not in text(response)
    new = CustomDocument.objects.latest("pk")
    assert (new.title, new.collection_id, new.uploaded_by_user) == (
        "Kế hoạch mới",
        paper.collection_id,
        commune.users["author"],
    )
    assert client.get(old_url).status_code == 200
    assert client.get(new.url).status_code == 404

    page.refresh_from_db()
    revision = page.get_latest_revision()
    services.approve(page, by=commune.users["chair"], shown=Shown.of(revision))
    html = text(client.get(page.url))
    assert html.count(new.url) == 2
    assert old_url not in html
    assert client.get(old_url).status_code == 404
    assert b"".join(client.get(new.url).streaming_content) == b"%PDF-1.7 new"
    commune.client("author").post(reverse("wagtaildocs:delete", args=[paper.pk]))
    assert not CustomDocument.objects.filter(pk=paper.pk).exists()


def test_new_picture_takes_the_place_of_the_old_one_by_approval(commune, page, picture):
    data = {"title": "Đường hoa mùa xuân", "description": "", "credit": "", "file": upload(picture_bytes(), "xuan.jpg")}
    commune.client("author").post(edit_urls(picture)[1], data)
    new = get_image_model().objects.latest("pk")
    page.refresh_from_db()
    assert page.lead_image == picture
    assert page.get_latest_revision_as_object().lead_image == new


def test_a_name_alone_is_changed_by_approval_too(commune, page, paper):
    commune.client("author").post(edit_urls(paper)[1], {"title": "Kế hoạch năm 2026"})
    new = CustomDocument.objects.latest("pk")
    assert (new.title, content(new)) == ("Kế hoạch năm 2026", content(paper))
    assert new.file.name != paper.file.name


def test_nothing_different_is_told(commune, page, paper):
    response = commune.client("author").post(edit_urls(paper)[1], {"title": paper.title})
    assert response.status_code == 422
    assert "Chưa có gì khác" in text(response)
    assert CustomDocument.objects.count() == 1


def test_pages_of_others_are_named_with_whom_to_ask(commune, page, paper):
    other = make_article(
        commune.folder(commune.farmers), topic=commune.topic, title="Nhà nông làm theo", body=page.body
    )
    hidden = make_article(commune.folder(commune.farmers), live=False, topic=commune.topic, title="Chuyện chưa kể")
    hidden.body = page.body
    hidden.save_revision(user=commune.users["farmer"])
    client = commune.client("author")
    screen = text(client.get(edit_urls(paper)[1]))
    assert other.title in screen
    assert f"nhờ {commune.farmers}" in screen.replace("Nhờ", "nhờ")
    assert "Chuyện chưa kể" not in screen
    client.post(edit_urls(paper)[1], {"title": paper.title, "file": upload()})
    assert not other.revisions.exists()
    assert hidden.revisions.count() == 1


def test_other_changes_of_the_draft_go_along_and_are_told(commune, page, paper):
    page.title = "Tên mới của bài"
    page.save_revision(user=commune.users["colleague"])
    response = commune.client("author").post(edit_urls(paper)[1], {"title": paper.title, "file": upload()}, follow=True)
    assert "còn những chỗ sửa khác" in text(response)
    draft = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert draft.title == "Tên mới của bài"
    assert draft.body[0].value["document"] == CustomDocument.objects.latest("pk")


def test_draft_that_is_not_ready_has_the_new_file_and_its_author_is_told(commune, paper):
    page = make_document(commune.folder(commune.women, section="van-ban"), file=paper, topic=commune.topic)
    page.issuer = None
    page.save_revision(user=commune.users["author"], clean=False)
    response = commune.client("author").post(edit_urls(paper)[1], {"title": paper.title, "file": upload()}, follow=True)
    assert "chưa gửi duyệt được" in text(response)
    page.refresh_from_db()
    assert page.current_workflow_state is None
    assert page.get_latest_revision_as_object().file == CustomDocument.objects.latest("pk")


@pytest.mark.parametrize(
    ("person", "may"), [("author", True), ("chair", True), ("farmer", False), ("villager", False), ("reader", False)]
)
def test_who_may_replace(commune, page, paper, person, may):
    assert (commune.client(person).get(edit_urls(paper)[1]).status_code == 200) == may


def test_use_is_listed_for_whoever_may_replace(commune, page, paper, picture):
    client = commune.client("author")
    for name, file in (("wagtaildocs:document_usage", paper), ("wagtailimages:image_usage", picture)):
        assert page.title in text(client.get(reverse(name, args=[file.pk])))


@pytest.mark.parametrize(
    "block",
    [
        ("picture", {"image": "old", "caption": "Chú thích", "credit": ""}),
        ("gallery", {"title": "", "pictures": [{"image": "other", "caption": ""}, {"image": "old", "caption": ""}]}),
        ("video", {"title": "Phim", "poster": "old", "url": "https://example.org/", "duration": ""}),
    ],
)
def test_swap_reaches_every_block(commune, block):
    old, other, new = make_image("cũ"), make_image("khác"), make_image("mới")
    for image in (old, other):
        image.contextual_alt_text, image.decorative = f"tả {image}", False

    def filled(value):
        if isinstance(value, dict):
            return {name: filled(item) for name, item in value.items()}
        if isinstance(value, list):
            return [filled(item) for item in value]
        return {"old": old, "other": other}.get(value, value)

    page = make_article(
        commune.folder(commune.women), topic=commune.topic, body=[(block[0], filled(block[1])), ("heading", "Cuối")]
    )
    swap(page, old, new)
    page.save()
    assert {use.page for use in replacing.uses_of(new, commune.users["author"])} == {page}
    assert not replacing.uses_of(old, commune.users["author"])
    assert bool(replacing.uses_of(other, commune.users["author"])) == (block[0] == "gallery")
    assert page.body[1].value == "Cuối"
    assert "tả cũ" in str(page.body.get_prep_value()) or block[0] == "video"


def test_swap_leaves_what_only_looks_alike(commune):
    """A page with the number of the document, and another document."""
    old, other, new = make_file(), make_file(), make_file()
    html = (
        f'<p><a linktype="page" id="{old.pk}">trang</a> <a id="{old.pk}" linktype="document">cũ</a> '
        f'<a linktype="document" id="{other.pk}">khác</a> id="{old.pk}"</p>'
    )
    page = make_article(commune.folder(commune.women), topic=commune.topic, body=[("text", RichText(html))])
    swap(page, old, new)
    assert page.body[0].value.source == html.replace(f'<a id="{old.pk}"', f'<a id="{new.pk}"')


def test_picture_bytes_are_no_document(commune, page, paper):
    data = {"title": "Khác", "file": SimpleUploadedFile("gia.pdf", BytesIO(picture_bytes()).getvalue())}
    assert commune.client("author").post(edit_urls(paper)[1], data).status_code == 422
