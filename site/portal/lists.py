"""The lists every commune starts with; the committee makes them its own."""

from typing import Any


def _row(slug: str, name: str, name_en: str, **more: Any) -> dict[str, Any]:
    return {"slug": slug, "name": name, "name_en": name_en, **more}


# Decree 30/2020/NĐ-CP and Regulation 66-QĐ/TW name many more; these are what a commune's Front issues and receives.
DOCUMENT_KINDS = [
    _row("ke-hoach", "Kế hoạch", "Plan"),
    _row("thong-bao", "Thông báo", "Notice"),
    _row("quyet-dinh", "Quyết định", "Decision"),
    _row("bao-cao", "Báo cáo", "Report"),
    _row("huong-dan", "Hướng dẫn", "Guideline"),
    _row("chuong-trinh", "Chương trình", "Programme"),
    _row("de-an", "Đề án", "Scheme"),
    _row("nghi-quyet", "Nghị quyết", "Resolution"),
    _row("quy-che", "Quy chế", "Regulation"),
    _row("cong-van", "Công văn", "Letter"),
]
MODEL_KINDS = [
    _row("dan-van-kheo", "Dân vận khéo", "Skilful mobilisation"),
    _row("to-tu-quan", "Tổ tự quản", "Self-governing group"),
    _row("an-ninh-trat-tu", "An ninh trật tự", "Public order"),
    _row("to-hoa-giai", "Tổ hòa giải", "Reconciliation group"),
    _row("cau-lac-bo", "Câu lạc bộ", "Club"),
    _row("to-tiet-kiem", "Tổ tiết kiệm", "Savings group"),
    _row("ve-sinh-moi-truong", "Vệ sinh môi trường", "Environment"),
    _row("san-xuat", "Sản xuất", "Production"),
    _row("chuyen-doi-so", "Chuyển đổi số", "Digital life"),
]
CRITERIA = [
    _row(
        "thiet-thuc",
        "Thiết thực",
        "Useful",
        points=25,
        question="Việc có đúng điều bà con cần, có kết quả đếm được không?",
        question_en="Does it meet a need, with results that can be counted?",
    ),
    _row(
        "lan-toa",
        "Lan tỏa",
        "Spreading",
        points=25,
        question="Bao nhiêu người tham gia, nơi khác có làm theo được không?",
        question_en="How many take part, and can others copy it?",
    ),
    _row(
        "ben-vung",
        "Bền vững",
        "Lasting",
        points=25,
        question="Hết đợt phát động có còn duy trì, có người và có tiền để giữ không?",
        question_en="Does it last after the launch, with people and money to keep it?",
    ),
    _row(
        "dan-dong-tinh",
        "Dân đồng tình",
        "Agreed by the people",
        points=25,
        question="Bà con có được bàn, có ưng và có tham gia giám sát không?",
        question_en="Were people asked, do they agree, do they check?",
    ),
]
# What one may call by its letters, and in full.
SYNONYMS = [
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("UB", "Ủy ban"),
    ("UBND", "Ủy ban nhân dân"),
    ("HĐND", "Hội đồng nhân dân"),
    ("ANTT", "an ninh trật tự"),
    ("CNTT", "công nghệ thông tin"),
    ("CLB", "câu lạc bộ"),
    ("NTM", "nông thôn mới"),
    ("ĐĐK", "đại đoàn kết"),
    ("BCT", "ban công tác"),
    ("VSMT", "vệ sinh môi trường"),
    ("TTHC", "thủ tục hành chính"),
    ("CĐS", "chuyển đổi số"),
    ("HTX", "hợp tác xã"),
    ("HLHPN", "Hội Liên hiệp Phụ nữ", "Hội Phụ nữ"),
    ("CCB", "cựu chiến binh"),
    ("TNCS", "Thanh niên Cộng sản"),
    ("BHYT", "bảo hiểm y tế"),
    ("BHXH", "bảo hiểm xã hội"),
    ("NVH", "nhà văn hóa"),
    ("GPMB", "giải phóng mặt bằng"),
    ("phân loại rác", "chia rác", "tách rác"),
]
