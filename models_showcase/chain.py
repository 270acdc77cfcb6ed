"""From village to village: the adoptions of a model as a tree, set out for a drawing that fits a phone.

One row a copy, indented beneath whom it was learnt from. Beyond `DEEPEST` steps the indent grows no more; every row says from whom,
so nothing is lost with it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from models_showcase.models import Adoption, ModelPage

ROW, STEP, LEFT, WIDTH = 58, 20, 14, 320  # units of the drawing: never more than a phone of 360 has pixels
BESIDE = 16  # from a dot to its words
DEEPEST = 6
LETTER, SMALL_LETTER = 8.8, 7.6  # of a name, of what stands beneath it, on average


@dataclass(frozen=True)
class Node:
    """One row: where its dot lies, from which dot its line comes, what stands beside it."""

    x: int
    y: int
    parent_x: int
    parent_y: int
    name: str  # shortened to the room there is
    full_name: str
    since: date
    source: str  # from whom, where that is not the origin
    depth: int
    adoption: Adoption | None  # None: where it began

    @property
    def text_x(self) -> int:
        return self.x + BESIDE

    @property
    def name_y(self) -> int:
        return self.y - 2

    @property
    def when_y(self) -> int:
        return self.y + 18

    @property
    def when(self) -> str:
        month = date_format(self.since, "m/Y")
        if not self.depth:
            return _("the first, %(month)s") % {"month": month}
        if not self.source:
            return month
        return _cut(
            _("%(month)s, after %(source)s") % {"month": month, "source": self.source}, self.text_x, SMALL_LETTER
        )


@dataclass(frozen=True)
class Chain:
    nodes: list[Node]
    width: int
    height: int

    @property
    def words(self) -> str:
        """The drawing in a sentence, for those who cannot see it; the list beside it says the rest."""
        copies = len(self.nodes) - 1
        return ngettext(
            "Began in %(origin)s, copied once.", "Began in %(origin)s, copied %(number)s times.", copies
        ) % {"origin": self.nodes[0].full_name, "number": copies}


def draw(model: ModelPage, adoptions: list[Adoption]) -> Chain:
    """Sets out the copies of `model`; each under the one it was learnt from, the earliest first."""
    copies: dict[int | None, list[Adoption]] = defaultdict(list)
    known = {adoption.pk for adoption in adoptions}
    for adoption in adoptions:
        copies[adoption.copied_from_id if adoption.copied_from_id in known else None].append(adoption)
    origin = model.village.label if model.village else (model.unit.short_label if model.unit else model.title)
    nodes = [_node(0, LEFT, ROW // 2, origin, model.started, "", 0, None)]
    waiting: list[tuple[Adoption, Node]] = [(adoption, nodes[0]) for adoption in reversed(copies[None])]
    while waiting:
        adoption, parent = waiting.pop()
        source = parent.full_name if parent.adoption else ""
        if adoption.copied_from_id in {None, *known}:  # else where it was learnt is not public
            adoption.learnt_from = source or origin
        node = _node(
            len(nodes),
            parent.x,
            parent.y,
            adoption.adopter_label,
            adoption.adopted_on,
            source,
            parent.depth + 1,
            adoption,
        )
        nodes.append(node)
        waiting += [(copy, node) for copy in reversed(copies[adoption.pk])]
    return Chain(nodes, WIDTH, ROW * len(nodes))


def _node(
    row: int, parent_x: int, parent_y: int, name: str, since: date, source: str, depth: int, adoption: Adoption | None
) -> Node:
    x = LEFT + min(depth, DEEPEST) * STEP
    short = _cut(name, x + BESIDE, LETTER)
    return Node(x, row * ROW + ROW // 2, parent_x, parent_y, short, name, since, source, depth, adoption)


def _cut(words: str, begin: int, letter: float) -> str:
    """`words` as far as the drawing has room for them from `begin` on; the list beneath says them whole."""
    room = int((WIDTH - begin) / letter)
    return words if len(words) <= room else f"{words[: room - 1].rstrip()}…"
