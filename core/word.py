"""The words of a Word file (.docx), read as they stream by: no picture and no tree in memory, whatever a zip promises.

A file of 25 MB may hold an XML of 25 GB, or one that names itself a milliard times. Word writes neither.
"""

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

WORDS = "word/document.xml"
MOST_BYTES = 50 * 2**20  # of XML; a book of 800 pages has a fifth
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT, PARAGRAPH = f"{NAMESPACE} t", f"{NAMESPACE} p"
BLANKS = {f"{NAMESPACE} tab": "\t", f"{NAMESPACE} br": "\n", f"{NAMESPACE} cr": "\n"}
CHUNK = 2**16  # bytes


def paragraphs(file: IO[bytes]) -> Iterator[str]:
    """The words of each paragraph, those in tables too. Raises BadZipFile, KeyError or ValueError for what is no Word file."""
    reader = _Reader()
    with ZipFile(file) as archive, archive.open(WORDS) as xml:
        read = 0
        while chunk := xml.read(CHUNK):
            read += len(chunk)
            if read > MOST_BYTES:
                raise ValueError("Too much XML")
            yield from reader.feed(chunk)
    yield from reader.feed(b"", last=True)


class _Reader:
    def __init__(self) -> None:
        self._done: list[str] = []
        self._words: list[str] = []
        self._within_text = False
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
        raise ValueError("Entities may be declared there; Word declares none")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._within_text = name == TEXT
        if blank := BLANKS.get(name):
            self._words.append(blank)

    def _end(self, name: str) -> None:
        self._within_text = False
        if name == PARAGRAPH:
            self._done.append("".join(self._words))
            self._words = []

    def _characters(self, characters: str) -> None:
        if self._within_text:
            self._words.append(characters)
