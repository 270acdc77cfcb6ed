import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from surveys import services
from surveys.enums import Channel, Kind
from surveys.services import Filled, OptionDraft, QuestionDraft, SurveyDraft

QUESTIONS = (
    QuestionDraft(Kind.FACES, "Cán bộ tiếp bà con thế nào?", "How were you received?", key="thai-do"),
    QuestionDraft(Kind.YES_NO, "Bà con có được trả lời không?", key="tra-loi"),
    QuestionDraft(
        Kind.SEVERAL,
        "Việc gì cần làm trước?",
        key="viec",
        options=(OptionDraft("Đường thôn", "Roads"), OptionDraft("Rác"), OptionDraft("Nước sạch")),
    ),
    QuestionDraft(Kind.LONG, "Bà con mong gì?", key="mong", is_required=False),
    QuestionDraft(Kind.VILLAGE, "Bà con ở thôn nào?", key="thon"),
    QuestionDraft(Kind.AGE, "Bà con bao nhiêu tuổi?", key="tuoi", is_required=False),
)
VALUES = {"thai-do": "4", "tra-loi": "1", "viec": ["duong-thon", "rac"], "mong": "Sửa đèn ngõ 3."}


@pytest.fixture
def draft(commune):
    """Builds what an officer of the women's union writes."""

    def build(**values):
        now = timezone.now()
        return SurveyDraft(
            **{
                "unit": commune.women,
                "about": commune.women,
                "title": "Bà con đánh giá Hội Phụ nữ",
                "introduction": "Sáu câu, một phút.",
                "year": 2026,
                "half": 2,
                "opens_at": now - timedelta(days=1),
                "closes_at": now + timedelta(days=14),
                "questions": QUESTIONS,
                **values,
            }
        )

    return build


@pytest.fixture
def survey(commune, draft):
    """An open survey."""
    found = services.write(draft(), by=commune.users["author"])
    services.put_out(found, by=commune.users["chair"], seen=found.changed_at)
    found.refresh_from_db()
    return found


@pytest.fixture
def answer(commune, survey):
    """Answers it once more."""

    def send(channel=Channel.OPEN, *, by=None, key=None, version=None, code="", village=None, age="", **values):
        filled = Filled(
            key=key or uuid.uuid4(), values={**VALUES, **values}, channel=channel, village=village, age=age, code=code
        )
        return services.submit(survey, version or survey.newest, filled, by=by)

    return send
