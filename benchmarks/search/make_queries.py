"""Makes `queries.json`: what people might type to find our own texts, each with the texts that hold it.

Run: .venv/bin/python benchmarks/search/make_queries.py      (only after the demo's texts have changed)
Phrases are drawn by lot from the texts (always the same lot); relevant are all texts in which the phrase stands as it was written.
"""

import json
import os
import random
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site"), str(Path(__file__).parent)]
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

from corpus import documents  # noqa: E402

from core import text  # noqa: E402

OF_EACH, MOST_RELEVANT = 24, 6
ABBREVIATIONS = {
    "MTTQ": "Mặt trận Tổ quốc",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "ANTT": "an ninh trật tự",
    "CLB": "câu lạc bộ",
    "CNTT": "công nghệ thông tin",
    "NTM": "nông thôn mới",
    "ĐĐK": "đại đoàn kết",
}
NEWER = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "úy": "uý",
    "ủy": "uỷ",
    "ụy": "uỵ",
    "òe": "oè",
    "ỏe": "oẻ",
}
CONFUSED = [
    ("tr", "ch"),
    ("ch", "tr"),
    ("s", "x"),
    ("x", "s"),
    ("d", "gi"),
    ("gi", "d"),
    ("r", "d"),
    ("l", "n"),
    ("n", "l"),
]


def main() -> None:
    lot = random.Random(1)
    texts = {row["id"]: f" {' '.join(text.words(row['text']))} " for row in documents()}
    kinds = {
        "accented": lambda words: " ".join(words),
        "unaccented": lambda words: text.folded(" ".join(words)),
        "decomposed": lambda words: unicodedata.normalize("NFD", " ".join(words)),
        "upper case": lambda words: " ".join(words).upper(),
        "newer tone placement": newer,
        "partly accented": lambda words: " ".join(text.folded(w) if lot.random() < 0.5 else w for w in words),
        "partial last syllable": lambda words: text.folded(" ".join(words))[: -lot.choice([1, 2])],
        "one typo": lambda words: typo(lot, words),
    }
    queries = []
    for kind, written in kinds.items():
        while sum(query["kind"] == kind for query in queries) < OF_EACH:
            words, relevant = phrase(lot, texts)
            asked = written(words)
            plain = " ".join(words)
            if kind == "partial last syllable" and len(text.folded(words[-1])) < 4:
                continue
            if (kind == "newer tone placement" and asked == plain) or (
                kind == "one typo" and asked == text.folded(plain)
            ):
                continue
            queries.append({"kind": kind, "query": asked, "relevant": relevant})
    queries += homographs(lot, texts) + abbreviations(lot, texts)
    for number, query in enumerate(queries):
        query["id"] = f"q{number:03}"
    path = Path(__file__).with_name("queries.json")
    path.write_text(
        "[\n" + ",\n".join(json.dumps(query, ensure_ascii=False) for query in queries) + "\n]\n", encoding="utf-8"
    )
    print(len(queries), "queries")


def phrase(lot: random.Random, texts: dict[str, str]) -> tuple[list[str], list[str]]:
    """Three to five syllables that stand side by side in at most a few texts."""
    while True:
        words = texts[lot.choice(sorted(texts))].split()
        size = lot.choice([3, 4, 5])
        start = lot.randrange(len(words) - size)
        chosen = words[start : start + size]
        relevant = holding(texts, chosen)
        if len(relevant) <= MOST_RELEVANT and sum(word.isalpha() and len(word) > 1 for word in chosen) == size:
            return chosen, relevant


def holding(texts: dict[str, str], words: list[str]) -> list[str]:
    return [name for name, words_of in texts.items() if f" {' '.join(words)} " in words_of]


def newer(words: list[str]) -> str:
    written = " ".join(words)
    for old, new in NEWER.items():
        written = " ".join(word.replace(old, new) if word.endswith(old) else word for word in written.split())
    return written


def typo(lot: random.Random, words: list[str]) -> str:
    folded = text.folded(" ".join(words)).split()
    place = lot.randrange(len(folded))
    word = folded[place]
    sounds = [now + word[len(was) :] for was, now in CONFUSED if word.startswith(was)]
    if sounds and lot.random() < 0.5:
        folded[place] = lot.choice(sounds)
    elif len(word) > 2:
        cut = lot.randrange(1, len(word))
        folded[place] = lot.choice([word[:cut] + word[cut + 1 :], word[:cut] + word[cut - 1] + word[cut:]])
    return " ".join(folded)


def homographs(lot: random.Random, texts: dict[str, str]) -> list[dict]:
    """Two syllables with their marks, where others without them read the same."""
    seen: dict[str, set[str]] = {}
    for words in texts.values():
        parts = words.split()
        for pair in pairwise(parts):
            seen.setdefault(text.folded(" ".join(pair)), set()).add(" ".join(pair))
    queries = []
    for _folded, written in lot.sample(
        sorted((folded, sorted(pairs)) for folded, pairs in seen.items() if len(pairs) > 1), 400
    ):
        chosen = lot.choice(written)
        relevant = holding(texts, chosen.split())
        if (
            len(relevant) <= 3
            and chosen.replace(" ", "").isalpha()
            and all(text.folded(w) != w for w in chosen.split())
        ):
            queries.append({"kind": "homograph", "query": chosen, "relevant": relevant})
        if len(queries) == OF_EACH:
            break
    return queries


def abbreviations(lot: random.Random, texts: dict[str, str]) -> list[dict]:
    """An abbreviation and a word beside what it stands for."""
    queries = []
    for short, full in ABBREVIATIONS.items():
        phrase_words = text.words(full)
        afterwards: dict[str, list[str]] = {}
        for words in texts.values():
            parts = words.split()
            for place in range(len(parts) - len(phrase_words) - 1):
                if parts[place : place + len(phrase_words)] == phrase_words:
                    rest = parts[place + len(phrase_words) : place + len(phrase_words) + 2]
                    if all(part.isalpha() for part in rest):
                        in_full = holding(texts, [*phrase_words, *rest])
                        in_short = holding(texts, [*text.words(short), *rest])
                        afterwards[" ".join(rest)] = sorted({*in_full, *in_short})
        good = sorted(rest for rest, relevant in afterwards.items() if len(relevant) <= MOST_RELEVANT)
        for rest in lot.sample(good, min(3, len(good))):
            queries.append(
                {"kind": "abbreviation", "query": f"{short} {text.folded(rest)}", "relevant": afterwards[rest]}
            )
    return queries


if __name__ == "__main__":
    main()
