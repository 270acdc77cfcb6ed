"""How words are compared: the same for what is indexed and what is sought, whichever engine compares."""

from core import text


def words(written: str) -> list[str]:
    """The syllables of `written`, exact, those that may be spelled in two ways in one."""
    return text.alike(" ".join(text.words(written))).split()


def folded(written: str) -> str:
    """A word, or several, without marks, in one spelling."""
    return text.alike(text.folded(written))
