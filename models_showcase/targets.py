"""One model a year: which villages and organisations have reached it. Every figure names the records it counts."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core.visibility import visible_to_public
from models_showcase.enums import Standing
from models_showcase.models import Adoption, ModelPage, ModelTargets
from organisations.enums import UnitKind
from organisations.models import Unit, Village


@dataclass(frozen=True)
class Record:
    """A model that was begun, or copied, in the year."""

    model: ModelPage
    copied: bool


@dataclass
class Line:
    """How one village or organisation stands to the target of a year."""

    who: Village | Unit
    target: int
    standing: Standing
    records: list[Record] = field(default_factory=list)

    @property
    def number(self) -> int:
        return len(self.records)


@dataclass(frozen=True)
class Year:
    """The lines of a year, and how many have reached the target."""

    year: int
    villages: list[Line]
    organisations: list[Line]

    @property
    def villages_met(self) -> int:
        return sum(line.standing == Standing.MET for line in self.villages)

    @property
    def organisations_met(self) -> int:
        return sum(line.standing == Standing.MET for line in self.organisations)


def of_year(year: int, targets: ModelTargets | None = None) -> Year:
    """Counts `year` for every village and organisation, in five queries (four where the `targets` are known)."""
    targets = targets or ModelTargets.load()
    shown = _shown()
    begun = list(shown.filter(started__year=year).select_related("unit", "village", "kind"))
    copies = list(Adoption.objects.approved().filter(adopted_on__year=year, model__in=shown).select_related("model"))
    of_village: dict[int | None, list[Record]] = defaultdict(list)
    of_unit: dict[int | None, list[Record]] = defaultdict(list)
    for model in begun:
        of_village[model.village_id].append(Record(model, copied=False))
        of_unit[model.unit_id].append(Record(model, copied=False))
    for adoption in copies:
        of_village[adoption.village_id].append(Record(adoption.model, copied=True))
        of_unit[adoption.unit_id].append(Record(adoption.model, copied=True))
    anything = bool(begun or copies)

    def line(who: Village | Unit, target: int, records: list[Record]) -> Line:
        return Line(who, target, _standing(year, len(records), target, anything), records)

    return Year(
        year,
        [line(place, targets.a_village, of_village[place.pk]) for place in Village.objects.current()],
        [line(body, targets.an_organisation, of_unit[body.pk]) for body in _organisations()],
    )


def of_this_year(who: Village | Unit) -> Line:
    """How one village or organisation stands to the target of this year, in two queries."""
    year = timezone.localdate().year
    targets = ModelTargets.load()
    name, target = ("village", targets.a_village) if isinstance(who, Village) else ("unit", targets.an_organisation)
    copies = Adoption.objects.approved().filter(model=OuterRef("pk"), adopted_on__year=year, **{name: who})
    found = _shown().annotate(copied=Exists(copies)).filter(Q(copied=True) | Q(started__year=year, **{name: who}))
    records = [Record(model, copied=model.copied) for model in found.order_by("started", "pk")]
    return Line(who, target, _standing(year, len(records), target, anything=True), records)


def has_target(unit: Unit) -> bool:
    """Whether the target is set for such a unit: the organisations, not the committee, whose models are theirs."""
    return unit.kind == UnitKind.ORGANISATION


def context(asked: str) -> dict[str, Any]:
    """The page of the targets: the year asked for (this year), and the years there are."""
    this_year = timezone.localdate().year
    targets = ModelTargets.load()
    years = list(range(this_year, min(targets.first_year, this_year) - 1, -1))
    notice = ""
    year = this_year
    if asked:
        if asked.isascii() and asked.isdigit() and int(asked) in years:
            year = int(asked)
        else:
            notice = _("For “%(value)s” there are no figures; these are of %(year)s.") % {
                "value": asked[:10],
                "year": this_year,
            }
    return {
        "counted": of_year(year, targets),
        "years": years,
        "targets": targets,
        "notice": notice,
        "this_year": this_year,
    }


def _shown() -> Any:
    return visible_to_public(ModelPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE))


def _organisations() -> Any:
    return Unit.objects.open().filter(kind=UnitKind.ORGANISATION)


def _standing(year: int, number: int, target: int, anything: bool) -> Standing:
    if number >= target:
        return Standing.MET
    if year >= timezone.localdate().year:
        return Standing.NOT_YET
    return Standing.MISSED if anything else Standing.NO_DATA
