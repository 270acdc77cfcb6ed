"""How words are compared: the same for what is indexed and what is sought, whichever engine compares."""

import re

from core import text

DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)")  # M.T.T.Q


def words(written: str) -> list[str]:
    """The syllables of `written`, exact, those that may be spelled in two ways in one."""
    joined = DOTTED.sub(lambda found: found[0].replace(".", ""), written)
    return text.alike(" ".join(text.words(joined))).split()


def folded(written: str) -> str:
    """A word, or several, without marks, in one spelling."""
    return text.alike(text.folded(written))
