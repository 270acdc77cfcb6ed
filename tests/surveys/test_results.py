"""What came of a survey: counted right, told to whom it may be told, the same on paper and in a spreadsheet."""

import io
import random
import uuid
from collections import Counter, defaultdict
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from organisations.models import Village, VillageFigure
from surveys import index, results, services, trend
from surveys.enums import Age, Channel, Dimension, Kind, Purpose
from surveys.models import Answer, Response, Slip, Survey
from surveys.services import Refused
from tests.factories import make_article
from tests.services import need_pango
from tests.surveys.conftest import QUESTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def close(survey):
    def end():
        Survey.objects.filter(pk=survey.pk).update(closes_at=timezone.now() - timedelta(hours=1))
        survey.refresh_from_db()

    return end


@pytest.fixture
def publish(commune, survey, close):
    """Closes and publishes it."""

    def act(split=Dimension.VILLAGE):
        close()
        services.publish_results(survey, by=commune.users["chair"], split=split)
        survey.refresh_from_db()

    return act


def test_counts_shares_and_mean(commune, survey, answer):
    for value in ("5", "5", "4", "1"):
        answer(Channel.PAPER, by=commune.users["author"], **{"thai-do": value})
    counted = {item.question.key: item for item in results.count(survey)}
    faces = counted["thai-do"]
    assert [bar.number for bar in faces.bars] == [2, 1, 0, 0, 1]
    assert [bar.percent for bar in faces.bars] == [50, 25, 0, 0, 25]
    assert (faces.answered, faces.mean, faces.percent, faces.too_few) == (4, 3.75, 75, True)
    several = counted["viec"]
    assert (several.answered, [bar.number for bar in several.bars]) == (4, [4, 4, 0])
    assert [row.words for row in results.words(survey)] == ["Sửa đèn ngõ 3."] * 4


def test_counts_agree_with_an_independent_count_of_every_group(commune, survey, answer):
    """Two hundred sheets by lot, counted by hand here and by SQL there, split by every fact."""
    lot = random.Random(3)
    options = ["duong-thon", "rac", "nuoc-sach"]
    sheets = []
    for _sheet in range(200):
        sheet = {
            Dimension.VILLAGE: lot.choice([commune.village, commune.other_village, None]),
            Dimension.AGE: lot.choice(["", *Age.values]),
            Dimension.CHANNEL: lot.choice([Channel.OPEN, Channel.PAPER]),
            "thai-do": lot.choice("12345"),
            "tra-loi": lot.choice("01"),
            "viec": lot.sample(options, lot.randint(1, 3)),
        }
        sheets.append(sheet)
        answer(
            sheet[Dimension.CHANNEL],
            by=commune.users["author"] if sheet[Dimension.CHANNEL] == Channel.PAPER else None,
            village=sheet[Dimension.VILLAGE],
            age=sheet[Dimension.AGE],
            **{key: sheet[key] for key in ("thai-do", "tra-loi", "viec")},
        )
    for dimension in (Dimension.VILLAGE, Dimension.AGE, Dimension.CHANNEL):
        by_hand = defaultdict(Counter)
        for sheet in sheets:
            group = sheet[dimension]
            label = group.label if dimension == Dimension.VILLAGE and group else group and Label[dimension](group).label
            by_hand[str(label or "không cho biết"), "thai-do"].update([sheet["thai-do"]])
            by_hand[str(label or "không cho biết"), "viec"].update(sheet["viec"])
        counted = {item.question.key: item for item in results.count(survey, dimension)}
        for key in ("thai-do", "viec"):
            found = {group.label: group.tally.times for group in counted[key].groups}
            assert found == {label: times for (label, of), times in by_hand.items() if of == key}
        assert counted["viec"].answered == 200  # people, not crosses
        assert sum(group.answered for group in counted["viec"].groups) == 200


Label = {Dimension.AGE: Age, Dimension.CHANNEL: Channel, Dimension.VILLAGE: str}


def test_who_asked_reads_what_people_wrote_and_others_the_counts(commune, survey, answer):
    answer(village=commune.village)
    address = f"/quan-tri/khao-sat/{survey.pk}/"
    own, other = commune.client("author"), commune.client("farmer")
    for client in (own, other):
        assert "1 lượt trả lời" in client.get(address).content.decode()
    assert "Thôn Đông Thượng" in own.get(f"{address}?theo=village").content.decode()
    assert "Thôn Đông Thượng" not in other.get(f"{address}?theo=village").content.decode()  # one sheet is no secret so
    words = f"{address}loi-nhan/"
    assert "Sửa đèn ngõ 3." in own.get(words).content.decode()
    assert "Sửa đèn ngõ 3." in commune.client("chair").get(words).content.decode()
    assert other.get(words).status_code == 302
    assert "Sửa đèn ngõ 3.".encode() in own.get(f"{address}tra-loi.csv").content
    assert other.get(f"{address}tra-loi.csv").status_code == 302


