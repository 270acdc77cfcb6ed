"""Make the PDF of each demonstration document (`*.md` beside this file) in the layout of official papers.

    python demo/documents/make.py [slug …]

Without slugs every document is made. Front papers follow Nghị định 30/2020/NĐ-CP, party papers Hướng dẫn 36-HD/VPTW;
the measures are in `make.css`. A heading "Nơi nhận" in the body opens the list of recipients, which goes beside the
signature; a heading "Phụ lục …" opens what follows the signature on a page of its own.

Needs WeasyPrint (with Debian's `libpango-1.0-0` and `libpangoft2-1.0-0`) and Liberation Serif 2, which has every
Vietnamese letter: Debian's `fonts-liberation2`. The same text, fonts and versions give the same bytes.
"""

import argparse
import re
import sys
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from pydyf import PDF, Stream
from weasyprint import HTML, Document

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "site"))

from portal.demo import markup  # noqa: E402

LIMIT = 150_000
FONT = "Liberation Serif"
NOTICE = "Văn bản ví dụ của trang chạy thử, không có giá trị thi hành."
KINDS = {
    "de-an": "Đề án",
    "chuong-trinh": "Chương trình hành động",
    "nghi-quyet": "Nghị quyết",
    "ke-hoach": "Kế hoạch",
    "quyet-dinh": "Quyết định",
    "thong-bao": "Thông báo",
    "bao-cao": "Báo cáo",
    "quy-che": "Quy chế",
    "huong-dan": "Hướng dẫn",
}
BOLD_PARAGRAPH = re.compile(r"<p><b>([^<]*)</b></p>")
TOGETHER = re.compile(
    r"(?<=\S) -(?= )"  # no line begins with the dash of “chính trị - xã hội”
    r"|\b(?:(?:ngày|tháng|năm|số|phòng|giai đoạn|GIAI ĐOẠN) \d+|\d+(?: \d+)+|\d+ điểm)"
    r"|Việt Nam|VIỆT NAM|Kẻ Sặt|KẺ SẶT"
)
PERIOD = re.compile(r", (?=(?:giai đoạn|nhiệm kỳ) \d)")
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
DIVISION = re.compile(r"(Phần|Chương|Phụ lục)\b")


@dataclass(frozen=True)
class Letterhead:
    """How one kind of issuer heads and signs its papers."""

    style: str  # class of the page in make.css
    above: tuple[str, ...]  # lines over the issuing organ
    organ: str
    state: tuple[str, ...]  # lines of the right column
    number: str  # what stands before the number
    authority: str  # in whose name the paper is signed


FRONT = Letterhead(
    style="front",
    above=("ỦY BAN MTTQ VIỆT NAM", "XÃ KẺ SẶT"),
    organ="BAN THƯỜNG TRỰC",
    state=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    number="Số: ",
    authority="TM. BAN THƯỜNG TRỰC",
)
PARTY = Letterhead(
    style="party",
    above=(),  # the city, whose name the demonstration does not say
    organ="ĐẢNG ỦY XÃ KẺ SẶT",
    state=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    number="Số ",
    authority="T/M ĐẢNG ỦY",
)
LETTERHEADS = {"mat-tran": FRONT, "Đảng ủy xã Kẻ Sặt": PARTY}


@dataclass
class Parts:
    """The body of a paper as HTML, cut where the layout needs it."""

    main: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    annex: list[str] = field(default_factory=list)


def parts(blocks: list[tuple[str, Any]]) -> Parts:
    """The blocks of the markup, each in its part. Raises KeyError for a block that papers do not have."""
    result = Parts()
    current = result.main
    for name, value in blocks:
        if name == "heading" and value == "Nơi nhận":
            current = result.recipients
            continue
        if name == "heading" and value.startswith("Phụ lục"):
            current = result.annex
        current.append({"heading": heading, "text": text}[name](value))
    return result


def heading(title: str) -> str:
    """A heading; a part, chapter or annex has its own line above its name, both centred."""
    if not DIVISION.match(title):
        return f"<h2>{escape(title)}</h2>"
    division, _dot, name = title.partition(". ")
    return f'<h2 class="division">{escape(division)}<br>{escape(name.upper())}</h2>'


def text(html: str) -> str:
    """Paragraphs and lists; a paragraph all in bold is a title, centred where it is in capitals."""
    return BOLD_PARAGRAPH.sub(lambda match: f'<p class="{_rank(match[1])}"><b>{match[1]}</b></p>', html)


def _rank(title: str) -> str:
    return "formula" if title.isupper() else "title"


