"""From a citizen to the showcase: somebody wants to copy a model, somebody proposes a good deed."""

import re
import uuid

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from approval import services as approval
from approval.services import Shown
from feedback.enums import Kind, Outcome, Status
from feedback.forms import opened_now
from feedback.models import Case, Nomination
from feedback.moves import Move
from models_showcase import services as showcase
from models_showcase.enums import Manner, Relation
from models_showcase.models import Adoption, Evaluation, GoodDeedPage
from models_showcase.services import ConsentDraft
from tests.factories import make_model

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _form_was_open(monkeypatch):
    monkeypatch.setattr("feedback.forms.citizen.FASTEST", 0)


@pytest.fixture
def model(commune):
    folder = commune.folder(commune.women, section="mo-hinh")
    return make_model(folder, topic=commune.topic, village=commune.village)


def send(client, address, **values):
    data = {"key": str(uuid.uuid4()), "opened": opened_now(), "wants_answer": "on", **values}
    return client.post(address, data)


def propose(client, commune, **values):
    values = {
        "honoured": "Bà Trần Thị Rất Riêng",
        "text": "Bà trả lại ba triệu đồng nhặt được ở chợ.\nBà tìm chủ suốt hai ngày.",
        "village": commune.village.pk,
        **values,
    }
    return send(client, "/gop-y/de-cu/", **values)


def test_page_of_a_model_leads_to_the_form_that_knows_it(commune, model, client):
    text = client.get(model.url).content.decode()
    address = re.search(r'href="(/gop-y/lam-theo/\d+/)"', text).group(1)
    form = client.get(address).content.decode()
    assert model.title in form
    assert "photos" not in form
    refused = send(client, address, name="Bà Lan")
    assert refused.status_code == 422
    for words in ("Bà Lan", "chọn thôn", "Xin để lại số điện thoại"):
        assert words in refused.content.decode()
    own = send(client, address, village=commune.village.pk, phone="0912 345 67")
    for words in ("Mô hình bắt đầu từ chính thôn này", "(9 chữ số)"):
        assert words in own.content.decode()


def test_nobody_is_invited_to_copy_what_was_stopped(commune, model, client):
    Evaluation.objects.create(
        model=model,
        year=2025,
        evaluator=commune.committee,
        figures="12 hộ",
        reason="Không còn ai làm.",
        verdict="stop",
        written_by=commune.users["author"],
        approved_by=commune.users["chair"],
        approved_at=timezone.now(),
    )
    assert "lam-theo" not in client.get(model.url).content.decode()
    assert client.get(f"/gop-y/lam-theo/{model.pk}/")["Location"] == model.url


def test_wish_to_copy_reaches_the_unit_that_leads_it_and_becomes_a_record(commune, model, client):
    sent = send(client, f"/gop-y/lam-theo/{model.pk}/", village=commune.other_village.pk, phone="0912 345 678")
    assert sent.status_code == 302
    case = Case.objects.get()
    assert case.text == f"Chúng tôi muốn làm theo mô hình “{model.title}”."
    assert (case.kind, case.unit) == (Kind.COPY, commune.women)
    author = commune.client("author")
    address = f"/quan-tri/y-kien/{case.pk}/"
    assert "Đã làm theo: ghi nhận" in author.get(address).content.decode()
    form = author.get(f"{address}lam-theo/").content.decode()
    assert re.search(rf'value="{commune.other_village.pk}" selected', form)
    wrong = author.post(f"{address}lam-theo/", {"village": commune.other_village.pk, "adopted_on": "2020-01-01"})
    assert wrong.status_code == 422
    values = {"village": commune.other_village.pk, "adopted_on": timezone.localdate().isoformat()}
    assert author.post(f"{address}lam-theo/", values).status_code == 302
    case.refresh_from_db()
    adoption = Adoption.objects.get()
    assert case.adoption == adoption
    # Nothing is on the model's page yet, so nothing is said of it.
    own = sent["Location"].replace("/phieu/", "/ho-so/")
    assert case.status == Status.IN_PROGRESS
    assert "ghi nhận là làm theo" not in client.get(own).content.decode()
    assert "Thôn Trại Sen" not in client.get(model.url).content.decode()
    showcase.approve(adoption, by=commune.users["chair"], seen=adoption.version)
    case.refresh_from_db()
    assert case.status == Status.ANSWERED
    told = client.get(sent["Location"].replace("/phieu/", "/ho-so/")).content.decode()
    assert "Thôn mình đã được ghi nhận là làm theo mô hình" in told
    assert model.url in told
    assert "Thôn Trại Sen" in client.get(model.url).content.decode()
    assert "đã được ghi nhận" in author.post(f"{address}lam-theo/", values).content.decode()
    assert commune.client("farmer").get(f"{address}lam-theo/").status_code == 302


