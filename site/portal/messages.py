"""Message catalogues: compiled without gettext, checked, and what of the packages' messages is in Vietnamese.

gettext makes one catalogue of all: a message without context has one translation, whichever package says it. Ours (`locale`) comes
before our completion of the packages (`locale_overlay`), which comes before what the packages bring.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path

import polib
from django.apps import apps
from django.conf import settings

LANGUAGE = "vi"
DOMAINS = ("django", "djangojs")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?\w+[^>]*>")
ALSO = ("treebeard",)  # speaks in the admin, and is no app of ours
HEADER = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
SAID = {"Language": LANGUAGE, "Plural-Forms": "nplurals=1; plural=0;"}
Key = tuple[str | None, str]  # context, message


def compile_catalogues() -> list[Path]:
    """Writes the .mo beside every .po that is newer; returns those written."""
    written = []
    for folder in settings.LOCALE_PATHS:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
                polib.pofile(str(source)).save_as_mofile(str(target))
                written.append(target)
    return written


def texts(entry: polib.POEntry) -> list[str]:
    """What `entry` was translated to; Vietnamese has one form for any number."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def faults(catalogue: Iterable[polib.POEntry]) -> list[str]:
    """Entries without Vietnamese, marked fuzzy, or whose placeholders or tags differ; left out is what a comment gives the reason for."""
    result = []
    for entry in catalogue:
        if not all(texts(entry)) or entry.fuzzy:
            result.append(f"no Vietnamese: {entry.msgid!r}")
        said = _marks(entry.msgid_plural or entry.msgid)
        for text in filter(None, texts(entry)):
            if _marks(text) - said or (said - _marks(text) and not entry.comment):
                result.append(f"placeholders or tags differ: {entry.msgid!r}")
    return result


def _marks(text: str) -> Counter[str]:
    """Placeholders, each once, and tags, as often as they stand there."""
    return Counter(set(PLACEHOLDER.findall(text))) + Counter(TAG.findall(text))


@dataclass(frozen=True)
class Package:
    """The messages of one folder `locale` of a package, in one domain."""

    name: str  # wagtail/admin
    domain: str
    folder: Path

    @cached_property
    def messages(self) -> list[polib.POEntry]:
        """What can be translated: the English catalogue, or, where there is none, the fullest of the others."""
        english = self._file("en")
        if english.exists():
            return self._entries(english)
        others = [self._entries(file) for file in sorted(self.folder.glob(f"*/LC_MESSAGES/{self.domain}.po"))]
        return max(others, key=len, default=[])

    @cached_property
    def shipped(self) -> dict[Key, polib.POEntry]:
        """What the package itself says in Vietnamese."""
        file = self._file(LANGUAGE)
        entries = self._entries(file) if file.exists() else []
        return {key(entry): entry for entry in entries if all(texts(entry)) and not entry.fuzzy}

    @property
    def header(self) -> tuple[str, dict[str, str]]:
        """The remarks and the fields at the head of its Vietnamese catalogue, where it has one."""
        file = self._file(LANGUAGE)
        catalogue = polib.pofile(str(file)) if file.exists() else polib.POFile()
        return catalogue.header, HEADER | catalogue.metadata | SAID

    def _file(self, language: str) -> Path:
        return self.folder / language / "LC_MESSAGES" / f"{self.domain}.po"

    def _entries(self, file: Path) -> list[polib.POEntry]:
        return [entry for entry in polib.pofile(str(file)) if not entry.obsolete]


def packages() -> list[Package]:
    """Those of the installed apps (of Wagtail and the others, whole) and of Django's heart, sorted by name."""
    installed = {Path(config.path) for config in apps.get_app_configs()}
    roots = {_root(config.name) for config in apps.get_app_configs()} | {_root(name) for name in ALSO}
    found = []
    for root in sorted(root for root in roots if not is_ours(root)):
        for folder in sorted(root.rglob("locale")):
            if root.name == "django" and folder.parent.name != "conf" and folder.parent not in installed:
                continue
            name = str(folder.parent.relative_to(root.parent))
            found += [Package(name, domain, folder) for domain in DOMAINS]
    return [package for package in found if package.messages]


def is_ours(folder: Path) -> bool:
    """Whether an app there is of this project; the environment with the packages may lie within its folder."""
    return folder.is_relative_to(settings.BASE_DIR) and not folder.is_relative_to(sys.prefix)


def _root(module: str) -> Path:
    return Path(import_module(module.partition(".")[0]).__path__[0])


def overlay(domain: str) -> dict[Key, polib.POEntry]:
    """Our completion of the packages' messages."""
    file = Path(settings.LOCALE_PATHS[-1]) / LANGUAGE / "LC_MESSAGES" / f"{domain}.po"
    return {key(entry): entry for entry in polib.pofile(str(file))}


def spoken(domain: str, among: Iterable[Package]) -> dict[Key, polib.POEntry]:
    """What an officer reads: ours before what the packages bring."""
    result: dict[Key, polib.POEntry] = {}
    for package in among:
        if package.domain == domain:
            result = package.shipped | result
    return result | overlay(domain)


def missing(among: list[Package]) -> Iterator[tuple[Package, polib.POEntry]]:
    """Messages that nobody has put into Vietnamese: after an upgrade, what is new."""
    vietnamese = {domain: spoken(domain, among) for domain in DOMAINS}
    for package in among:
        yield from ((package, entry) for entry in package.messages if key(entry) not in vietnamese[package.domain])


def unused(among: list[Package]) -> list[tuple[str, Key]]:
    """What we translated and no package has in its catalogue: after an upgrade, perhaps not said any more."""
    said = {(package.domain, key(entry)) for package in among for entry in package.messages}
    ours = [(domain, entry) for domain in DOMAINS for entry in overlay(domain)]
    return [pair for pair in ours if pair not in said]


def write_upstream(target: Path, among: list[Package]) -> list[Path]:
    """A catalogue for each package in the shape of its own: its header, order, comments and places, our words; returns what was written.

    What leaves out a placeholder says so for this site only, and is left empty.
    """
    vietnamese = {domain: spoken(domain, among) for domain in DOMAINS}
    written = []
    for package in among:
        catalogue = polib.POFile(wrapwidth=78)
        catalogue.header, catalogue.metadata = package.header
        for entry in package.messages:
            said = vietnamese[package.domain].get(key(entry))
            catalogue.append(_translated(entry, texts(said)[0] if said else ""))
        path = target / package.name / "locale" / LANGUAGE / "LC_MESSAGES" / f"{package.domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        written.append(path)
    return written


def _translated(entry: polib.POEntry, text: str) -> polib.POEntry:
    if _marks(text) != _marks(entry.msgid_plural or entry.msgid):
        text = ""
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr="" if entry.msgid_plural else text,
        msgstr_plural={0: text} if entry.msgid_plural else {},
        occurrences=entry.occurrences,
        comment=entry.comment,
        flags=[flag for flag in entry.flags if flag != "fuzzy"],
    )
