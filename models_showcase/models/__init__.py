from models_showcase.models.adoptions import Adoption
from models_showcase.models.deeds import Consent, GoodDeedPage
from models_showcase.models.evaluations import Evaluation, Score
from models_showcase.models.kinds import Criterion, ModelKind, ModelTargets
from models_showcase.models.models import ModelPage
from models_showcase.models.sections import GoodDeedIndexPage, ModelIndexPage, TargetsPage

__all__ = [
    "Adoption",
    "Consent",
    "Criterion",
    "Evaluation",
    "GoodDeedIndexPage",
    "GoodDeedPage",
    "ModelIndexPage",
    "ModelKind",
    "ModelPage",
    "ModelTargets",
    "Score",
    "TargetsPage",
]
