"""What `/styleguide/` shows: this commune's own content, and beside it what is hard to set (development only)."""

from collections import Counter
from copy import copy
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from core import challenge
from feedback.forms import FeedbackForm
from feedback.models import Case, ProposedAnswer
from home import selectors
from home.models import HomePage
from models_showcase import selectors as showcase
from models_showcase.enums import Standing
from models_showcase.targets import Line, Record
from movements.models import CampaignFigure
from news import calendar, listing
from news import selectors as news
from news.models import NewsPage
from organisations.models import Commune, Topic, Unit, Village
from search import snippets
from search.query import understand
from surveys.enums import Face, Kind
from surveys.models import Question, Survey
from surveys.results import Counted, Lot, Point, Tally, Trend

LONG_WORD = "Nghiêngnghiêng" * 14
LONG_TITLE = (
    "Thượng Cầu, Đông Thượng, Trại Sen và Nam Giang cùng đổ ruộng đồng thành đường hoa, vườn mẫu và nhà văn hóa mới "
    * 2
)
QUESTION = "Đèn đầu ngõ 3 tắt ba tối nay, các cháu đi học về rất tối. Bao giờ sửa?"
ANSWER = "Tổ điện đã thay bóng tối 12/11. Còn chỗ nào tắt, bà con nhắn số xã. " * 8


def context(request: HttpRequest) -> dict[str, Any]:
    """The names that pages have too, and the samples; what the commune does not hold yet is left out."""
    home, article = HomePage.objects.first(), NewsPage.objects.live().order_by("-date").first()
    if not home or not article:
        return {}
    return {
        **selectors.front(home),
        "front": home,
        **listing.articles(request),
        **article.get_context(request),
        "page": article,
        "odd_articles": odd_articles(article),
        "odd_answers": odd_answers(),
        **showcase_samples(request),
        "wrong_form": wrong_form(),
        "small_sum": challenge.ask({}, ""),
        "odd_hits": odd_hits(),
        "picks": [
            {"title": "Đường dây nóng phòng chống lụt bão", "url": "#", "text": "Gọi bất cứ giờ nào: 0220 3700 101."},
            {"title": "Ngườilàmviệctốtnghiênglòngvìnước", "url": "#", "text": ""},
        ],
        **survey_samples(),
        "urgent_commune": urgent_commune(),
        "topics": list(Topic.objects.all()[:5]),
        "contents": [
            {"anchor": f"viec-{number}", "title": f"Việc thứ {number}: rải đá, rồi trồng hoa"} for number in (1, 2, 3)
        ],
        "crowded_menus": {"main": [{"title": title, "url": "#", "active": title == "Văn bản"} for title in CROWDED]},
    }


def odd_hits() -> list[dict[str, Any]]:
    """Things that were found: with a date, without, a word that does not break."""
    query = understand("duong hoa ")
    return [
        {
            "title": snippets.marked(title, query),
            "snippet": snippets.snippet(body, query),
            "url": "#",
            "kind": "Tin tức",
            "date": date,
        }
        for title, body, date in (("Đường hoa vào hội", LONG_TITLE, timezone.now()), (LONG_WORD, LONG_WORD, None))
    ]


CROWDED = (
    "Tin tức",
    "Mô hình",
    "Gương sáng",
    "Phong trào",
    "Các thôn",
    "Tổ chức",
    "Văn bản",
    "Lịch",
    "Hỏi đáp",
    "Giới thiệu",
)


def odd_articles(article: NewsPage) -> list[NewsPage]:
    """A word that does not break, a title of 200 letters, one word: none with a picture."""
    titles = {LONG_WORD[:200]: "", LONG_TITLE[:200]: LONG_TITLE, "Rằm": ""}
    found = []
    for title, summary in titles.items():
        odd = copy(article)
        odd.title, odd.summary, odd.lead_image = title, summary, None
        found.append(odd)
    return found


def showcase_samples(request: HttpRequest) -> dict[str, Any]:
    """A model that was copied before the others; documents and events in every state; lines of every standing."""
    models = sorted(showcase.models(), key=lambda model: -(model.copies or 0))[:4]
    documents = sorted(news.documents(), key=lambda document: document.is_in_force)[:3]
    coming, over = list(news.events().coming()[:3]), list(news.events().order_by("starts_at")[:1])
    for event in coming[-1:]:
        event.called_off = "Bão vào. Dời sang tối thứ Bảy tuần sau, vẫn ở chỗ cũ."
    villages = list(Village.objects.current()[: len(Standing)])
    return {
        **(showcase.about_model(models[0]) if models else {}),
        "odd_models": models,
        "odd_deeds": list(showcase.deeds()[:3]),
        "odd_documents": documents,
        "replaces": documents[-1:],
        "odd_events": [*coming, *over],
        "grid": calendar.context(request)["grid"],
        "target_lines": [
            Line(
                village, 1, standing, [Record(model, copied=True) for model in models[:1]] * (standing == Standing.MET)
            )
            for village, standing in zip(villages, Standing, strict=False)
        ],
        "figures": [
            CampaignFigure(number="8/10", what="thôn có mô hình", as_of=timezone.localdate(), source="Sổ theo dõi")
        ],
    }


def survey_samples() -> dict[str, Any]:
    """Surveys as they are; a question that many answered, one that nobody did."""
    faces = Question(kind=Kind.FACES, text="Cán bộ tiếp bà con thế nào?")
    many = Tally(130, Counter({"5": 40, "4": 33, "3": 26, "2": 19, "1": 12}))
    few = Tally(5, Counter({"5": 5}))
    points = [Point("6 tháng đầu năm 2026", 118, 60, 14, 51), Point("6 tháng cuối năm 2026", 130, 56, 306, 54)]
    groups = (Counted(faces, many, "Thôn Đông Thượng"), Counted(faces, few, LONG_WORD), Counted(faces, Tally(), "Thôn"))
    return {
        "odd_surveys": list(Survey.objects.shown().select_related("unit")[:3]),
        "face_values": [str(face.value) for face in Face],
        "odd_counted": [
            Counted(faces, many, groups=groups, trend=Trend(points, "hài lòng")),
            Counted(faces, Tally()),
        ],
        "odd_lots": [Lot("Thôn Đông Thượng", 130, 412), Lot(LONG_WORD, 0), Lot("Thôn, Thôn Trại Sen", 5, 6)],
    }


def odd_answers() -> list[ProposedAnswer]:
    """Usual, one word, a word that does not break."""
    case = Case(unit=Unit.objects.first())
    samples = {QUESTION: ANSWER, "Sao?": "Rồi.", LONG_WORD: LONG_WORD}
    return [
        ProposedAnswer(pk=1, case=case, public_question=question, public_answer=answer, approved_at=timezone.now())
        for question, answer in samples.items()
    ]


def wrong_form() -> FeedbackForm:
    """A form sent empty."""
    form = FeedbackForm({"text": "", "phone": "09"})
    form.is_valid()
    return form


def urgent_commune() -> Commune:
    commune = copy(Commune.load())
    commune.urgent_text = "Từ 18 giờ hôm nay bão vào. Bà con ở ngoài đê về nhà văn hóa thôn Trại Sen trước 15 giờ."
    commune.urgent_until = timezone.now() + timedelta(days=1)
    commune.urgent_link = "/"
    return commune
