"""The words of files of offices (Word, Excel, PowerPoint, LibreOffice), read as they stream by.

No picture and no tree in memory, whatever a zip promises: a file of 25 MB may hold an XML of 25 GB, or one that names itself a
milliard times. No office program writes either.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

MOST_BYTES = 50 * 2**20  # of XML; a book of 800 pages has a fifth
CHUNK = 2**16  # bytes
# A mark of hidden words hides those of its run; in a paragraph's properties only the sign at its end, in what was before nothing.
MAY_HIDE = {"r", "pPr", "rPrChange"}
HIDDEN, NOT_SO = "vanish", {"0", "false", "off"}
ELSEWHERE = "altChunk"
UNNAMED = re.compile(r"(sheet|trang tính)\s*\d*", re.IGNORECASE)  # what nobody called a sheet of Excel
BLANKS = {"tab": "\t", "s": " ", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-"}
MIME = b"application/vnd.oasis.opendocument."
ZIP = b"PK\x03\x04"
OLD_OR_LOCKED = bytes.fromhex(
    "d0cf11e0a1b11ae1"
)  # how files of Office before 2007 begin, and newer ones with a password


class Locked(ValueError):
    """The file asks for a password."""


class Incomplete(ValueError):
    """All its words were read but for those that stand in another file within (`altChunk`): Word puts them in as it opens it."""


@dataclass(frozen=True)
class Dialect:
    """Where a kind of file keeps its words: names of the zip's members, and of XML elements whatever their namespace."""

    members: str
    paragraphs: frozenset[str]
    texts: frozenset[str] | None  # within a paragraph; None: all of it is text
    skipped: frozenset[str]  # what is deleted, said twice, or a colleague's remark


OPEN_DOCUMENT = Dialect(
    r"(content|styles)\.xml",
    paragraphs=frozenset({"p", "h"}),
    texts=None,
    skipped=frozenset({"tracked-changes", "annotation", "note-citation"}),
)
DIALECTS = {
    "docx": Dialect(
        r"word/(document|footnotes|endnotes|header|footer|diagrams/data)\d*\.xml",
        paragraphs=frozenset({"p"}),
        texts=frozenset({"t"}),
        skipped=frozenset({"del", "moveFrom", "Fallback"}),
    ),
    "xlsx": Dialect(
        r"xl/(workbook|sharedStrings|worksheets/sheet\d+|drawings/drawing\d+|diagrams/data\d+)\.xml",
        paragraphs=frozenset({"si", "is", "p", "calculated"}),
        texts=frozenset({"t", "calculated"}),
        skipped=frozenset({"rPh", "Fallback"}),
    ),
    "pptx": Dialect(
        r"ppt/(slides/slide|diagrams/data)\d+\.xml",
        paragraphs=frozenset({"p"}),
        texts=frozenset({"t"}),
        skipped=frozenset({"Fallback"}),
    ),
    "odt": OPEN_DOCUMENT,
    "ods": OPEN_DOCUMENT,
    "odp": OPEN_DOCUMENT,
}
SIGNS = {"docx": "word/document", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
ODF_KINDS = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}


def kind_of(file: IO[bytes]) -> str:
    """The ending that fits a file of an office, by what is in it; empty for anything else."""
    file.seek(0)
    with (
        suppress(BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError, ValueError),
        ZipFile(file) as archive,
    ):
        names = archive.namelist()
        if any(name.endswith("vbaProject.bin") for name in names):
            return ""  # with macros: under another ending it would not open
        if found := [kind for kind, sign in SIGNS.items() if any(name.startswith(sign) for name in names)]:
            return found[0]
        with archive.open("mimetype") as member:
            return ODF_KINDS.get(member.read(100).strip().removeprefix(MIME), "")
    return ""


def is_old_or_locked(file: IO[bytes]) -> bool:
    """Whether `file` is of Office before 2007, or of a newer one behind a password: both are wrapped alike."""
    return _begins_with(file, OLD_OR_LOCKED)


def is_cut_off(file: IO[bytes], called: str) -> bool:
    """Whether `file`, `called` one of an office, begins as those do, and is not whole."""
    return called in DIALECTS and _begins_with(file, ZIP)


