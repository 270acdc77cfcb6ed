"""Who copied a model, from whom; the chain as a drawing."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from models_showcase import chain, services
from models_showcase.models import Adoption
from models_showcase.services import AdoptionDraft, Refused
from organisations.models import Village

pytestmark = pytest.mark.django_db


def record(commune, model, by="author", **values):
    values.setdefault("adopted_on", date(2025, 6, 1))
    return services.record_adoption(model, by=commune.users[by], draft=AdoptionDraft(**values))


def adopt(commune, model, **values):
    """A copy that the author recorded and the chair approved."""
    adoption = record(commune, model, **values)
    return services.approve(adoption, by=commune.users["chair"], seen=adoption.version)


def test_approved_it_stands_on_the_page_with_its_chain(commune, model, client):
    first = adopt(commune, model, village=commune.other_village, changes="Không mua thùng.")
    adopt(commune, model, unit=commune.farmers, copied_from=first, adopted_on=date(2025, 9, 1), result="Ba tổ làm đều.")
    text = client.get(model.url).content.decode()
    for words in (
        "Thôn Trại Sen",
        "Không mua thùng.",
        "Ba tổ làm đều.",
        "học từ Thôn Trại Sen",
        "đã có 2 nơi làm theo",
    ):
        assert words in text
    card = client.get("/mo-hinh/").content.decode()
    assert "2 nơi làm theo" in card


def public_words(client, commune, model):
    """Everything that people read of who copied what."""
    places = [model.url, "/mo-hinh/", "/mo-hinh/chi-tieu/", "/thon/trai-sen/", f"/s/mo-hinh-{model.pk}.html"]
    return "".join(client.get(place).content.decode() for place in (*places, f"/api/v2/pages/{model.pk}/"))


def test_nobody_outside_sees_a_copy_before_a_second_person_approved_it(commune, model, client):
    this_year = timezone.localdate().replace(month=1, day=1)
    record(commune, model, village=commune.other_village, changes="Không mua thùng.", adopted_on=this_year)
    before = public_words(client, commune, model)
    assert "Không mua thùng." not in before
    assert "1 nơi làm theo" not in before
    author, chair = commune.client("author"), commune.client("chair")
    start, place = "/quan-tri/", f"/quan-tri/mo-hinh/{model.pk}/"
    line = f"Duyệt nơi làm theo “{model.title}”: Thôn Trại Sen"
    assert line in chair.get(start).content.decode()
    assert line not in author.get(start).content.decode()
    adoption = Adoption.objects.get()
    for client_of, address in ((author, place), (commune.client("it"), place)):
        client_of.post(f"{address}lam-theo/{adoption.pk}/duyet/", {"seen": 1})
    assert not Adoption.objects.approved()
    assert "Duyệt lần ghi này" in chair.get(place).content.decode()
    chair.post(f"{place}lam-theo/{adoption.pk}/duyet/", {"seen": 1})
    assert "Không mua thùng." in client.get(model.url).content.decode()
    assert "1 nơi làm theo" in client.get("/mo-hinh/").content.decode()


def test_corrected_copy_waits_anew_for_somebody_else(commune, model, client):
    first = adopt(commune, model, village=commune.other_village, changes="Không mua thùng.")
    adopt(commune, model, unit=commune.farmers, copied_from=first, adopted_on=date(2025, 9, 1))
    draft = AdoptionDraft(adopted_on=date(2025, 6, 1), village=commune.other_village, changes="Mua thùng.")
    changed = services.record_adoption(model, by=commune.users["chair"], draft=draft, adoption=first)
    words = client.get(model.url).content.decode()
    assert "ua thùng." not in words
    assert "học từ Thôn" not in words  # nor is it said where the next one learnt it
    with pytest.raises(Refused, match="do chính bạn viết"):
        services.approve(changed, by=commune.users["chair"], seen=changed.version)
    with pytest.raises(Refused, match="đọc lại"):
        services.approve(changed, by=commune.users["deputy"], seen=first.version)
    services.approve(changed, by=commune.users["deputy"], seen=changed.version)
    assert "Mua thùng." in client.get(model.url).content.decode()


def test_returned_copy_is_told_with_its_reason(commune, model):
    adoption = record(commune, model, village=commune.other_village)
    chair, place = commune.client("chair"), f"/quan-tri/mo-hinh/{model.pk}/"
    chair.post(f"{place}lam-theo/{adoption.pk}/tra-lai/", {"seen": 1, "reason": ""})
    assert not Adoption.objects.get().returned_at
    chair.post(f"{place}lam-theo/{adoption.pk}/tra-lai/", {"seen": 1, "reason": "Sai ngày."})
    assert "Sai ngày." in commune.client("author").get("/quan-tri/").content.decode()
    assert "Thôn Trại Sen" not in chair.get("/quan-tri/").content.decode()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"village": "origin"}, "village"),
        ({"village": "other", "adopted_on": date(2025, 3, 7)}, "adopted_on"),
        ({"village": "other", "adopted_on": date(2999, 1, 1)}, "adopted_on"),
        ({"unit": "women"}, "unit"),
        ({}, "__all__"),
        ({"village": "other", "unit": "farmers"}, "__all__"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(commune, model, values, field):
    things = {
        "origin": commune.village,
        "other": commune.other_village,
        "women": commune.women,
        "farmers": commune.farmers,
    }
    values = {name: things.get(value, value) if isinstance(value, str) else value for name, value in values.items()}
    with pytest.raises(ValidationError) as error:
        adopt(commune, model, **values)
    assert list(error.value.error_dict) == [field]
    assert not Adoption.objects.exists()


def test_same_village_twice_is_refused(commune, model):
    adopt(commune, model, village=commune.other_village)
    with pytest.raises(ValidationError, match="đã được ghi là làm theo"):
        adopt(commune, model, village=commune.other_village)


def test_circle_is_refused(commune, model):
    first = adopt(commune, model, village=commune.other_village)
    second = adopt(commune, model, unit=commune.farmers, copied_from=first)
    with pytest.raises(ValidationError, match="vòng tròn"):
        services.record_adoption(
            model,
            by=commune.users["author"],
            draft=AdoptionDraft(adopted_on=date(2025, 6, 1), village=commune.other_village, copied_from=second),
            adoption=first,
        )


def test_nobody_learns_from_who_began_later(commune, model):
    later = adopt(commune, model, village=commune.other_village, adopted_on=date(2025, 9, 1))
    with pytest.raises(ValidationError, match="bắt đầu sau"):
        adopt(commune, model, unit=commune.farmers, copied_from=later, adopted_on=date(2025, 8, 1))


def test_record_is_taken_back_while_nobody_learnt_there(commune, model):
    first = adopt(commune, model, village=commune.other_village)
    second = adopt(commune, model, unit=commune.farmers, copied_from=first)
    with pytest.raises(Refused, match="học từ đây"):
        services.forget_adoption(first, by=commune.users["author"])
    services.forget_adoption(second, by=commune.users["author"])
    services.forget_adoption(first, by=commune.users["author"])
    assert not Adoption.objects.exists()


def test_only_who_leads_it_or_the_committee_records(commune, model):
    for who in ("farmer", "villager", "reader", "nobody"):
        with pytest.raises(Refused):
            record(commune, model, by=who, village=commune.other_village)
    record(commune, model, by="chair", village=commune.other_village)


def test_admin_form_keeps_what_was_typed(commune, model):
    client = commune.client("author")
    address = f"/quan-tri/mo-hinh/{model.pk}/lam-theo/"
    values = {"village": commune.other_village.pk, "adopted_on": "2024-01-01", "changes": "Dùng bao."}
    wrong = client.post(address, values)
    assert wrong.status_code == 422
    assert "08/03/2025 mới bắt đầu" in wrong.content.decode()
    assert "Dùng bao." in wrong.content.decode()
    assert client.post(address, {**values, "adopted_on": "2025-06-01"}).status_code == 302
    adoption = Adoption.objects.get()
    client.post(f"{address}{adoption.pk}/", {**values, "adopted_on": "2025-07-01"})
    adoption.refresh_from_db()
    assert adoption.adopted_on == date(2025, 7, 1)


def test_chain_of_sixty_fits_a_phone(commune, model, client):
    """Thirty learnt one from another, thirty from the origin: every name lies within the drawing, every dot on a row of its own."""
    villages = [
        Village.objects.create(slug=f"thon-{number}", name=f"Thôn Tân Thượng Hạ Cầu Số {number}")
        for number in range(60)
    ]
    last = None
    for number, village in enumerate(villages):
        last = adopt(commune, model, village=village, copied_from=last if number < 30 else None)
    drawn = chain.draw(model, list(Adoption.objects.of(model)))
    assert len(drawn.nodes) == 61
    assert len({node.y for node in drawn.nodes}) == 61
    assert drawn.width <= 328  # a phone of 360 without its margins: the letters are not made smaller
    assert all(node.text_x + len(node.name) * chain.LETTER <= drawn.width for node in drawn.nodes)
    assert all(node.text_x + len(node.when) * chain.SMALL_LETTER <= drawn.width for node in drawn.nodes)
    assert max(node.x for node in drawn.nodes) <= chain.LEFT + chain.DEEPEST * chain.STEP
    text = client.get(model.url).content.decode()
    assert re.search(r'<svg class="chain"\s+viewBox="0 0 320 \d+"\s+role="img"\s+aria-labelledby="chain-title"', text)
    assert text.count("học từ Thôn Tân Thượng Hạ Cầu Số 28") == 1  # in the list; the drawing cuts so long a name
    for village in villages:
        assert text.count(f"<h3>{village.name}</h3>") == 1


def test_neither_side_can_be_dated_past_the_other(commune, model):
    """Nobody learnt it before it was done there: not by a copy moved later, nor by a model moved later."""
    first = adopt(commune, model, village=commune.other_village)
    adopt(commune, model, unit=commune.farmers, copied_from=first, adopted_on=date(2025, 9, 1))
    draft = AdoptionDraft(adopted_on=date(2025, 9, 2), village=commune.other_village)
    with pytest.raises(ValidationError, match="đã học ở đây từ ngày 01/09/2025"):
        services.record_adoption(model, by=commune.users["author"], draft=draft, adoption=first)
    model.started = date(2025, 6, 2)
    with pytest.raises(ValidationError, match="Thôn Trại Sen đã làm theo từ ngày 01/06/2025"):
        model.full_clean()