def test_results_are_public_once_they_are_published(commune, survey, answer, close, client):
    for value in ("5", "5", "4", "2", "1"):
        answer(village=commune.village, **{"thai-do": value})
    close()
    assert "60 % hài lòng" not in client.get(survey.url).content.decode()
    assert client.get(f"{survey.url}ket-qua.pdf").status_code == 404
    answers = commune.client("chair").post(
        f"/quan-tri/khao-sat/{survey.pk}/cong-bo/", {"split": "village"}, follow=True
    )
    assert "Đã công bố" in answers.content.decode()
    text = client.get(survey.url).content.decode()
    assert "60 % hài lòng" in text
    assert "5 người trả lời" in text
    assert "Sửa đèn ngõ 3." not in text


def test_of_four_answers_nothing_is_told(survey, answer, publish, client):
    for _person in range(4):
        answer()
    publish()
    text = client.get(survey.url).content.decode()
    assert "Ít người trả lời quá" in text
    assert "hài lòng" not in text
    assert survey.published["questions"] == []


def test_small_village_stands_with_its_neighbour(commune, survey, answer, publish, client):
    """The smaller village first: by households, not by what they answered."""
    VillageFigure.objects.filter(village=commune.village).delete()
    VillageFigure.objects.create(
        village=commune.other_village, as_of=timezone.localdate(), households=300, residents=900
    )
    for number, village in ((3, commune.village), (6, commune.other_village)):
        for _person in range(number):
            answer(village=village, **{"thai-do": "5" if village == commune.village else "1"})
    publish()
    found = results.published(survey)
    (faces,) = [item for item in found.counted if item.question.key == "thai-do"]
    assert [(group.answered, group.percent) for group in faces.groups] == [(9, 33)]
    assert "Thôn Đông Thượng" in faces.groups[0].label
    assert "Thôn Trại Sen" in faces.groups[0].label
    text = client.get(survey.url).content.decode()
    assert "100 %" not in text.split("Ai đã trả lời")[0].replace("0 %", "")


def test_question_that_few_of_a_lot_answered_is_not_split(commune, survey, answer, publish):
    for person in range(12):
        village = commune.village if person < 6 else commune.other_village
        skips = person < 4
        answer(village=village, **({"tra-loi": ""} if skips else {}))
    publish()
    found = {row["question"]: row for row in survey.published["questions"]}
    keys = {question.key: question.pk for question in survey.asked.questions_list}
    assert len(found[keys["thai-do"]]["split"]) == 2
    assert found[keys["tra-loi"]]["answered"] == 8
    assert found[keys["tra-loi"]]["split"] == []


def test_what_is_published_stays_whatever_becomes_of_villages(commune, survey, answer, publish, client):
    """Groups put together otherwise, side by side with what was published before, would tell the small ones."""
    for number, village in ((3, commune.village), (7, commune.other_village)):
        for _person in range(number):
            answer(village=village)
    publish()
    before = survey.published
    Village.objects.filter(pk=commune.village.pk).update(
        valid_to=timezone.localdate() - timedelta(days=1), successor=commune.other_village
    )
    assert [item.answered for item in results.published(survey).counted] == [10, 10, 10]
    survey.refresh_from_db()
    assert survey.published == before
    with pytest.raises(Refused):
        services.publish_results(survey, by=commune.users["chair"], split=Dimension.AGE)
    with pytest.raises(Refused):
        answer(Channel.PAPER, by=commune.users["author"])


def test_public_sees_no_group_of_fewer_than_five(commune, survey, answer, publish, client):
    """From the page, its paper and what is kept of it: no number of people from one to four."""
    lot = random.Random(5)
    for _person in range(40):
        answer(
            Channel.OPEN,
            village=lot.choice([commune.village] * 6 + [commune.other_village, None]),
            age=lot.choice(["", "to_30"] + ["older"] * 9),
        )
    publish()
    for lots in survey.published["lots"].values():
        assert all(part["people"] == 0 or part["people"] >= 5 for part in lots)
    for row in survey.published["questions"]:
        assert all(part["answered"] == 0 or part["answered"] >= 5 for part in row["split"])
    assert set(survey.published) == {"people", "by", "lots", "questions", "said"}  # nothing else is kept for the public
    text = client.get(f"{survey.url}ket-qua.pdf?ban=html").content.decode()
    assert "Thôn Đông Thượng" in text
    for path in (f"/api/v2/surveys/{survey.pk}/", f"{survey.url}?theo=age", f"{survey.url}ket-qua.pdf?theo=age"):
        assert "Theo tuổi</caption>" not in client.get(path).content.decode(errors="replace").split("Ai đã trả lời")[0]


