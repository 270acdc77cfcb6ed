"""The results of a survey with 100,000 sheets of 20 questions, split by village, beside the bare SQL that counts the same rows.

Run: .venv/bin/python benchmarks/surveys/results.py [sheets]     (some minutes; nothing is left behind)
Prints the median of several runs of both and their ratio, and says whether the numbers are the same as those of an independent count
made while the rows were written. With DATABASE_URL set it runs there.
"""

import os
import random
import statistics
import sys
import time
import uuid
from collections import Counter, defaultdict
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, setup_test_environment, teardown_databases  # noqa: E402
from django.utils import timezone  # noqa: E402

from organisations.enums import UnitKind  # noqa: E402
from organisations.models import Unit, Village  # noqa: E402
from surveys import results  # noqa: E402
from surveys.enums import Channel, Dimension, Kind  # noqa: E402
from surveys.models import Answer, Option, Question, Response, Survey, SurveyVersion  # noqa: E402

SHEETS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
QUESTIONS, VILLAGES, AT_ONCE, ROUNDS = 20, 10, 5000, 5
BARE = """
SELECT a.question_id, a.number, a.option_id, r.village_id, COUNT(*)
FROM surveys_answer a JOIN surveys_response r ON r.id = a.response_id JOIN surveys_question q ON q.id = a.question_id
JOIN surveys_surveyversion v ON v.id = q.version_id
WHERE v.survey_id = %s GROUP BY a.question_id, a.number, a.option_id, r.village_id
"""
BARE_PEOPLE = """
SELECT a.question_id, r.village_id, COUNT(DISTINCT a.response_id)
FROM surveys_answer a JOIN surveys_response r ON r.id = a.response_id JOIN surveys_question q ON q.id = a.question_id
JOIN surveys_surveyversion v ON v.id = q.version_id
WHERE v.survey_id = %s AND q.kind = 'several' GROUP BY a.question_id, r.village_id
"""


def fill() -> tuple[Survey, dict[tuple[str, str], Counter]]:
    """The survey with its sheets, and how often each value of each question was given in each village."""
    lot = random.Random(7)
    now = timezone.now()
    unit = Unit.objects.create(slug="mat-tran", kind=UnitKind.COMMITTEE, name="Ủy ban MTTQ Việt Nam xã")
    villages = [Village.objects.create(name=f"Thôn {number}", slug=f"thon-{number}") for number in range(VILLAGES)]
    survey = Survey.objects.create(
        unit=unit,
        title="Bà con đánh giá",
        slug="danh-gia",
        year=2026,
        half=2,
        opens_at=now - timedelta(days=2),
        closes_at=now + timedelta(days=2),
        put_out_at=now,
    )
    version = SurveyVersion.objects.create(survey=survey, number=1, put_out_at=now)
    kinds = [Kind.FACES] * 12 + [Kind.SCALE] * 3 + [Kind.YES_NO] * 2 + [Kind.ONE] * 2 + [Kind.SEVERAL]
    questions = [
        Question.objects.create(version=version, key=f"cau-{number}", kind=kind, text=f"Câu {number}?", order=number)
        for number, kind in enumerate(kinds)
    ]
    options = {
        question.pk: [
            Option.objects.create(question=question, key=f"y-{place}", text=f"Ý {place}") for place in range(5)
        ]
        for question in questions
        if question.kind in (Kind.ONE, Kind.SEVERAL)
    }
    numbers = {Kind.FACES: range(1, 6), Kind.SCALE: range(11), Kind.YES_NO: range(2)}
    by_hand: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for begin in range(0, SHEETS, AT_ONCE):
        responses = Response.objects.bulk_create(
            Response(
                version=version,
                channel=lot.choice(Channel.values),
                village=lot.choice(villages),
                idempotency_key=uuid.UUID(int=lot.getrandbits(128)),
            )
            for _sheet in range(min(AT_ONCE, SHEETS - begin))
        )
        answers = []
        for response in responses:
            for question in questions:
                count = by_hand[question.key, response.village.label]
                if question.pk in options:
                    chosen = lot.sample(options[question.pk], 1 if question.kind == Kind.ONE else lot.randint(1, 3))
                    answers += [Answer(response=response, question=question, option=option) for option in chosen]
                    count.update(option.key for option in chosen)
                else:
                    number = lot.choice(numbers[question.kind])
                    answers.append(Answer(response=response, question=question, number=number))
                    count[str(number)] += 1
        Answer.objects.bulk_create(answers, batch_size=AT_ONCE)
    return survey, by_hand


def bare(survey: Survey) -> None:
    with connection.cursor() as cursor:
        for query in (BARE, BARE_PEOPLE):
            cursor.execute(query, [survey.pk])
            cursor.fetchall()


def seconds(work: object, survey: Survey) -> float:
    begin = time.perf_counter()
    work(survey)
    return time.perf_counter() - begin


def main() -> None:
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    survey, by_hand = fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    counted = results.count(survey, Dimension.VILLAGE)
    found = {(item.question.key, group.label): group.tally.times for item in counted for group in item.groups}
    same = found == by_hand and all(item.answered == SHEETS for item in counted)

    def ours(survey: Survey) -> None:
        results.count(survey, Dimension.VILLAGE)

    taken: dict[str, list[float]] = {"bare": [], "ours": []}
    for _round in range(ROUNDS):
        taken["bare"].append(seconds(bare, survey))
        taken["ours"].append(seconds(ours, survey))
    medians = {name: statistics.median(each) for name, each in taken.items()}
    print(f"{connection.vendor}: {SHEETS} sheets of {QUESTIONS} questions, by village")
    print(
        f"bare SQL {medians['bare']:.2f} s, results {medians['ours']:.2f} s, ratio {medians['ours'] / medians['bare']:.2f}"
    )
    print("the same numbers as counted by hand:", same)
    teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
