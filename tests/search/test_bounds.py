"""Whatever is typed, only so much of it reaches the engine: no search costs many times an ordinary one."""

import pytest

from search import engines, finding, query
from tests.factories import make_article

pytestmark = pytest.mark.django_db

MOST_ASKED = (
    2500  # words or pairs in one question: the near spellings of a word of twelve letters, beside two neighbours
)
ENDLESS = {
    "digits": "9" * 400,
    "letters": "q" * 5000,
    "twelve_letters": "qwertyuiopas zxcvbnmlkjhg poiuytrewqas",
    "words": "den duong thon " * 200,
    "other_words": " ".join(f"tu{number}" for number in range(200)),
    "letters_apart": " ".join("abcdeghiklmnopqrstuvxy" * 10),
    "common_words": "va cua la co cho cac mot nhung duoc voi nguoi khong trong nay da o khi thi de ra vao len " * 3,
    "marks": "e" + "\u0301" * 5000,
    "signs": '"a OR "b AND (c NEAR ^ * - : | & ! ' * 40,
    "emoji": "👨‍👩‍👧‍👦" * 200,
}


class Watched:
    """An engine, and how much each of its answers was asked for."""

    def __init__(self, engine):
        self.engine, self.asked, self.longest, self.slots = engine, [], 0, 0

    def known(self, words):
        words = list(words)
        self._count(words)
        return self.engine.known(words)

    def neighbours(self, pairs):
        pairs = list(pairs)
        self._count([word for pair in pairs for word in pair])
        return self.engine.neighbours(pairs)

    def begins(self, word):
        self._count([word])
        return self.engine.begins(word)

    def holding(self, entries, alternatives, most, **options):
        self.slots = max(self.slots, *(len(slots) for slots in alternatives))
        return self.engine.holding(entries, alternatives, most, **options)

    def _count(self, words):
        self.asked.append(len(words))
        self.longest = max([self.longest, *map(len, words)])


@pytest.mark.parametrize("typed", ENDLESS.values(), ids=ENDLESS)
def test_only_so_much_reaches_the_engine(commune, monkeypatch, typed):
    make_article(commune.folder(commune.women), title="Đèn đường thôn Đông Thượng", topic=commune.topic)
    watched = Watched(engines.current())
    monkeypatch.setattr(engines, "current", lambda: watched)
    finding.find(typed)
    assert sum(watched.asked) <= 8 * MOST_ASKED
    assert max(watched.asked, default=0) <= 2 * MOST_ASKED
    assert len(watched.asked) < 12
    assert watched.longest <= query.LONGEST_WORD + 1
    assert watched.slots <= query.MOST_WORDS


@pytest.mark.parametrize(
    ("typed", "sought", "is_cut"),
    [
        ("đèn đường", ["đèn", "đường"], False),
        ("xanh xanh", ["xanh", "xanh"], False),
        ("thôn thôn thôn đông", ["thôn", "thôn", "đông"], True),
        ("9" * 60, ["9" * 40], True),
        (" ".join(f"t{number}" for number in range(30)), [f"t{number}" for number in range(24)], True),
    ],
)
def test_what_is_too_much_is_left_out(db, typed, sought, is_cut):
    understood = query.understand(typed)
    assert [word.exact for word in understood.words] == sought
    assert understood.is_cut is is_cut


@pytest.mark.parametrize(("typed", "is_said"), [("đèn đường", False), ("đường " * 300, True), ("9" * 400, True)])
def test_page_says_that_not_all_was_sought(commune, client, typed, is_said):
    page = client.get("/tim-kiem/", {"q": typed}).content.decode()
    assert ("chỉ tìm theo những chữ đầu" in page) is is_said