def test_words_are_public_after_somebody_looked_them_over(commune, survey, answer, publish, client):
    for _person in range(4):
        answer()
    answer(mong="Hỏi ông Tư 0912 345 678 ở ngõ 3.")
    said = Answer.objects.get(question__key="mong", response=Response.objects.latest("pk"))
    address = f"/quan-tri/khao-sat/{survey.pk}/loi-nhan/"
    author = commune.client("author")
    sent = {f"chosen-{said.pk}": "on", f"public-{said.pk}": "Hỏi ông Tư 0912 345 678 ở ngõ 3."}
    refused = author.post(address, sent)
    assert refused.status_code == 422
    assert "0912 345 678. Xin bỏ đi" in refused.content.decode()
    author.post(address, {**sent, f"public-{said.pk}": "Cần người chỉ đường."})
    publish()
    text = client.get(survey.url).content.decode()
    assert "Cần người chỉ đường." in text
    assert "ông Tư" not in text
    assert "Sửa đèn ngõ 3." not in text
    said.refresh_from_db()
    assert "ông Tư" in said.words  # as it was written, for whoever asked
    with pytest.raises(Refused):
        services.review_words(said, by=commune.users["farmer"], public="")
    with pytest.raises(Refused):  # what is public stays
        services.review_words(said, by=commune.users["author"], public="Khác.")


