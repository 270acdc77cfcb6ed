from dataclasses import replace
from typing import Any

import pytest

from models_showcase import services
from models_showcase.models import Criterion
from models_showcase.services import EvaluationDraft
from tests.factories import make_deed, make_model


@pytest.fixture
def model(commune):
    """A model of the women's union, begun in Đông Thượng on 8 March 2025."""
    folder = commune.folder(commune.women, section="mo-hinh")
    return make_model(folder, topic=commune.topic, village=commune.village, participants=498, cost=96_000_000)


@pytest.fixture
def deed(commune):
    """A draft of the women's union, without an agreement."""
    folder = commune.folder(commune.women, section="guong-sang")
    page = make_deed(folder, village=commune.village, live=False)
    page.save_revision(user=commune.users["author"])
    return page


@pytest.fixture
def draft(commune):
    return EvaluationDraft(
        year=2025,
        evaluator=commune.committee,
        verdict="spread",
        reason="Rác giảm một phần ba.",
        figures="Sổ cân cuối tháng Mười.",
        scores=dict.fromkeys(Criterion.objects.all(), 20),
    )


def evaluate(model: Any, commune: Any, draft: EvaluationDraft, **changes: Any) -> Any:
    """An evaluation that is approved: the chair writes, the deputy reads."""
    evaluation = services.write_evaluation(model, by=commune.users["chair"], draft=replace(draft, **changes))
    return services.approve(evaluation, by=commune.users["deputy"], seen=evaluation.version)