def _begins_with(file: IO[bytes], sign: bytes) -> bool:
    file.seek(0)
    head = file.read(len(sign))
    file.seek(0)
    return head == sign


def paragraphs(file: IO[bytes], kind: str) -> Iterator[str]:
    """The words of each paragraph: the text first, then notes, heads and feet; what was inserted, not what was deleted or hidden.

    Raises Locked; at the end Incomplete; BadZipFile, KeyError or ValueError for what is no such file.
    """
    dialect = DIALECTS[kind]
    with ZipFile(file) as archive:
        if _has_password(archive):
            raise Locked("Asks for a password")
        members = sorted(filter(re.compile(dialect.members).fullmatch, archive.namelist()), key=_in_order)
        if not members:
            raise KeyError(dialect.members)
        read, is_complete = 0, True
        for name in members:
            reader = _Reader(dialect)
            with archive.open(name) as xml:
                while chunk := xml.read(CHUNK):
                    read += len(chunk)
                    if read > MOST_BYTES:
                        raise ValueError("Too much XML")
                    yield from reader.feed(chunk)
            yield from reader.feed(b"", last=True)
            is_complete = is_complete and reader.is_complete
        if not is_complete:
            raise Incomplete("Words in another file within")


def _has_password(archive: ZipFile) -> bool:
    """Whether the zip's members are behind a password, as LibreOffice writes it."""
    if any(member.flag_bits & 1 for member in archive.infolist()):
        return True
    with suppress(KeyError), archive.open("META-INF/manifest.xml") as manifest:
        return b"encryption-data" in manifest.read(CHUNK)
    return False


def _in_order(name: str) -> tuple[bool, int, str]:
    """The text before what stands around it; the tenth slide after the ninth."""
    return not name.startswith(("word/document", "content")), len(name), name


class _Reader:
    """The paragraphs of one XML. One may stand within another: a box of text in a line."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._done: list[str] = []
        self._open: list[list[str]] = []  # paragraphs, the innermost last
        self._texts = self._skipped = 0  # how deep in them
        self._hides: list[bool] = []  # whether each of what may hide words and is open does, the innermost last
        self._is_calculated = False  # whether the cell's value is words that a formula made
        self.is_complete = True
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def feed(self, chunk: bytes, *, last: bool = False) -> list[str]:
        """The paragraphs that end within `chunk`."""
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            raise ValueError("No XML") from error
        done, self._done = self._done, []
        return done

    def _refuse(self, *arguments: object) -> None:
        raise ValueError("Entities may be declared there; office programs declare none")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = self._meaning(name)
        self._skipped += name in self._dialect.skipped
        self._texts += name in (self._dialect.texts or ())
        if name in MAY_HIDE:
            self._hides.append(False)
        if name == HIDDEN and self._hides:
            self._hides[-1] = not NOT_SO.intersection(attributes.values())
        elif name == ELSEWHERE:
            self.is_complete = False
        elif name == "sheet" and not UNNAMED.fullmatch(called := attributes.get("name", "")):
            self._done.append(called)
        elif name == "c":
            self._is_calculated = attributes.get("t") == "str"
        elif name in self._dialect.paragraphs:
            self._open.append([])
        elif name in BLANKS:
            self._keep(BLANKS[name])

    def _end(self, name: str) -> None:
        name = self._meaning(name)
        self._skipped -= name in self._dialect.skipped
        self._texts -= name in (self._dialect.texts or ())
        if name in MAY_HIDE:
            self._hides.pop()
        if name in self._dialect.paragraphs:
            self._done.append("".join(self._open.pop()))

    def _meaning(self, name: str) -> str:
        """The name of an element without its namespace; of a value that is words, that of words."""
        name = name.rpartition(" ")[2]
        return "calculated" if name == "v" and self._is_calculated else name

    def _characters(self, characters: str) -> None:
        if self._texts or self._dialect.texts is None:
            self._keep(characters)

    def _keep(self, characters: str) -> None:
        if self._open and not self._skipped and not any(self._hides):
            self._open[-1].append(characters)
