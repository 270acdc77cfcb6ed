"""How a Vietnamese syllable is written: onset, rime, tone. By it one tells words from what a wrong font makes of them."""

import re
import unicodedata
from functools import lru_cache

TONES = {"\u0300": 0, "\u0301": 1, "\u0303": 2, "\u0309": 3, "\u0323": 4}  # huyền sắc ngã hỏi nặng
TONE = re.compile(f"[{''.join(TONES)}]")
NO_PLACE = re.compile(f"[^aeiouy\u0302\u0306\u031b][{''.join(TONES)}]")  # ñ bears none
HIGH_OR_LOW = {"\u0301", "\u0323"}  # sắc and nặng: no other tone stands before c, ch, p, t
ONSETS = "ngh|ng|nh|n|ch|c|gh|gi|g|kh|k|ph|p|qu|th|tr|t|[bdđhlmrsvx]"
RIMES = frozenset(
    re.findall(
        r"\w+",
        """a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ
    up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu""",
    )
)
# After qu the u of the rime is written already; ê and i follow gh, ngh, k, never g, ng, c.
AFTER_QU = frozenset(rime[1:] for rime in RIMES if rime[0] in "ou" and len(rime) > 1) | {"e", "ôc", "ơ", "i", "it", "y"}
BRIGHT = ("e", "ê", "i", "y")
SYLLABLE = re.compile(f"({ONSETS})?(.*)")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether `word` is written as a Vietnamese syllable may be, whatever its case and wherever its tone sits."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = TONE.findall(letters)
    bare = unicodedata.normalize("NFC", TONE.sub("", letters))
    if (
        len(tones) > 1
        or NO_PLACE.search(letters)
        or (bare.endswith(("c", "ch", "p", "t")) and not HIGH_OR_LOW.issuperset(tones))
    ):
        return False
    if bare.startswith("gi") and (bare[1:] in RIMES or bare[1:] == "iêng"):  # gì, gìn, giếng: one i for two
        return True
    match = SYLLABLE.fullmatch(bare)
    return match is not None and _belong(match[1] or "", match[2])


def _belong(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in AFTER_QU
    if rime not in RIMES:
        return False
    is_bright = rime.startswith(BRIGHT)
    if onset in {"k", "gh", "ngh"}:
        return is_bright
    return not (is_bright and onset in {"c", "ng", "g"})
