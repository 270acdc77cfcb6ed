"""Draft, submitted, approved or returned: by two people, on the newest version."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from approval import selectors, services
from approval.models import SecondPersonTask
from approval.services import ApprovalRefused, Shown
from news.models import NewsPage
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(commune):
    """A draft of the women's union, written and submitted by `author`."""
    page = make_article(commune.folder(commune.women), live=False, topic=commune.topic, owner=commune.users["author"])
    page.save_revision(user=commune.users["author"])
    services.submit(page, by=commune.users["author"])
    return NewsPage.objects.get(pk=page.pk)


def shown(page):
    return Shown.of(Page.objects.get(pk=page.pk).get_latest_revision())


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def hidden_fields(response):
    html = response.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]+)"', html)[1] for name in ("revision", "saved_at")}


APPROVERS = {"chair": True, "deputy": True, "superuser": True}


@pytest.mark.parametrize(
    "name",
    ["author", "colleague", "farmer", "villager", "reader", "it", "nobody", "chair", "deputy", "superuser"],
)
def test_approval_is_for_publishers_who_did_not_write(commune, submitted, name):
    client = commune.client(name)
    response = client.get(reverse("approval:review", args=[submitted.pk]))
    fields = (
        hidden_fields(response)
        if name in APPROVERS
        else {
            "revision": shown(submitted).revision_id,
            "saved_at": shown(submitted).saved_at.strftime("%Y-%m-%dT%H:%M:%S.%f%z"),
        }
    )
    client.post(reverse("approval:approve", args=[submitted.pk]), fields)
    assert is_live(submitted) == (name in APPROVERS)


@pytest.mark.parametrize("name", ["chair", "superuser"])
def test_approval_refuses_whoever_wrote_on_the_text(commune, submitted, name):
    submitted.save_revision(user=commune.users[name])
    with pytest.raises(ApprovalRefused, match="người khác"):
        services.approve(submitted, by=commune.users[name], shown=shown(submitted))
    assert not is_live(submitted)


def test_approval_refuses_a_text_changed_meanwhile(commune, submitted):
    read = shown(submitted)
    submitted.save_revision(user=commune.users["author"])
    with pytest.raises(ApprovalRefused):
        services.approve(submitted, by=commune.users["chair"], shown=read)
    assert not is_live(submitted)


def test_approval_refuses_a_text_overwritten_in_place_by_autosave(commune, submitted):
    read = shown(submitted)
    submitted.title = "Tựa đề khác"
    submitted.save_revision(user=commune.users["author"], overwrite_revision=submitted.get_latest_revision())
    assert shown(submitted).revision_id == read.revision_id
    with pytest.raises(ApprovalRefused):
        services.approve(submitted, by=commune.users["chair"], shown=read)
    assert not is_live(submitted)


def test_changed_meanwhile_is_said_on_the_screen_and_the_reason_is_kept(commune, submitted):
    client = commune.client("chair")
    fields = hidden_fields(client.get(reverse("approval:review", args=[submitted.pk])))
    submitted.save_revision(user=commune.users["author"])
    response = client.post(
        reverse("approval:send_back", args=[submitted.pk]), {**fields, "reason": "Xin thêm ngày tổ chức."}
    )
    assert response.status_code == 409
    assert "Bài này vừa được sửa" in response.content.decode()
    assert "Xin thêm ngày tổ chức." in response.content.decode()


def test_author_may_correct_while_it_waits_and_the_newest_is_published(commune, submitted):
    submitted.title = "Tựa đề đã sửa"
    submitted.save_revision(user=commune.users["author"])
    services.approve(submitted, by=commune.users["chair"], shown=shown(submitted))
    assert Page.objects.get(pk=submitted.pk).title == "Tựa đề đã sửa"


def test_return_needs_a_reason(commune, submitted):
    with pytest.raises(ApprovalRefused):
        services.send_back(submitted, by=commune.users["chair"], reason="  ", shown=shown(submitted))
    assert selectors.current_task(Page.objects.get(pk=submitted.pk).specific)


