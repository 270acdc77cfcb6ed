"""Ready-made surveys to start from: what the commune's scheme asks the people for. An officer changes what she likes."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from surveys.enums import Kind


@dataclass(frozen=True)
class ReadyQuestion:
    key: str
    kind: Kind
    text: str
    text_en: str
    is_required: bool = True
    options: tuple[tuple[str, str], ...] = ()  # Vietnamese, English


@dataclass(frozen=True)
class ReadySurvey:
    """Its name in the list, then what the survey says: in both languages, as it will be read."""

    name: object
    title: str
    title_en: str
    introduction: str
    introduction_en: str
    questions: tuple[ReadyQuestion, ...]


WHO = (
    ReadyQuestion("thon", Kind.VILLAGE, "Bà con ở thôn nào?", "Which village do you live in?"),
    ReadyQuestion("tuoi", Kind.AGE, "Bà con bao nhiêu tuổi?", "How old are you?", is_required=False),
)
WISH = ReadyQuestion(
    "mong", Kind.LONG, "Bà con mong làm tốt hơn điều gì?", "What should be done better?", is_required=False
)
READY = {
    "mat-tran": ReadySurvey(
        _("Service of the committee"),
        "Bà con đánh giá Mặt trận xã",
        "How the Front committee serves you",
        "Sáu câu, chừng một phút. Không hỏi tên. Kết quả được công khai.",
        "Six questions, about a minute. No name is asked. The results are made public.",
        (
            ReadyQuestion(
                "thai-do",
                Kind.FACES,
                "Cán bộ Mặt trận tiếp bà con thế nào?",
                "How were you received by the Front's officers?",
            ),
            ReadyQuestion(
                "tra-loi", Kind.FACES, "Ý kiến gửi lên được trả lời thế nào?", "How were your requests answered?"
            ),
            ReadyQuestion(
                "giam-sat",
                Kind.FACES,
                "Việc giám sát, phản biện vì dân ra sao?",
                "How does the Front supervise on the people's behalf?",
            ),
            WISH,
            *WHO,
        ),
    ),
    "doan-the": ReadySurvey(
        _("Service of an organisation"),
        "Bà con đánh giá đoàn thể",
        "How the organisation serves its members",
        "Sáu câu, chừng một phút. Không hỏi tên. Kết quả được công khai.",
        "Six questions, about a minute. No name is asked. The results are made public.",
        (
            ReadyQuestion(
                "hoat-dong", Kind.FACES, "Hoạt động của đoàn thể có thiết thực không?", "Are its activities useful?"
            ),
            ReadyQuestion(
                "giup-do",
                Kind.FACES,
                "Khi cần, đoàn thể giúp hội viên ra sao?",
                "How does it help its members in need?",
            ),
            ReadyQuestion("hoi-vien", Kind.YES_NO, "Bà con có là hội viên không?", "Are you a member?"),
            WISH,
            *WHO,
        ),
    ),
    "niem-tin": ReadySurvey(
        _("Trust"),
        "Niềm tin của bà con",
        "What you trust",
        "Bốn câu, chưa đầy một phút. Không hỏi tên.",
        "Four questions, less than a minute. No name is asked.",
        (
            ReadyQuestion(
                "tin",
                Kind.SCALE,
                "Bà con tin Mặt trận và đoàn thể xã đến mức nào? (0: không tin, 10: tin hẳn)",
                "How far do you trust the Front and the organisations? (0: not at all, 10: fully)",
            ),
            ReadyQuestion("ly-do", Kind.LONG, "Vì sao bà con chọn mức ấy?", "Why?", is_required=False),
            *WHO,
        ),
    ),
    "gop-y": ReadySurvey(
        _("Suggestions"),
        "Năm tới nên làm gì trước?",
        "What should come first next year?",
        "Bà con chọn việc cần làm trước.",
        "Choose what should be done first.",
        (
            ReadyQuestion(
                "viec",
                Kind.SEVERAL,
                "Chọn những việc bà con thấy cần nhất",
                "Choose what is needed most",
                options=(
                    ("Đường thôn, ngõ xóm", "Village roads and lanes"),
                    ("Rác và nước sạch", "Waste and clean water"),
                    ("Giúp hộ khó khăn", "Help for families in need"),
                    ("Sinh hoạt văn hóa, thể thao", "Culture and sport"),
                    ("An ninh trật tự", "Security and order"),
                ),
            ),
            WISH,
            *WHO,
        ),
    ),
}