def long_date(day: date) -> str:
    """The date as papers write it: a nought before days under 10 and months under 3."""
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def head(fields: dict[str, Any], letterhead: Letterhead) -> str:
    """The two columns at the head of the first page."""
    above = "".join(f"<p>{line}</p>" for line in letterhead.above)
    state = "".join(f"<p><b>{line}</b></p>" for line in letterhead.state)
    return f"""
    <div class="columns head">
      <div class="organ">{above}<p><b>{letterhead.organ}</b></p><div class="rule"></div></div>
      <div class="state"><div class="underlined">{state}</div></div>
    </div>
    <div class="columns">
      <div class="number">{letterhead.number}{escape(fields["number"])}</div>
      <div class="date">{escape(fields["place"])}, {long_date(fields["issued_on"])}</div>
    </div>"""


def subject(fields: dict[str, Any]) -> str:
    """Kind and subject, centred; the period of a plan has its own line."""
    kind = KINDS[fields["kind"]]
    rest = fields["title"].removeprefix(kind).strip()
    lines = PERIOD.sub(",<br>", escape(rest[:1].upper() + rest[1:]))
    return f"""
    <h1>{kind.upper()}<br><span>{lines}</span></h1>
    <div class="rule"></div>"""


def signature(fields: dict[str, Any], letterhead: Letterhead, recipients: list[str]) -> str:
    """Recipients on the left, who signs on the right."""
    office, name = escape(fields["signer"]).replace(" (", "<br>(").split("|")
    return f"""
    <div class="columns signature">
      <div class="recipients"><p class="label">Nơi nhận:</p>{"".join(recipients)}</div>
      <div class="signer">
        <p><b>{letterhead.authority}</b></p><p class="office">{office}</p>
        <p class="name"><b>{name}</b></p>
      </div>
    </div>"""


def author(letterhead: Letterhead) -> str:
    """The issuing organ on one line."""
    return " ".join((letterhead.organ, *letterhead.above))


def together(html: str) -> str:
    """The HTML with no-break spaces where the end of a line would mislead."""
    return TOGETHER.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), html)


def page(article: markup.Article) -> str:
    """The whole paper as HTML."""
    fields = article.fields
    letterhead = LETTERHEADS[fields["issuer"] or fields["issuer_name"]]
    body = parts(article.blocks)
    annex = f'<div class="annex">{together("".join(body.annex))}</div>' if body.annex else ""
    return f"""<!DOCTYPE html>
    <html lang="vi">
    <head>
      <meta charset="utf-8">
      <title>{escape(fields["title"])}</title>
      <meta name="author" content="{escape(author(letterhead))}">
      <meta name="description" content="{escape(fields["number"])}">
      <meta name="dcterms.created" content="{fields["issued_on"].isoformat()}">
      <style>@page {{ @bottom-center {{ content: "{NOTICE}" }} }}</style>
    </head>
    <body class="{letterhead.style}">
      {head(fields, letterhead)}{together(subject(fields))}
      <div class="text">{together("".join(body.main))}</div>
      {signature(fields, letterhead, body.recipients)}{annex}
    </body>
    </html>"""


def plain_spaces(_document: Document, pdf: PDF) -> None:
    """Let no-break spaces be searched for and copied as plain spaces."""
    for item in pdf.objects:
        if isinstance(item, Stream) and b"begincmap" in item.stream:
            item.stream = [line.replace(b" <00a0>", b" <0020>") for line in item.stream]


def make(source: Path) -> Path:
    """Make the PDF of one document and return its path. Exits where the font is missing or the file is too large."""
    article = markup.read(source)
    document = HTML(string=page(article)).render(stylesheets=[HERE / "make.css"], pdf_tags=True)
    pdf = document.write_pdf(pdf_identifier=source.stem.encode(), pdf_tags=True, finisher=plain_spaces)
    if any(font.family != FONT for font in document.fonts.values()):
        sys.exit(f"{FONT} is not installed or lacks a letter: apt-get install fonts-liberation2")
    if len(pdf) > LIMIT:
        sys.exit(f"{source.stem}: {len(pdf)} bytes, more than {LIMIT}")
    target: Path = HERE / article.fields["file"]
    target.write_bytes(pdf)
    return target


def main() -> None:
    """Make what the command line asks for."""
    sources = {path.stem: path for path in sorted(HERE.glob("*.md"))}
    parser = argparse.ArgumentParser(description="Make the PDFs of the demonstration documents.")
    parser.add_argument("slugs", nargs="*", metavar="slug", help=", ".join(sources))
    slugs = parser.parse_args().slugs or list(sources)
    if unknown := set(slugs) - set(sources):
        parser.error(f"no such document: {', '.join(sorted(unknown))}")
    for slug in slugs:
        target = make(sources[slug])
        print(f"{target.name}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
