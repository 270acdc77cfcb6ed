"""What an old Vietnamese machine, a phone or a file wrote, and what is kept of it.

Each row: what comes in, what is right. Before, all of it was kept as it came, but for what its comment says.
"""

import unicodedata
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Revision
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import rich_text, streamfield

from core import documents, old_fonts, text
from core.models import TextState
from news.models import NewsPage
from organisations.models import Topic
from search import finding
from tests.approval.test_permissions import form_data
from tests.factories import make_article, make_document, make_event, picture_bytes

pytestmark = pytest.mark.django_db
FILES = Path(__file__).with_name("files")
WORDS = "Trưởng ban công tác Mặt trận vận động người dân được hưởng nước sạch"
TCVN3 = "Tr\u00adëng ban c«ng t¸c MÆt trËn vËn ®éng ng\u00adêi d©n ®\u00adîc h\u00adëng n\u00adíc s¹ch"
VNI = "Tröôûng ban coâng taùc Maët traän vaän ñoäng ngöôøi daân ñöôïc höôûng nöôùc saïch"
UTF8 = WORDS.encode().decode("cp1252", "replace")

COMES_IN = [
    # TCVN3 (.VnTime, .VnTimeH)
    (TCVN3, WORDS),
    ("KÕ HO¹CH", "KẾ HOẠCH"),
    ("Th«ng b¸o", "Thông báo"),
    ("Kü thuËt trång lóa", "Kỹ thuật trồng lúa"),
    ("UBND X· KÎ SÆT", "UBND XÃ KẺ SẶT"),
    ("§Ò ¸N: Y tÕ", "ĐỀ ÁN: Y tế"),
    ("Sè 07/KH-MTTQ, ngµy 5 th¸ng 3", "Số 07/KH-MTTQ, ngày 5 tháng 3"),
    ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("n-íc s¹ch, ph-êng x·, ch-a cã th- 2020-2025", "nước sạch, phường xã, chưa có thư 2020-2025"),  # out of a PDF
    ("Chào bà con, đây là thông báo cũ:\nVÒ viÖc häp th«n", "Chào bà con, đây là thông báo cũ:\nVề việc họp thôn"),
    ("§¶ng ñy", "Đảng ủy"),
    ("mÊt n\u00adíc", "mất nước"),  # the letter ư was taken for a mark that nobody sees, and was gone
    ("Nhà tôi mất n\u00adíc", "Nhà tôi mất nước"),
    ("Trời đổ m\u00ada", "Trời đổ mưa"),
    ("c¸n bé", "cán bộ"),
    ("KT. CHñ TÞCH\nPHã CHñ TÞCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    ("N¬i nhËn:\n- Nh\u00ad trªn;\n- L\u00adu VT.", "Nơi nhận:\n- Như trên;\n- Lưu VT."),
    (
        "Kính gửi: UBND xã. Căn cứ QuyÕt ®Þnh cña UBND",
        "Kính gửi: UBND xã. Căn cứ Quyết định của UBND",
    ),  # two fonts in one line
    ("TỔNG KẾT n¨m häc", "TỔNG KẾT năm học"),
    ("Thôn Đông Thượng hoïp baøn việc nöôùc", "Thôn Đông Thượng họp bàn việc nước"),
    # VNI, of VNI-Times
    (VNI, WORDS),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("KEÁ HOAÏCH", "KẾ HOẠCH"),
    ("AÙo aám cho em", "Áo ấm cho em"),
    ("Kyù teân, ñoùng daáu", "Ký tên, đóng dấu"),
    ("Ñaûng uûy, UÛy ban, caùc ñoaøn theå", "Đảng ủy, Ủy ban, các đoàn thể"),
    # UTF-8 read as Western, once and twice
    ("Káº¿ hoáº¡ch tá»• chá»©c", "Kế hoạch tổ chức"),
    ("NgÃ y há»™i á»Ÿ thÃ´n", "Ngày hội ở thôn"),
    ("NgÃƒÂ y hÃ¡Â»â„¢i", "Ngày hội"),
    ("Æ¯u tiÃªn ngÆ°á»\x9di tá»‘t", "Ưu tiên người tốt"),
    # ƣ for ư, Ð for Đ, and other look-alikes
    ("ngƣời đƣợc hƣởng, CHƢƠNG TRÌNH, tƣ̀ng", "người được hưởng, CHƯƠNG TRÌNH, từng"),
    ("Ðảng bộ Ðà Nẵng", "Đảng bộ Đà Nẵng"),
    ("Nghị định 30/2020/NÐ-CP, HÐND, QÐ-UBND", "Nghị định 30/2020/NĐ-CP, HĐND, QĐ-UBND"),
    ("nǎm nay, vǎn hóa", "năm nay, văn hóa"),
    ("₫ường làng, 100.000₫", "đường làng, 100.000₫"),
    ("Thôn Đông Тhượng, хã Kẻ Sặt", "Thôn Đông Thượng, xã Kẻ Sặt"),  # Cyrillic Т and х
    ("Ηội Ρhụ nữ", "Hội Phụ nữ"),  # Greek Η and Ρ
    # What nobody sees: each letter was kept in pages and in the bodies of articles
    ("nước\u200b sạch\ufeff", "nước sạch"),
    ("nư\u00adớc sạch", "nước sạch"),
    ("Đường\u00a0làng\u202f3\u2009km", "Đường làng 3 km"),
    ("s\u00adạch, im\u00adpos\u00adsible, xe đ\u00adi, \u00ad", "sạch, impossible, xe đi,"),
    ("hai\u0002 cột", "hai cột"),
    ("dòng một\x0bdòng hai\u2028dòng ba", "dòng một\ndòng hai\ndòng ba"),  # the first two were glued together
    ("\u202eđảo ngược\u202c", "đảo ngược"),
    ("\uf0b7 Một việc", "• Một việc"),
    ("ảnh\ufffc đây", "ảnh đây"),
    # Dressed letters
    ("ＵＢＮＤ　ｘã", "UBND xã"),
    ("𝐓𝐡ô𝐧𝐠 𝐛á𝐨", "Thông báo"),
    ("ﬁnal, ﬂycam", "final, flycam"),
    # Decomposed
    (unicodedata.normalize("NFD", "Thôn Đông Thượng"), "Thôn Đông Thượng"),
    ("e\u0301\u0302 và hoà", "ế và hoà"),  # the tone typed first: stood beside the letter
]
STAYS = [
    "Le président François Hollande a été reçu à Hanoi, naïve, über façade, café",
    "El niño y la señora, mañana · São Paulo, Zürich, Müller, Björn, Åse",
    "«Xin chào» · 5 m² · 10º · ½ ký · §5 · 3×4 · ±5°C · µm · © 2026 · ®",
    "Bà Hà, bé Lý, chú Tú, cô Bé, ông Hoà",
    "Bà Thuý, cháu Khoé, uỷ ban quý hoá; bà Thúy, cháu Khóe, ủy ban quý hóa",
    "Nhà có bà già và bé trai",
    "cho¹ xã¹ nghiệp², toàn xã³",
    "Guðrún Sveinbjörnsdóttir",
    "Du har ikke tillatelse til å legge til merkelapper på dette bildet",
    "Namnet på sidan så som den kommer att synas",
    "Rå adgangskoder gemmes ikke, så det er ikke muligt",
    "Non può essere spostata: può accedere",
    "Zapamatovat si mě, pět",
    "Au cas où vous l'auriez oublié, où êtes-vous",
    "Москва, Ελλάδα, 東京",
    "👨‍👩‍👧 ❤️ 🇻🇳",
    "Số 07/KH-MTTQ\n- một\n- hai",
    "http://example.vn/a?b=c&d=é",
]


@pytest.mark.parametrize(("comes", "right"), COMES_IN)
def test_letters_are_those_that_were_meant(comes, right):
    assert text.clean(comes) == right
    assert text.clean(right) == right


@pytest.mark.parametrize("words", STAYS)
def test_what_is_meant_so_stays(words):
    assert text.clean(words) == words


@pytest.mark.parametrize("words", ["¸o Êm cho em", "Häp", "Traàn Thò Lan"])
def test_too_little_to_be_sure_is_left_and_asked_about(words):
    assert text.clean(words) == words
    assert old_fonts.doubtful(words)


@given(st.text(max_size=200))
def test_twice_is_once(value):
    once = text.clean(value)
    assert text.clean(once) == once
    assert text.clean_html(text.clean_html(value)) == text.clean_html(value)


def test_tags_and_addresses_of_rich_text_stay():
    html = '<p>Xem <a href="https://vi.wikipedia.org/wiki/Hoà_Bình?a=1&amp;b=2">n\u00adíc <b>s¹ch</b></a> &lt; 3 &amp; ＜b＞</p>'
    assert text.clean_html(html) == (
        '<p>Xem <a href="https://vi.wikipedia.org/wiki/Hoà_Bình?a=1&amp;b=2">nước <b>sạch</b></a> &lt; 3 &amp; &lt;b&gt;</p>'
    )


# The doors.


def read(name):
    document = get_document_model()(title=name)
    document.file.save(name, SimpleUploadedFile(name, (FILES / name).read_bytes()), save=False)
    document.save()
    documents.read_text.func(document.pk)
    document.refresh_from_db()
    return document


@pytest.mark.parametrize("name", ["tcvn3.pdf", "tcvn3.docx", "horn-as-oi.pdf"])
def test_words_of_an_old_file_are_found(commune, name):
    """Told "read: people will find it", and found by nobody."""
    document = read(name)
    assert document.text_state == TextState.READ
    assert "KẾ HOẠCH tổ chức Ngày hội văn hóa đọc sách ở thôn Đồng Sen" in document.text
    assert "người dân được hưởng" in document.text
    make_document(commune.folder(commune.committee, section="van-ban"), title="Kế hoạch cũ", file=document)
    for typed in ("nước sạch phường xã", "van dong nguoi dan duoc huong", "đọc sách Đồng Sen"):
        assert finding.find(typed).best[0].title == "Kế hoạch cũ", typed


def add_article(commune, **values):
    folder = commune.folder(commune.women)
    data = form_data(commune, **values)
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", folder.pk])
    assert commune.client("author").post(address, data).status_code == 302
    return NewsPage.objects.get(pk=NewsPage.objects.order_by("-pk").first().pk).get_latest_revision_as_object()


def test_article_pasted_from_an_old_machine_is_clean_in_every_field(commune):
    body = streamfield([("text", rich_text(f"<p>{TCVN3}</p>")), ("heading", VNI)])
    page = add_article(commune, title=TCVN3, summary=f"{VNI}\x02\x0b", body=body, seo_title="Ðà Nẵng")
    assert (page.title, page.summary, page.seo_title) == (WORDS, WORDS, "Đà Nẵng")
    assert page.slug == "truong-ban-cong-tac-mat-tran-van-dong-nguoi-dan-duoc-huong-nuoc-sach"  # was of the mojibake
    assert [str(block.value) for block in page.body] == [
        f'<p data-block-key="{page.body[0].value.source[19:24]}">{WORDS}</p>',
        WORDS,
    ]


@pytest.mark.parametrize(("title", "asked"), [("¸o Êm cho em", True), ("Áo ấm cho em", False), (TCVN3, False)])
def test_editor_is_asked_where_it_is_not_sure(commune, title, asked):
    folder = commune.folder(commune.women)
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", folder.pk])
    answer = commune.client("author").post(address, form_data(commune, title=title), follow=True)
    assert ("phông cũ" in answer.content.decode()) is asked


def test_title_of_letters_that_nobody_sees_is_no_title(commune):
    folder = commune.folder(commune.women)
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", folder.pk])
    answer = commune.client("author").post(address, form_data(commune, title="\u200b\u00ad\ufeff"))
    assert answer.status_code == 200
    assert "title" in answer.context["form"].errors


def test_name_in_decomposed_letters_is_the_one_there_is(commune):
    """It passed as another one."""
    Topic.objects.create(name="Thể thao", slug="the-thao")
    address = reverse("wagtailsnippets_organisations_topic:add")
    chair = commune.client("chair")
    before = Topic.objects.count()
    chair.post(address, {"name": unicodedata.normalize("NFD", "Thể thao"), "slug": "the-thao", "name_en": ""})
    assert Topic.objects.count() == before


def test_title_of_a_picture_from_a_mac_is_composed(commune):
    title = unicodedata.normalize("NFD", "Đường hoa")
    file = SimpleUploadedFile("a.jpg", picture_bytes(), content_type="image/jpeg")
    values = {"title": title, "files[]": file, "collection": commune.women.collection_id}
    commune.client("author").post(reverse("wagtailimages:add_multiple"), values)
    assert [image.title for image in get_image_model().objects.all()] == ["Đường hoa"]


def test_message_of_a_citizen_is_kept_as_it_was_meant(commune, client):
    from tests.feedback.conftest import send

    assert send.__wrapped__(commune)(TCVN3).text == WORDS


def test_password_is_taken_letter_by_letter(commune):
    from django.contrib.auth import authenticate
    from django.contrib.auth.forms import SetPasswordForm

    strange = " mật\u00a0khẩu\u200b-hoà 1 "
    form = SetPasswordForm(commune.users["author"], {"new_password1": strange, "new_password2": strange})
    assert form.is_valid(), form.errors
    form.save()
    assert authenticate(username="author", password=strange)


def test_saved_by_whatever_way_it_is_clean(commune):
    body = [("text", RichText(TCVN3))]
    page = make_article(commune.folder(commune.women), title=VNI, summary=TCVN3, body=body, topic=commune.topic)
    page.refresh_from_db()
    assert (page.title, page.draft_title, page.summary, page.body[0].value.source) == (WORDS, WORDS, WORDS, WORDS)


SPOILT = "Hội\x02 nghị\x0b"


@pytest.fixture
def spoilt(commune):
    """What is in the database from before: control letters in an article, an event, a draft, a case; a file read wrongly."""
    article = make_article(commune.folder(commune.women), topic=commune.topic)
    article.save_revision()
    event = make_event(commune.folder(commune.committee, section="lich"))
    NewsPage.objects.filter(pk=article.pk).update(title=SPOILT, summary=SPOILT, draft_title=SPOILT)
    type(event).objects.filter(pk=event.pk).update(title=SPOILT, place=SPOILT)
    draft = Revision.objects.get(object_id=str(article.pk))
    draft.content = {
        **draft.content,
        "title": SPOILT,
        "body": draft.content["body"].replace("Ba thùng", "Ba\\u00adth\\u00f9ng"),
    }
    Revision.objects.filter(pk=draft.pk).update(content=draft.content)
    document = read("tcvn3.docx")
    type(document).objects.filter(pk=document.pk).update(text="Trëng ban c«ng t¸c MÆt trËn")
    return article, event, document


def test_nothing_stored_breaks_a_feed_or_a_calendar(spoilt, client):
    """One article made /rss/ a 500 for everybody."""
    _article, event, _document = spoilt
    for address in ("/rss/", "/rss/hoi-phu-nu/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert ElementTree.fromstring(answer.content).find("channel/item/title").text == "Hội nghị"  # noqa: S314
    for address in (event.ics_url, "/rss/lich.ics"):
        [entry] = Calendar.from_ical(client.get(address).content).walk("VEVENT")
        assert str(entry["SUMMARY"]) == str(entry["LOCATION"]) == "Hội nghị"


def run(*options):
    out = StringIO()
    call_command("clean_letters", *options, stdout=out)
    return out.getvalue().splitlines()[-1]


def test_command_cleans_what_is_stored_and_only_once(spoilt, django_capture_on_commit_callbacks):
    article, event, document = spoilt
    assert run("--dry-run") == "would change: 2 rows, 1 drafts; files to be read again: 1"
    article.refresh_from_db()
    assert article.title == SPOILT
    with django_capture_on_commit_callbacks(execute=True):
        assert run() == "changed: 2 rows, 1 drafts; files to be read again: 1"
    for thing in (article, event, document):
        thing.refresh_from_db()
    assert (article.title, article.draft_title, article.summary) == ("Hội nghị",) * 3
    assert (event.title, event.place) == ("Hội nghị",) * 2
    draft = article.get_latest_revision_as_object()
    assert draft.title == "Hội nghị"
    assert "\u00ad" not in str(draft.body)
    documents.read_text.func(document.pk)
    assert run("--dry-run") == "would change: 0 rows, 0 drafts; files to be read again: 0"