def test_copy_of_what_is_no_model_is_no_kind(commune, client):
    assert send(client, "/gop-y/", kind="copy", text="Muốn làm.", about=commune.home.pk).status_code == 422
    assert client.get(f"/gop-y/lam-theo/{commune.home.pk}/").status_code == 404
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"honoured": " "}, "ghi giúp ai làm việc tốt"),
        ({"text": ""}, "kể giúp họ đã làm gì"),
        ({"village": ""}, "chọn thôn"),
        ({"is_child": "on"}, "tên và số điện thoại của cha mẹ"),
        ({"is_child": "on", "guardian_name": "Bố cháu"}, "tên và số điện thoại của cha mẹ"),
        ({"happened_on": str(timezone.localdate() + timezone.timedelta(days=40))}, "không thể ở tương lai"),
        ({"happened_on": "hôm qua"}, "19/05/2026"),
        ({"phone": "09"}, "0912 345 678"),
        ({"website": "http://x.example"}, "để trống"),
    ],
)
def test_wrong_nomination_gets_a_sentence_and_loses_nothing(commune, client, values, sentence):
    response = propose(client, commune, **values)
    assert response.status_code == 422
    text = response.content.decode()
    assert sentence in text
    for name, kept in (("honoured", "Bà Trần Thị Rất Riêng"), ("text", "Bà tìm chủ suốt hai ngày.")):
        assert name in values or kept in text
    assert not Case.objects.exists()


def test_nomination_goes_to_the_board_of_the_village_and_keeps_names_encrypted(commune, client):
    assert (
        propose(client, commune, is_child="on", guardian_name="Mẹ Rất Kín", guardian_phone="0912 000 111").status_code
        == 302
    )
    case = Case.objects.get()
    assert (case.kind, case.unit) == (Kind.NOMINATION, commune.board)
    assert case.nomination.honoured == "Bà Trần Thị Rất Riêng"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM feedback_nomination")
        row = str(cursor.fetchall())
    assert "Riêng" not in row
    assert "Kín" not in row
    assert "0912" not in row
    address = f"/quan-tri/y-kien/{case.pk}/"
    villager = commune.client("villager")
    assert "Mẹ Rất Kín" not in villager.get(address).content.decode()
    assert "Mẹ Rất Kín" in villager.post(f"{address}nguoi-gui/").content.decode()  # logged, as with a sender
    assert "Rất Riêng" not in commune.client("reader").get(address).content.decode()


def test_sent_twice_it_is_one_and_another_person_under_the_same_key_is_another(commune, client):
    key = str(uuid.uuid4())
    first, again = propose(client, commune, key=key), propose(client, commune, key=key)
    assert first["Location"] == again["Location"]
    assert Nomination.objects.count() == 1
    assert propose(client, commune, key=key, honoured="Ông Khác").status_code == 409


def test_from_nomination_to_the_page_and_back_to_the_proposer(commune, client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    receipt = propose(client, commune, email="nguoi@example.vn", happened_on="2026-05-19")["Location"]
    case = Case.objects.get()
    villager, address = commune.client("villager"), f"/quan-tri/y-kien/{case.pk}/"
    villager.post(f"{address}viet-guong-sang/")
    assert not GoodDeedPage.objects.exists()  # not verified
    assert villager.post(f"{address}xac-minh/", {"words": " "}).status_code == 409
    villager.post(f"{address}xac-minh/", {"words": "Đã hỏi chủ ví."})
    for _press in range(2):
        villager.post(f"{address}viet-guong-sang/")
    page = GoodDeedPage.objects.get()
    assert page.unit == commune.board
    assert page.title == "Bà trả lại ba triệu đồng nhặt được ở chợ"
    assert case.code in villager.get(f"/quan-tri/pages/{page.pk}/edit/").content.decode()

    draft = ConsentDraft("Trần Thị Rất Riêng", Relation.SELF, timezone.localdate(), Manner.SPOKEN)
    showcase.record_consent(page, by=commune.users["villager"], draft=draft)
    approval.submit(page, by=commune.users["villager"])
    page.refresh_from_db()
    approval.approve(page, by=commune.users["chair"], shown=Shown.of(page.get_latest_revision()))
    case.refresh_from_db()
    assert (case.status, case.outcome) == (Status.ANSWERED, Outcome.RESOLVED)
    assert case.events.last().move == Move.PUBLISH
    opened = client.get(receipt.replace("/phieu/", "/ho-so/")).content.decode()
    assert "Gương sáng bà con đề cử đã được đăng" in opened
    assert page.get_url() in opened

    page.refresh_from_db()
    page.title = "Bà trả lại ví"
    page.save_revision(user=commune.users["villager"]).publish()  # once more: told once
    assert case.events.filter(move=Move.PUBLISH).count() == 1
    from feedback.models import MailNotice

    assert MailNotice.objects.filter(event__move=Move.PUBLISH).count() == 1
    assert not mail.outbox or "Riêng" not in str(mail.outbox[0].message())


def test_good_deeds_lead_to_the_form(commune, client):
    assert 'href="/gop-y/de-cu/"' in client.get("/guong-sang/").content.decode()
    assert client.get("/gop-y/de-cu/?thon=dong-thuong").status_code == 200
    assert client.get("/en/gop-y/de-cu/").status_code == 200
