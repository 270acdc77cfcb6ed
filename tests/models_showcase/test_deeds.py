"""A good deed is public while whoever is named agrees, and not a minute longer."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from approval import services as approval
from approval.services import ApprovalRefused, Shown
from models_showcase import services
from models_showcase.enums import Manner, Relation
from models_showcase.models import Consent
from models_showcase.services import ConsentDraft, Refused
from tests.approval.test_permissions import form_data

pytestmark = pytest.mark.django_db
AGREED = ConsentDraft("Nguyễn Thị Hiền", Relation.SELF, date(2026, 5, 20), Manner.SPOKEN)


def agree(commune, deed, draft=AGREED):
    return services.record_consent(deed, by=commune.users["author"], draft=draft)


def publish(commune, deed):
    approval.submit(deed, by=commune.users["author"])
    deed.refresh_from_db()
    approval.approve(deed, by=commune.users["chair"], shown=Shown.of(deed.get_latest_revision()))
    deed.refresh_from_db()


def test_without_an_agreement_it_goes_to_nobody(commune, deed):
    with pytest.raises(ApprovalRefused, match="Chưa ghi lời đồng ý nêu tên của “Bà Nguyễn Thị Hiền”"):
        approval.submit(deed, by=commune.users["author"])
    author = commune.client("author")
    edit = f"/quan-tri/pages/{deed.pk}/edit/"
    assert "Chưa gửi duyệt được" in author.get(edit).content.decode()
    for action in ("action-submit", "action-publish"):
        response = author.post(edit, form_data(commune, honoured=deed.honoured, date="19/05/2026", **{action: "1"}))
        assert response.status_code == 302
    deed.refresh_from_db()
    assert not deed.live
    assert deed.current_workflow_state is None


def test_with_it_it_is_approved_as_any_text(commune, deed, client):
    agree(commune, deed)
    publish(commune, deed)
    assert deed.honoured in client.get(deed.url).content.decode()
    assert deed.title in client.get("/guong-sang/").content.decode()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ConsentDraft(" ", Relation.SELF, date(2026, 5, 20), Manner.SPOKEN), "given_by"),
        (ConsentDraft("Hiền", Relation.SELF, date(2999, 1, 1), Manner.SPOKEN), "given_on"),
    ],
)
def test_agreement_is_whole(commune, deed, draft, field):
    with pytest.raises(ValidationError) as error:
        agree(commune, deed, draft)
    assert list(error.value.error_dict) == [field]


def test_for_a_child_a_guardian_agrees(commune, deed):
    deed.is_child = True
    deed.save_revision(user=commune.users["author"])
    with pytest.raises(ValidationError, match="giám hộ"):
        agree(commune, deed)
    agree(commune, deed, ConsentDraft("Bố cháu", Relation.GUARDIAN, date(2026, 5, 20), Manner.WRITTEN))
    approval.submit(deed, by=commune.users["author"])


def test_child_found_out_after_the_agreement_stops_the_approval(commune, deed):
    agree(commune, deed)
    approval.submit(deed, by=commune.users["author"])
    deed.is_child = True
    revision = deed.save_revision(user=commune.users["author"])
    with pytest.raises(ApprovalRefused, match="giám hộ"):
        approval.approve(deed, by=commune.users["chair"], shown=Shown.of(revision))


def test_agreement_is_for_the_name_that_was_told(commune, deed):
    """Another name in the page asks for another agreement; the approver reads what there is."""
    agree(commune, deed)
    approval.submit(deed, by=commune.users["author"])
    text = commune.client("chair").get(f"/quan-tri/duyet/{deed.pk}/").content.decode()
    assert "Đã đồng ý nêu tên" in text
    assert "chính người được nêu tên, 20/05/2026" in text
    deed.honoured = "Ông Nguyễn Văn Khác"
    revision = deed.save_revision(user=commune.users["author"])
    with pytest.raises(ApprovalRefused, match="là “Bà Nguyễn Thị Hiền”, mà bài nêu “Ông Nguyễn Văn Khác”"):
        approval.approve(deed, by=commune.users["chair"], shown=Shown.of(revision))
    author = commune.client("author")
    screen = author.get(f"/quan-tri/mo-hinh/dong-y/{deed.pk}/").content.decode()
    assert "mà bài nêu “Ông Nguyễn Văn Khác”" in screen
    agree(commune, deed)
    approval.approve(deed, by=commune.users["chair"], shown=Shown.of(revision))
    assert Consent.objects.in_force(deed).get().named == "Ông Nguyễn Văn Khác"


def test_withdrawn_it_is_gone_at_once_and_found_nowhere(commune, deed, client):
    agree(commune, deed)
    publish(commune, deed)
    assert deed.title in client.get("/thon/dong-thuong/").content.decode()
    services.withdraw_consent(deed, by=commune.users["author"])
    gone = client.get(deed.url)
    assert gone.status_code == 410
    assert "theo đề nghị của người được nêu tên" in gone.content.decode()
    for path in (
        "/",
        "/guong-sang/",
        "/thon/dong-thuong/",
        "/sitemap.xml",
        "/api/v2/pages/?type=models_showcase.GoodDeedPage",
    ):
        assert deed.title not in client.get(path).content.decode()
        assert deed.slug not in client.get(path).content.decode()
    deed.refresh_from_db()
    with pytest.raises(ApprovalRefused):
        approval.submit(deed, by=commune.users["author"])
    with pytest.raises(Refused):
        services.withdraw_consent(deed, by=commune.users["author"])
    agree(commune, deed)  # a change of mind, once more
    publish(commune, deed)
    assert client.get(deed.url).status_code == 200
    assert Consent.objects.of(deed).count() == 2


def test_what_was_scheduled_does_not_come_back(commune, deed):
    agree(commune, deed)
    deed.go_live_at = timezone.now() + timezone.timedelta(hours=1)
    deed.save_revision(user=commune.users["author"])
    publish(commune, deed)
    assert not deed.live
    services.withdraw_consent(deed, by=commune.users["author"])
    deed.revisions.update(created_at=timezone.now())
    assert not deed.revisions.filter(approved_go_live_at__isnull=False).exists()
    call_command("publish_scheduled_pages")
    deed.refresh_from_db()
    assert not deed.live


def test_withdrawn_while_it_waits_nobody_is_asked_to_approve(commune, deed):
    agree(commune, deed)
    approval.submit(deed, by=commune.users["author"])
    services.withdraw_consent(deed, by=commune.users["author"])
    deed.refresh_from_db()
    assert not deed.workflow_in_progress
    assert deed.title not in commune.client("chair").get("/quan-tri/duyet/").content.decode()
    agree(commune, deed)
    publish(commune, deed)
    assert deed.live


def test_agreement_is_in_no_version_and_no_api(commune, deed, client):
    agree(commune, deed, ConsentDraft("Người Rất Riêng", Relation.SELF, date(2026, 5, 20), Manner.SPOKEN))
    publish(commune, deed)
    assert "Người Rất Riêng" not in str(list(deed.revisions.values_list("content", flat=True)))
    assert "Người Rất Riêng" not in client.get(f"/api/v2/pages/{deed.pk}/").content.decode()
    assert "Người Rất Riêng" not in client.get(deed.url).content.decode()


def test_officer_notes_and_withdraws_it_in_the_admin(commune, deed, client):
    author = commune.client("author")
    address = f"/quan-tri/mo-hinh/dong-y/{deed.pk}/"
    assert deed.title in author.get("/quan-tri/").content.decode()
    values = {"given_by": "Nguyễn Thị Hiền", "relation": "self", "given_on": "2026-05-20", "manner": "spoken"}
    assert author.post(address, values).status_code == 302
    publish(commune, deed)
    assert "Nguyễn Thị Hiền" in author.get(address).content.decode()
    author.post(f"{address}rut/")
    assert client.get(deed.url).status_code == 410
    for who in ("farmer", "villager", "reader"):
        response = commune.client(who).get(address)
        assert response.status_code == 302
        assert "Nguyễn Thị Hiền" not in response.content.decode()
