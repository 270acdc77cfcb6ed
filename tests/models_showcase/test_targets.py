"""One model a year: met, not yet, missed, no data; each with its records."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from models_showcase import services, targets
from models_showcase.enums import Standing
from models_showcase.models import ModelTargets
from models_showcase.services import AdoptionDraft
from tests.factories import make_model

pytestmark = pytest.mark.django_db
THIS_YEAR = timezone.localdate().year


def standings(year):
    counted = targets.of_year(year)
    return {line.who.slug: line.standing for line in [*counted.villages, *counted.organisations]}


def test_begun_and_copied_count_where_they_are(commune, model):
    assert standings(2025) == {
        "dong-thuong": Standing.MET,
        "trai-sen": Standing.MISSED,
        "hoi-phu-nu": Standing.MET,
        "hoi-nong-dan": Standing.MISSED,
    }
    draft = AdoptionDraft(adopted_on=date(2025, 9, 1), village=commune.other_village)
    adoption = services.record_adoption(model, by=commune.users["author"], draft=draft)
    assert standings(2025)["trai-sen"] == Standing.MISSED  # nobody else has read it yet
    services.approve(adoption, by=commune.users["chair"], seen=adoption.version)
    assert standings(2025)["trai-sen"] == Standing.MET


def test_year_that_is_not_over_is_not_missed_and_one_without_records_has_no_data(commune, model):
    assert set(standings(THIS_YEAR).values()) == {Standing.NOT_YET}
    assert set(standings(2020).values()) == {Standing.NO_DATA}


def test_target_is_the_commune_s_own(commune, model):
    own = ModelTargets.load()
    own.a_village = 2
    own.save()
    assert standings(2025)["dong-thuong"] == Standing.MISSED
    assert standings(2025)["hoi-phu-nu"] == Standing.MET


def test_hidden_models_count_nowhere(commune, model):
    model.unpublish()
    assert set(standings(2025).values()) == {Standing.NO_DATA}


def test_every_number_names_its_records(commune, model, client):
    text = client.get("/mo-hinh/chi-tieu/?nam=2025").content.decode()
    assert "1/2 thôn đạt chỉ tiêu năm 2025" in text
    assert text.count(f'href="{model.url}"') == 2  # of the village and of the organisation
    wrong = client.get("/mo-hinh/chi-tieu/?nam=xx").content.decode()
    assert "Không có số liệu cho “xx”" in wrong
    line = targets.of_this_year(commune.village)
    assert (line.number, line.standing) == (0, Standing.NOT_YET)


def test_village_and_unit_pages_say_how_they_stand(commune, client):
    folder = commune.folder(commune.women, section="mo-hinh")
    made = make_model(folder, topic=commune.topic, village=commune.village, started=timezone.localdate())
    for path in ("/thon/dong-thuong/", "/to-chuc/hoi-phu-nu/"):
        text = client.get(path).content.decode()
        assert "Mỗi năm một mô hình" in text
        assert made.url in text
    assert "chưa đạt" in client.get("/thon/trai-sen/").content.decode()
    assert "Mỗi năm một mô hình" not in client.get("/to-chuc/mat-tran/").content.decode()


def test_counting_takes_few_queries(commune, model, client):
    client.get("/mo-hinh/chi-tieu/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get("/mo-hinh/chi-tieu/").status_code == 200
    assert len(queries) <= 12, len(queries)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        targets.of_year(2025)
    assert len(queries) <= 5
