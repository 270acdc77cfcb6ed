"""The forms of the models' screens: an evaluation, an adoption, an agreement to be named."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.admin import CHOOSE, day
from models_showcase import permissions
from models_showcase.enums import Manner, Relation, Verdict
from models_showcase.models import Adoption, Criterion, Evaluation, GoodDeedPage, ModelPage
from models_showcase.services import AdoptionDraft, EvaluationDraft
from models_showcase.services.consents import ConsentDraft
from organisations.enums import UnitKind
from organisations.models import Unit, Village


def paragraph(label: Any, rows: int = 3, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class EvaluationForm(forms.Form):
    """Points for each criterion of the year, a verdict and its reason."""

    year = forms.IntegerField(label=_("Year"))
    evaluator = forms.ModelChoiceField(label=_("Evaluated by"), queryset=Unit.objects.none(), empty_label=CHOOSE)
    figures = paragraph(_("What was counted"), help_text=_("Figures, and where they can be checked."), max_length=1000)
    verdict = forms.ChoiceField(label=_("Verdict"), choices=[("", CHOOSE), *Verdict.choices])
    reason = paragraph(_("Reason"), help_text=_("Everybody reads it on the model's page."), max_length=2000)

    def __init__(self, *args: Any, model: ModelPage, by: Any, evaluation: Evaluation | None = None, **kwargs: Any):
        initial: dict[str, Any] = {"year": timezone.localdate().year}
        if evaluation:
            names = ("year", "evaluator", "figures", "verdict", "reason")
            initial = {name: getattr(evaluation, name) for name in names}
            initial |= {f"points_{score.criterion_id}": score.points for score in evaluation.scores.all()}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.label_suffix = ""
        units = (
            Unit.objects.writing() if by.is_superuser else Unit.objects.filter(pk__in=permissions.evaluating_units(by))
        )
        self.fields["evaluator"].queryset = units.exclude(pk=model.unit_id)  # type: ignore[attr-defined]
        if not evaluation and len(choices := self.fields["evaluator"].queryset) == 1:  # type: ignore[attr-defined]
            self.initial["evaluator"] = choices[0]
        self.fields["figures"].help_text = format_lazy("{} {}", self.fields["figures"].help_text, _copies(model))
        self.criteria = list(Criterion.objects.of_year(initial["year"]))
        for criterion in self.criteria:
            self.fields[f"points_{criterion.pk}"] = forms.IntegerField(
                label=_("%(criterion)s (0 to %(points)s)") % {"criterion": criterion.label, "points": criterion.points},
                help_text=criterion.question_label,
                min_value=0,
                max_value=criterion.points,
            )
        self.order_fields(["year", "evaluator", "figures", *(f"points_{item.pk}" for item in self.criteria)])

    def draft(self) -> EvaluationDraft:
        data = self.cleaned_data
        return EvaluationDraft(
            year=data["year"],
            evaluator=data["evaluator"],
            verdict=data["verdict"],
            reason=data["reason"],
            figures=data["figures"],
            scores={criterion: data[f"points_{criterion.pk}"] for criterion in self.criteria},
        )


def _copies(model: ModelPage) -> str:
    """How many do the same, as it is recorded, so that nobody has to count."""
    days = list(Adoption.objects.of(model).approved().values_list("adopted_on", flat=True))
    year = timezone.localdate().year
    return gettext("Recorded here: %(all)s do the same, %(now)s of them since %(year)s.") % {
        "all": len(days),
        "now": sum(day.year == year for day in days),
        "year": year,
    }


class SeenForm(forms.Form):
    """The version that was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(SeenForm):
    reason = paragraph(_("What should be changed?"), required=False, max_length=500)


class AdoptionForm(forms.Form):
    """Who does the same, since when, learnt from whom."""

    village = forms.ModelChoiceField(
        label=_("Village"), queryset=Village.objects.none(), required=False, empty_label=_("No village")
    )
    unit = forms.ModelChoiceField(
        label=_("or organisation"), queryset=Unit.objects.none(), required=False, empty_label=_("No organisation")
    )
    adopted_on = day(label=_("Began on"))
    copied_from = forms.ModelChoiceField(
        label=_("Learnt from"), queryset=Adoption.objects.none(), required=False, empty_label=_("Where the model began")
    )
    changes = paragraph(_("What was done differently"), required=False, max_length=1000)
    result = paragraph(
        _("What came of it"),
        required=False,
        max_length=1000,
        help_text=_("Leave it empty while it is too early to say."),
    )

    def __init__(self, *args: Any, model: ModelPage, adoption: Adoption | None = None, **kwargs: Any):
        initial = {"adopted_on": timezone.localdate(), **kwargs.pop("initial", {})}
        if adoption:
            initial = {name: getattr(adoption, name) for name in self.base_fields}
        super().__init__(*args, **{"initial": initial, **kwargs})
        self.label_suffix = ""
        fields: dict[str, Any] = self.fields
        fields["village"].queryset = Village.objects.current()
        fields["unit"].queryset = Unit.objects.open().filter(kind__in=[UnitKind.COMMITTEE, UnitKind.ORGANISATION])
        fields["copied_from"].queryset = Adoption.objects.of(model).exclude(pk=adoption.pk if adoption else 0)

    def draft(self) -> AdoptionDraft:
        return AdoptionDraft(**self.cleaned_data)


class ConsentForm(forms.Form):
    """Who agreed that somebody is named, when and how."""

    given_by = forms.CharField(
        label=_("Who agreed"), max_length=160, help_text=_("Kept encrypted; shown to nobody outside.")
    )
    relation = forms.ChoiceField(label=_("That is"), choices=[("", CHOOSE), *Relation.choices])
    given_on = day(label=_("On"))
    manner = forms.ChoiceField(label=_("How"), choices=[("", CHOOSE), *Manner.choices])

    def __init__(self, *args: Any, deed: GoodDeedPage, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"given_on": timezone.localdate()}, **kwargs})
        self.label_suffix = ""
        if deed.is_child:
            relation: Any = self.fields["relation"]
            relation.choices = [(Relation.GUARDIAN, Relation.GUARDIAN.label)]
            relation.help_text = _("For a child only a parent or guardian can agree.")

    def draft(self) -> ConsentDraft:
        data = self.cleaned_data
        return ConsentDraft(data["given_by"], Relation(data["relation"]), data["given_on"], Manner(data["manner"]))