def test_returned_text_comes_back_with_its_reason_and_may_be_sent_again(commune, submitted):
    services.send_back(submitted, by=commune.users["chair"], reason="Xin thêm ảnh.", shown=shown(submitted))
    author = commune.users["author"]
    assert [state.comment for state in selectors.returned_to(author)] == ["Xin thêm ảnh."]
    response = commune.client("author").get(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    assert "Xin thêm ảnh." in response.content.decode()
    page = NewsPage.objects.get(pk=submitted.pk)
    services.submit(page, by=author)
    assert selectors.returned_to(author) == []
    services.approve(NewsPage.objects.get(pk=page.pk), by=commune.users["chair"], shown=shown(page))
    assert is_live(page)


def test_second_of_two_approvers_is_told_what_the_first_did(commune, submitted):
    read = shown(submitted)
    services.approve(submitted, by=commune.users["chair"], shown=read)
    with pytest.raises(ApprovalRefused, match="chair"):
        services.approve(NewsPage.objects.get(pk=submitted.pk), by=commune.users["deputy"], shown=read)


def test_approved_text_may_not_be_published_again_by_its_author_after_a_change(commune, submitted):
    services.approve(submitted, by=commune.users["chair"], shown=shown(submitted))
    page = NewsPage.objects.get(pk=submitted.pk)
    page.title = "Lén sửa"
    page.save_revision(user=commune.users["chair"])
    assert not page.permissions_for_user(commune.users["chair"]).can_publish()
    assert page.permissions_for_user(commune.users["deputy"]).can_publish()


def test_publishing_alone_is_refused_unless_the_commune_allows_it(commune, submitted):
    chair = commune.users["chair"]
    submitted.save_revision(user=chair)
    with pytest.raises(ApprovalRefused):
        services.publish_alone(submitted, by=chair, reason="Chỉ có một người.", shown=shown(submitted))
    SecondPersonTask.objects.update(allow_alone=True)
    services.publish_alone(submitted, by=chair, reason="Chỉ có một người.", shown=shown(submitted))
    assert is_live(submitted)
    entry = PageLogEntry.objects.get(action="approval.publish_alone")
    assert (entry.user, entry.data["reason"]) == (chair, "Chỉ có một người.")
    assert "Chỉ có một người." in commune.client("deputy").get(reverse("approval:queue")).content.decode()


def test_publishing_alone_needs_a_reason_and_the_right_to_publish(commune, submitted):
    SecondPersonTask.objects.update(allow_alone=True)
    with pytest.raises(ApprovalRefused):
        services.publish_alone(submitted, by=commune.users["chair"], reason="", shown=shown(submitted))
    with pytest.raises(ApprovalRefused):
        services.publish_alone(submitted, by=commune.users["author"], reason="Tôi muốn.", shown=shown(submitted))
    assert not is_live(submitted)


@pytest.mark.parametrize(("name", "led"), [("chair", True), ("author", False)])
def test_editor_leads_those_who_decide_to_the_review(commune, submitted, name, led):
    shown = commune.client(name).get(reverse("wagtailadmin_pages:edit", args=[submitted.pk])).content.decode()
    assert ("Trang này đang chờ duyệt." in shown) == led


def test_reading_for_approval_makes_no_revision(commune, submitted):
    before = submitted.revisions.count()
    client = commune.client("chair")
    assert client.get(reverse("approval:review", args=[submitted.pk])).status_code == 200
    preview = client.get(reverse("approval:preview", args=[submitted.pk]))
    assert "Ba thùng, ba màu." in preview.content.decode()
    assert submitted.revisions.count() == before


@pytest.mark.parametrize(("name", "sees"), [("chair", True), ("reader", True), ("author", False), ("it", False)])
def test_waiting_text_is_on_the_start_page_of_those_who_decide_or_lead(commune, submitted, name, sees):
    html = commune.client(name).get(reverse("wagtailadmin_home")).content.decode()
    assert (reverse("approval:review", args=[submitted.pk]) in html) == sees


@pytest.mark.parametrize(("name", "status"), [("reader", 200), ("chair", 200), ("author", 302), ("nobody", 302)])
def test_queue_is_read_by_committee_and_leaders(commune, submitted, name, status):
    assert commune.client(name).get(reverse("approval:queue")).status_code == status


def test_stock_workflow_actions_are_withheld(commune, submitted):
    state = submitted.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk])
    commune.client("chair").post(url, {"comment": ""})
    commune.client("superuser").post(url, {"comment": ""})
    assert not is_live(submitted)


def test_translation_by_two_people_only(commune, submitted):
    """A translated page is a draft; the translation screens publish for nobody."""
    from wagtail.models import Locale

    services.approve(submitted, by=commune.users["chair"], shown=shown(submitted))
    source = NewsPage.objects.get(pk=submitted.pk)
    client = commune.client("deputy")
    english = Locale.objects.get(language_code="en")
    client.post(
        reverse("wagtail_localize:submit_page_translation", args=[source.pk]),
        {"locales": [english.pk], "include_subtree": ""},
    )
    translation = NewsPage.objects.get(locale=english)
    assert not translation.live
    for name in ("author", "chair", "deputy", "superuser"):
        commune.client(name).post(reverse("wagtailadmin_pages:edit", args=[translation.pk]), {"action": "publish"})
        commune.client(name).post(reverse("wagtail_localize:convert_to_alias", args=[translation.pk]))
    assert not is_live(translation)


def test_update_of_translations_cannot_publish(commune, submitted):
    from wagtail.models import Locale
    from wagtail_localize.models import Translation, TranslationSource

    services.approve(submitted, by=commune.users["chair"], shown=shown(submitted))
    source, _new = TranslationSource.get_or_create_from_instance(NewsPage.objects.get(pk=submitted.pk))
    english = Locale.objects.get(language_code="en")
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(user=commune.users["author"], publish=False)
    client = commune.client("deputy")
    response = client.post(
        reverse("wagtail_localize:update_translations", args=[source.pk]), {"publish_translations": "on"}
    )
    assert response.status_code == 302
    assert not NewsPage.objects.get(locale=english).live


def test_waiting_time_is_that_of_submission(commune, submitted):
    [waiting] = selectors.waiting_for(commune.users["chair"])
    assert abs((timezone.now() - waiting.submitted_at).total_seconds()) < 60
    assert waiting.own is False


def test_approver_is_told_when_the_page_goes_out(commune, submitted):
    moment = (timezone.now() + timezone.timedelta(days=1)).replace(minute=0, second=0, microsecond=0)
    submitted.go_live_at = moment
    submitted.save_revision(user=commune.users["author"])
    chair = commune.client("chair")
    screen = chair.get(reverse("approval:review", args=[submitted.pk]))
    when = timezone.localtime(moment).strftime("%H:%M, %d/%m/%Y")
    assert f"Duyệt, tự đăng lúc {when}" in screen.content.decode()
    assert "Duyệt và đăng" not in screen.content.decode()
    done = chair.post(reverse("approval:approve", args=[submitted.pk]), hidden_fields(screen), follow=True)
    assert f"sẽ tự đăng lúc {when}" in done.content.decode()
    assert not is_live(submitted)
