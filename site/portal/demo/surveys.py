"""The demo's surveys: one open, one asked twice with its results; answered by lot, the same each time."""

import random
import uuid
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.timezone import make_aware

from accounts.models import User
from organisations.models import Unit, Village
from surveys import results, services
from surveys.enums import ABOUT_WHO, WORDS, Age, Channel, Half, Kind
from surveys.models import Question, Response, Survey
from surveys.ready import READY
from surveys.services import Filled, OptionDraft, QuestionDraft, SurveyDraft

FACES = {5: 34, 4: 41, 3: 15, 2: 7, 1: 3}  # of a hundred
FACES_BEFORE = {5: 14, 4: 34, 3: 30, 2: 16, 1: 6}
FEW, SLIPS = 5, 6  # households that count in the last village; slips for each of two villages
WISHES = [
    "Họp thôn buổi tối, ban ngày ai cũng đi làm.",
    "Trả lời xong thì báo cho người hỏi một câu.",
    "Cán bộ xuống thôn nhiều hơn, đừng chỉ gọi lên xã.",
    "Mở thêm buổi dạy dùng điện thoại cho người già.",
    "Tiền quỹ thu chi treo ở nhà văn hóa cho dễ xem.",
]
ANSWERING, SAYING = 4, 6  # of ten give their age; of ten say a wish


class SurveyLoader:
    """Loads after the units and users."""

    def __init__(self) -> None:
        self.today = timezone.localdate()
        self.lot = random.Random(19)  # noqa: S311  (no secret)
        self.villages = list(Village.objects.current().prefetch_related("figures"))
        self.weights = [village.households or 1 for village in self.villages]
        self.weights[-1] = FEW  # a village in which few answered

    def load(self) -> int:
        now_half = Half.FIRST if self.today.month <= 6 else Half.SECOND
        before = (self.today.year, Half.FIRST) if now_half == Half.SECOND else (self.today.year - 1, Half.SECOND)
        women, committee = Unit.objects.get(slug="hoi-phu-nu"), Unit.objects.get(slug="mat-tran")
        asked = "Bà con đánh giá Hội Phụ nữ"
        long_ago = (before[0] - 1, Half.SECOND) if before[1] == Half.FIRST else (before[0], Half.FIRST)
        first = self._ask("doan-the", women, "phu-nu", long_ago, begins=-310, lasts=21, title=asked)
        self._answer(first, 118, "phu-nu", FACES_BEFORE)
        self._end(first)
        past = self._ask("doan-the", women, "phu-nu", before, begins=-130, lasts=21, title=asked, repeats=first)
        self._answer(past, 164, "phu-nu")
        self._look_over(past)
        self._end(past)
        current = self._ask("mat-tran", committee, "can-bo-mat-tran", (self.today.year, now_half), begins=-4, lasts=18)
        self._answer(current, 37, "can-bo-mat-tran")
        return 3

    def _ask(
        self,
        key: str,
        unit: Unit,
        writer: str,
        period: tuple[int, int],
        *,
        begins: int,
        lasts: int,
        title: str = "",
        repeats: Survey | None = None,
    ) -> Survey:
        ready = READY[key]
        opens = make_aware(datetime.combine(self.today + timedelta(days=begins), time()))
        draft = SurveyDraft(
            unit=unit,
            about=unit,
            title=title or ready.title,
            title_en=ready.title_en,
            introduction=ready.introduction,
            introduction_en=ready.introduction_en,
            year=period[0],
            half=period[1],
            opens_at=opens,
            closes_at=timezone.now() + timedelta(days=1) if begins + lasts < 0 else opens + timedelta(days=lasts),
            questions=[
                QuestionDraft(
                    question.kind,
                    question.text,
                    question.text_en,
                    key=question.key,
                    options=tuple(OptionDraft(*pair) for pair in question.options),
                    is_required=question.is_required,
                )
                for question in ready.questions
            ],
        )
        survey = services.write(draft, by=User.objects.get(username=writer), repeats=repeats)
        services.put_out(survey, by=User.objects.get(username="thuong-truc"), seen=survey.changed_at)
        return Survey.objects.get(pk=survey.pk)

    def _answer(self, survey: Survey, number: int, writer: str, faces: dict[int, int] = FACES) -> None:
        officer = User.objects.get(username=writer)
        self.faces = faces
        slips = {
            village: services.print_slips(survey, by=officer, number=SLIPS, village=village)
            for village in self.villages[:2]
        }
        questions = survey.newest.questions_list
        for _person in range(number):
            paper = self.lot.randrange(5) == 0
            village = self.lot.choices(self.villages, weights=self.weights)[0]
            codes = [] if paper else slips.get(village, [])
            filled = Filled(
                key=uuid.UUID(int=self.lot.getrandbits(128)),
                values={question.key: value for question in questions if (value := self._value(question)) != ""},
                channel=Channel.PAPER if paper else Channel.SLIP if codes else Channel.OPEN,
                code=codes.pop() if codes else "",
                village=village,
                age=self.lot.choice(Age.values) if self.lot.randrange(10) > ANSWERING else "",
            )
            services.submit(survey, survey.newest, filled, by=officer if paper else None)
        begins = timezone.localdate(survey.opens_at)
        for response in Response.objects.filter(version__survey=survey):
            response.sent_on = begins + timedelta(days=self.lot.randrange(4))
            response.save(update_fields=["sent_on"])

    def _value(self, question: Question) -> Any:
        if question.kind in ABOUT_WHO:
            return ""
        if question.kind in WORDS:
            return self.lot.choice(WISHES) if self.lot.randrange(10) > SAYING else ""
        if question.kind == Kind.FACES:
            return str(self.lot.choices(list(self.faces), weights=list(self.faces.values()))[0])
        return self.lot.choice(question.choices())[0]

    def _look_over(self, survey: Survey) -> None:
        """One of each wish is for everybody."""
        chair, seen = User.objects.get(username="thuong-truc"), set()
        for answer in results.words(survey):
            services.review_words(answer, by=chair, public="" if answer.words in seen else answer.words)
            seen.add(answer.words)

    def _end(self, survey: Survey) -> None:
        """As it would be today: closed, its results public."""
        Survey.objects.filter(pk=survey.pk).update(closes_at=survey.opens_at + timedelta(days=21))
        services.publish_results(survey, by=User.objects.get(username="thuong-truc"))