def test_trend_is_of_the_same_words_only(commune, draft, survey, answer, publish, client):
    for value in ("5", "4", "2", "1", "1"):
        answer(**{"thai-do": value})
    publish()
    questions = (QUESTIONS[0], *(services.QuestionDraft(Kind.YES_NO, "Có được trả lời đủ không?", key="tra-loi"),))
    again = services.write(draft(questions=questions, year=2027, half=1), by=commune.users["author"], repeats=survey)
    services.put_out(again, by=commune.users["chair"], seen=again.changed_at)
    again = Survey.objects.get(pk=again.pk)
    for _person in range(5):
        filled = services.Filled(key=uuid.uuid4(), values={"thai-do": "5", "tra-loi": "1"})
        services.submit(again, again.newest, filled)
    Survey.objects.filter(pk=again.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    again.refresh_from_db()
    services.publish_results(again, by=commune.users["chair"])
    again.refresh_from_db()
    counted = {item.question.key: item for item in trend.published(again).counted}
    assert [point.value for point in counted["thai-do"].trend.points] == [40.0, 100.0]
    assert counted["tra-loi"].trend is None
    text = client.get(again.url).content.decode()
    assert "Cũng câu này qua các kỳ" in text
    assert "40 % hài lòng" in text


def test_repeated_questions_keep_their_words_unless_it_is_meant(commune, survey):
    author = commune.client("author")
    address = f"/quan-tri/khao-sat/moi/?lap-lai={survey.pk}"
    page = author.get(address)
    sent = {name: field.value() for name, field in ((f.name, f) for f in page.context["form"]) if field.value()}
    sent["unit"] = sent["about"] = commune.women.pk
    formset = page.context["formset"]
    sent |= {"cau-TOTAL_FORMS": len(formset.forms), "cau-INITIAL_FORMS": len(formset.forms)}
    for form in formset.forms:
        assert "unlock" in form.fields
        for field in form:
            if field.value() not in (None, False, ""):
                sent[field.html_name] = field.value()
    sent["cau-0-text"] = "Cán bộ có vui vẻ không?"
    refused = author.post(address, sent)
    assert refused.status_code == 422
    assert "Lời câu hỏi khác kỳ trước" in refused.content.decode()
    assert "Cán bộ có vui vẻ không?" in refused.content.decode()
    assert author.post(address, {**sent, "cau-0-unlock": "on"}).status_code == 302
    again = Survey.objects.get(repeats=survey)
    assert again.newest.questions_list[0].text == "Cán bộ có vui vẻ không?"


def test_spreadsheet_holds_no_formula(commune, survey, answer):
    evil = '=HYPERLINK("http://x","y")'
    typed = [evil, "+84 912", "-1+1", "@SUM(A1)", "=1+1", "＝1+1"]
    for words in typed:
        answer(mong=words, village=commune.village)
    author = commune.client("author")
    address = f"/quan-tri/khao-sat/{survey.pk}/tra-loi"
    sheet = load_workbook(io.BytesIO(author.get(f"{address}.xlsx").content)).active
    head, *rows = list(sheet.iter_rows())
    assert "Bà con mong gì? (1)" in [cell.value for cell in head]
    assert len(rows) == 6
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert sorted(row[-1].value for row in rows) == sorted(words.replace("＝", "=") for words in typed)
    assert all(row[-1].quotePrefix for row in rows)
    assert rows[0][2].value == "Thôn Đông Thượng"
    lines = author.get(f"{address}.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 7
    assert any("\"'=HYPERLINK" in line for line in lines)


def test_slips_are_printed_once_and_counted_by_village(commune, survey, client):
    author = commune.client("author")
    address = f"/quan-tri/khao-sat/{survey.pk}/phieu-ma/"
    assert "Thôn Đông Thượng" in author.get(address).content.decode()
    assert author.post(address, {"number": 0}).status_code == 422
    assert author.post(address, {"number": 5000}).status_code == 422
    sheet = author.post(f"{address}?ban=html", {"number": 12, "village": commune.village.pk}).content.decode()
    assert sheet.count("slip__letters") == 12
    assert Slip.objects.filter(village=commune.village).count() == 12
    code = sheet.split('slip__letters">')[1].split("<")[0]
    page = client.get(survey.url, {"ma": code})
    assert f'value="{code}"' in page.content.decode()
    row = next(row for row in author.get(address).context["slips"] if row["village"] == commune.village)
    assert (row["printed"], row["used"]) == (12, 0)
    assert commune.client("farmer").post(address, {"number": 1}).status_code == 302
    assert Slip.objects.count() == 12


def test_sheet_to_fill_in_has_a_box_for_each_answer(commune, survey):
    text = commune.client("author").get(f"/quan-tri/khao-sat/{survey.pk}/phieu-giay/?ban=html").content.decode()
    for words in ("Rất hài lòng", "Đường thôn", "Thôn Đông Thượng", "dưới 30", "(không bắt buộc)"):
        assert words in text
    assert "---" not in text


def test_paper_is_a_pdf(commune, survey, answer, publish, client):
    need_pango()
    for _person in range(6):
        answer(village=commune.village)
    author = commune.client("author")
    for response in (
        author.get(f"/quan-tri/khao-sat/{survey.pk}/ap-phich/"),
        author.get(f"/quan-tri/khao-sat/{survey.pk}/phieu-giay/"),
        author.post(f"/quan-tri/khao-sat/{survey.pk}/phieu-ma/", {"number": 21}),
    ):
        assert response["Content-Type"] == "application/pdf"
        assert response.content.startswith(b"%PDF")
    publish()
    assert client.get(f"{survey.url}ket-qua.pdf").content.startswith(b"%PDF")


def test_index_says_how_many_of_a_hundred_are_content(commune, survey, answer, close):
    for value in ("5",) * 15 + ("2",) * 4:
        answer(**{"thai-do": value})
    assert index.satisfaction(2026, 2) == []  # not while people answer
    close()
    (found,) = index.satisfaction(2026, 2)
    assert (found.unit, found.surveys, found.value) == (commune.women, index.Part(15, 19), None)  # nineteen are too few
    services.record_standing(Purpose.CASES, value=2, unit=commune.women, key=uuid.uuid4())
    Survey.objects.filter(purpose=Purpose.CASES).update(year=2026, half=2)  # whatever day it is today
    (found,) = index.satisfaction(2026, 2)
    assert (found.cases, found.value, found.version) == (index.Part(0, 1), 75, 1)


def test_page_is_judged_once_a_browser(commune, client):
    page = make_article(commune.folder(commune.women), topic=commune.topic)
    assert "Trang này có ích cho bà con không?" in client.get(page.url).content.decode()
    address = "/khao-sat/trang-nay/"
    thanks = client.post(address, {"page": page.pk, "value": "0"})
    assert f"?bai={page.pk}" in thanks.content.decode()
    client.post(address, {"page": page.pk, "value": "1"})
    kept = Response.objects.get()
    assert (kept.page_id, kept.unit, kept.answers.get().number) == (page.pk, commune.women, 0)
    for odd in ({"page": 999_999, "value": "1"}, {"page": "x", "value": "1"}):
        assert client.post(address, odd).status_code == 404
    client.post(address, {"page": page.pk, "value": "7"})
    assert Response.objects.count() == 1
    survey = Survey.objects.get()
    assert client.get(survey.url).status_code == 404  # asked always, shown to nobody before it is published
    assert client.get("/khao-sat/").context["open"] == []
    text = commune.client("chair").get(f"/quan-tri/khao-sat/{survey.pk}/?theo=unit").content.decode()
    assert commune.women.label in text
    assert commune.client("chair").get(f"/quan-tri/khao-sat/{survey.pk}/sua/").status_code == 302
