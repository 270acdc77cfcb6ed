"""The files of fresh_letters_and_facts.toml: each function returns (file name, bytes). Pure Python, nothing random."""

import io
import unicodedata
import zipfile
from xml.sax.saxutils import escape

SOUND = "Kế hoạch nạo vét mương Cầu Trắng, vận động người dân góp ngày công"


def _tcvn3(text: str) -> str:
    letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    codes = (
        b"\xb5\xb6\xb7\xb8\xb9\xa8\xbb\xbc\xbd\xbe\xc6\xa9\xc7\xc8\xc9\xca\xcb\xae\xcc\xce\xcf\xd0\xd1\xaa\xd2\xd3\xd4\xd5\xd6"
        b"\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xab\xe5\xe6\xe7\xe8\xe9\xac\xea\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xad\xf5\xf6"
        b"\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe"
    )
    table = dict(zip(letters, codes.decode("latin-1"), strict=True))
    return "".join(table.get(c) or table.get(c.lower()) or c for c in unicodedata.normalize("NFC", text))


def _docx(paragraphs: list[list[tuple[str, str]]], core_title: str = "") -> bytes:
    body = "".join(
        "<w:p>"
        + "".join(
            f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
            for words, font in runs
        )
        + "</w:p>"
        for runs in paragraphs
    )
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w='
        f'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, words in parts.items():
            box.writestr(zipfile.ZipInfo(name, (2026, 11, 28, 0, 0, 0)), words)
    return out.getvalue()


def _xlsx(rows: list[list[str]]) -> bytes:
    sheet = "".join(
        f'<row r="{y}">'
        + "".join(
            f'<c r="{chr(64 + x)}{y}" t="inlineStr"><is><t>{escape(v)}</t></is></c>' for x, v in enumerate(row, 1)
        )
        + "</row>"
        for y, row in enumerate(rows, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, words in parts.items():
            box.writestr(zipfile.ZipInfo(name, (2026, 11, 28, 0, 0, 0)), words)
    return out.getvalue()


def _pdf(lines: list[str], title: str = "", unicode: bool = False) -> bytes:
    """A page of lines. Without `unicode`: one byte a letter, as a .VnTime font that was renamed; with it: ToUnicode for each letter."""
    objects: list[bytes] = []
    if unicode:
        letters = sorted(set("".join(lines)))
        number = {c: i + 1 for i, c in enumerate(letters)}
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange "
            f"<0000> <FFFF> endcodespacerange {len(letters)} beginbfchar "
            + " ".join(f"<{i:04X}> <{c.encode('utf-16-be').hex().upper()}>" for c, i in number.items())
            + " endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode()
        shown = ["<" + "".join(f"{number[c]:04X}" for c in line) + ">" for line in lines]
        font = (
            b"<</Type/Font/Subtype/Type0/BaseFont/TimesNewRoman/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype"
            b"/CIDFontType2/BaseFont/TimesNewRoman/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>]>>"
        )
    else:
        cmap = b""
        shown = ["<" + line.encode("latin-1").hex().upper() + ">" for line in lines]
        font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    stream = ("BT /F1 12 Tf 60 780 Td 18 TL " + " ".join(f"{s} Tj T*" for s in shown) + " ET").encode()
    info = b"<</Title<FEFF" + title.encode("utf-16-be").hex().upper().encode() + b">>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        font,
        b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
        info,
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for index, thing in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (index, thing))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer<</Size %d/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def docx_half_tcvn3() -> tuple[str, bytes]:
    """Sound Unicode (Times New Roman), one paragraph of an old report in .VnTime pasted in the middle."""
    return "bao-cao-ghep.docx", _docx(
        [
            [("Báo cáo công tác tháng mười một của Ban công tác Mặt trận thôn", "Times New Roman")],
            [(_tcvn3("Nhân dân hưởng ứng phong trào hiến đất mở rộng đường liên xóm Gò Dưa"), ".VnTime")],
            [("Trên đây là báo cáo, kính đề nghị Ủy ban xem xét", "Times New Roman")],
        ]
    )


def docx_capitals_vntimeh() -> tuple[str, bytes]:
    """A heading in .VnTimeH (capitals by the font, small codes in the file) above a sound text."""
    return "tieu-de-hoa.docx", _docx(
        [
            [(_tcvn3("thông báo về việc thu gom vỏ thuốc trừ sâu cánh đồng Mả Lạng"), ".VnTimeH")],
            [("Kính gửi bà con nhân dân.", "Times New Roman")],
        ]
    )


def xlsx_vni() -> tuple[str, bytes]:
    """A list from a machine of the year 2003, VNI-Times: one fact a cell, each too short to be sure of alone."""
    return "danh-sach-ho.xlsx", _xlsx(
        [
            ["STT", "Hoï vaø teân", "Thoân", "Ghi chuù"],
            ["1", "Nguyeãn Vaên Höôûng", "Ñoàng Laùng", "hoä caän ngheøo"],
            ["2", "Traàn Thò Böôûi", "Ñoàng Laùng", "gia ñình lieät só"],
            ["3", "Leâ Ñöùc Thuaän", "Caàu Giaáy", "ñaõ thoaùt ngheøo"],
        ]
    )


def pdf_tcvn3_name_nfd() -> tuple[str, bytes]:
    """The words TCVN3, the name as a Mac writes it (decomposed)."""
    return unicodedata.normalize("NFD", "Kế hoạch mương Cầu Trắng.pdf"), _pdf(
        [_tcvn3(SOUND), _tcvn3("Thời gian thực hiện từ ngày mùng mười")]
    )


def pdf_decomposed_words() -> tuple[str, bytes]:
    """Words decomposed letter by letter, as LibreOffice on a Mac exports them."""
    return "nghi-quyet-mac.pdf", _pdf(
        [unicodedata.normalize("NFD", "Nghị quyết về quỹ khuyến học họ Đỗ Đường")], unicode=True
    )


def pdf_eth_and_soft_hyphen() -> tuple[str, bytes]:
    """Ð (eth) for Đ, soft hyphens where the line was broken, a ligature fi, a no-break space."""
    return "thong-bao-eth.pdf", _pdf(
        ["Ðoàn thanh niên xã thông\u00a0báo lịch chạy vi\u00adệt dã, gửi \ufb01le đăng ký"], unicode=True
    )


def docx_name_tcvn3() -> tuple[str, bytes]:
    """The content sound, the name of the file as an old machine wrote it."""
    return _tcvn3("báo cáo tháng bảy thôn Đông") + ".docx", _docx(
        [[("Nội dung báo cáo lành lặn của thôn Vườn Cau", "Times New Roman")]]
    )


def docx_bold_letters() -> tuple[str, bytes]:
    """Letters of a page that 'makes bold for Facebook' (mathematical alphanumerics)."""
    return "dam.docx", _docx([[("𝗧𝗵𝗼̂𝗻𝗴 𝗯𝗮́𝗼 𝗵𝗼̣𝗽 𝗰𝗵𝗼̛̣ 𝗽𝗵𝗶𝗲̂𝗻", "Times New Roman")]])


ALL = [
    docx_half_tcvn3,
    docx_capitals_vntimeh,
    xlsx_vni,
    pdf_tcvn3_name_nfd,
    pdf_decomposed_words,
    pdf_eth_and_soft_hyphen,
    docx_name_tcvn3,
    docx_bold_letters,
]
