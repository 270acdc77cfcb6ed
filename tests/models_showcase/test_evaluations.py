"""A model is judged once a year, by another unit than its own, and read by a second person before everybody reads it."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from models_showcase import permissions, selectors, services
from models_showcase.models import Criterion, Evaluation
from models_showcase.services import Refused
from tests.models_showcase.conftest import evaluate

pytestmark = pytest.mark.django_db


def shown(client, model):
    return client.get(model.url).content.decode()


def test_evaluation_is_public_when_a_second_person_approved_it(commune, model, draft, client):
    evaluation = services.write_evaluation(model, by=commune.users["chair"], draft=draft)
    assert "Rác giảm một phần ba." not in shown(client, model)
    with pytest.raises(Refused, match="người khác duyệt"):
        services.approve(evaluation, by=commune.users["chair"], seen=1)
    services.approve(evaluation, by=commune.users["deputy"], seen=1)
    text = shown(client, model)
    assert "Rác giảm một phần ba." in text
    assert "Nhân rộng" in text
    assert "80/100 điểm" in text


def test_database_too_wants_a_second_person(commune, model, draft):
    evaluation = services.write_evaluation(model, by=commune.users["chair"], draft=draft)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evaluation.objects.filter(pk=evaluation.pk).update(approved_by=commune.users["chair"])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"year": timezone.localdate().year + 1}, "year"),
        ({"year": 2024}, "year"),
        ({"evaluator": "women"}, "evaluator"),
        ({"verdict": "praise"}, "verdict"),
        ({"reason": " "}, "reason"),
        ({"figures": ""}, "figures"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(commune, model, draft, changes, field):
    if "evaluator" in changes:
        changes = {"evaluator": commune.women}
    with pytest.raises(ValidationError) as error:
        services.write_evaluation(model, by=commune.users["superuser"], draft=replace(draft, **changes))
    assert list(error.value.error_dict) == [field]
    assert not Evaluation.objects.exists()


def test_one_year_is_evaluated_once(commune, model, draft):
    evaluate(model, commune, draft)
    with pytest.raises(ValidationError, match="đã có bản đánh giá"):
        services.write_evaluation(model, by=commune.users["chair"], draft=draft)
    evaluate(model, commune, draft, year=2026)
    assert [item.year for item in Evaluation.objects.of(model)] == [2026, 2025]


def test_points_stay_within_the_criterion(commune, model, draft):
    with pytest.raises(ValidationError, match="tối đa 25 điểm"):
        services.write_evaluation(
            model, by=commune.users["chair"], draft=replace(draft, scores={Criterion.objects.first(): 26})
        )
    assert not Evaluation.objects.exists()


def test_whoever_approves_reads_the_newest(commune, model, draft):
    evaluation = services.write_evaluation(model, by=commune.users["chair"], draft=draft)
    services.write_evaluation(
        model, by=commune.users["chair"], draft=replace(draft, verdict="stop"), evaluation=evaluation
    )
    with pytest.raises(Refused, match="vừa được sửa"):
        services.approve(evaluation, by=commune.users["deputy"], seen=1)
    services.approve(evaluation, by=commune.users["deputy"], seen=2)
    with pytest.raises(Refused, match="không còn chờ"):
        services.approve(evaluation, by=commune.users["deputy"], seen=2)
    with pytest.raises(Refused, match="đã được duyệt"):
        services.write_evaluation(model, by=commune.users["chair"], draft=draft, evaluation=evaluation)


def test_returned_with_a_reason_it_is_written_anew(commune, model, draft):
    evaluation = services.write_evaluation(model, by=commune.users["chair"], draft=draft)
    with pytest.raises(Refused, match="cần sửa"):
        services.send_back(evaluation, by=commune.users["deputy"], reason=" ", seen=1)
    services.send_back(evaluation, by=commune.users["deputy"], reason="Thiếu số cân.", seen=1)
    assert "Thiếu số cân." in commune.client("chair").get("/quan-tri/").content.decode()
    services.write_evaluation(model, by=commune.users["chair"], draft=draft, evaluation=evaluation)
    assert Evaluation.objects.waiting().get().return_reason == ""


@pytest.mark.parametrize(
    ("who", "evaluates", "approves", "records"),
    [
        ("chair", True, True, True),
        ("farmer", True, False, False),
        ("author", False, False, True),  # her own union leads the model
        ("villager", False, False, False),
        ("reader", False, False, False),
        ("it", False, False, False),
        ("nobody", False, False, False),
    ],
)
def test_who_may_what(commune, model, draft, who, evaluates, approves, records):
    evaluation = services.write_evaluation(model, by=commune.users["deputy"], draft=draft)
    user = commune.users[who]
    assert permissions.may_evaluate(user, model) is evaluates
    assert permissions.may_approve(user, evaluation) is approves
    assert permissions.may_record(user, model) is records


def test_not_evaluated_this_year_is_to_do_unless_it_was_stopped(commune, model, draft):
    year = timezone.localdate().year
    assert list(selectors.to_evaluate()) == [model]
    evaluate(model, commune, draft, year=year - 1, verdict="stop")
    assert not selectors.to_evaluate()
    Evaluation.objects.all().delete()
    services.write_evaluation(model, by=commune.users["chair"], draft=replace(draft, year=year))
    assert not selectors.to_evaluate()


def test_officers_evaluate_and_approve_in_the_admin(commune, model, client):
    chair, deputy = commune.client("chair"), commune.client("deputy")
    address = f"/quan-tri/mo-hinh/{model.pk}/"
    points = {f"points_{criterion.pk}": "21" for criterion in Criterion.objects.all()}
    values = {"year": "2025", "evaluator": commune.committee.pk, "verdict": "keep", "figures": "Sổ.", "reason": "Đều."}
    wrong = chair.post(f"{address}danh-gia/", {**values, **points, "year": "2099"})
    assert wrong.status_code == 422
    assert "chưa đến" in wrong.content.decode()
    assert "Đều." in wrong.content.decode()
    assert chair.post(f"{address}danh-gia/", {**values, **points}).status_code == 302
    evaluation = Evaluation.objects.get()
    assert model.title in deputy.get("/quan-tri/").content.decode()
    assert "Duyệt bản đánh giá" not in chair.get(address).content.decode()
    assert "Duyệt bản đánh giá" in deputy.get(address).content.decode()
    deputy.post(f"{address}danh-gia/{evaluation.pk}/duyet/", {"seen": evaluation.version})
    assert "84/100 điểm" in shown(client, model)
    assert commune.client("farmer").post(f"{address}danh-gia/{evaluation.pk}/duyet/", {"seen": 1}).status_code == 302


def test_draft_of_a_model_is_its_writers_own(commune, model):
    model.unpublish()
    for who, status in (("author", 200), ("chair", 200), ("farmer", 302), ("villager", 302), ("reader", 302)):
        assert commune.client(who).get(f"/quan-tri/mo-hinh/{model.pk}/").status_code == status
