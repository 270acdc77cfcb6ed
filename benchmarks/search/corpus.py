"""Our own texts to search in: the demo commune's articles, models, deeds and events, and its papers by section."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("articles", "models", "deeds", "events")
SECTION = re.compile(r"^## +", re.MULTILINE)
MARKUP = re.compile(r"[*_#>`]|^\s*[-|!]\s*", re.MULTILINE)


def documents() -> list[dict[str, str]]:
    """`{id, text}`; the first line of a text is its title."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / "demo" / folder).glob("*.md")):
            if not path.stem.endswith(".en"):
                head, body = _parts(path)
                words = [head["title"], head.get("summary", ""), head.get("honoured", ""), *_lines(head), body]
                found.append({"id": f"{folder}/{path.stem}", "text": _plain(words)})
    for path in sorted((ROOT / "demo" / "documents").glob("*.md")):
        head, body = _parts(path)
        for number, section in enumerate(SECTION.split(body)):
            title, _line, rest = section.partition("\n")
            words = [f"{head['title']}: {title}" if number else head["title"], rest if number else section]
            found.append({"id": f"documents/{path.stem}/{number}", "text": _plain(words)})
    return found


def _parts(path: Path) -> tuple[dict, str]:
    _plus, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    return tomllib.loads(head), body


def _lines(head: dict) -> list[str]:
    return [str(line) for name in ("steps", "needs", "mistakes") for line in head.get(name, [])]


def _plain(words: list[str]) -> str:
    return "\n".join(MARKUP.sub(" ", part).strip() for part in words if part.strip())
