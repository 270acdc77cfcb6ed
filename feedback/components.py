"""What feedback adds to pages below it."""

from typing import Any

from django.db.models import Q
from laces.components import Component

from feedback.models import ProposedAnswer
from models_showcase.models import GoodDeedIndexPage, GoodDeedPage, ModelPage

ANSWERS_UNDER_PAGE = 5


class QuestionsAboutPage(Component):
    """The way to ask about a page, and what was asked and answered in public."""

    template_name = "feedback/questions_about_page.html"

    def __init__(self, page: Any) -> None:
        self.page = page

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        found = (
            ProposedAnswer.objects.public()
            .for_listing()
            .filter(Q(case__about=self.page.pk) | Q(case__article=self.page.pk))
        )
        answers = list(found[: ANSWERS_UNDER_PAGE + 1])
        origin = next((answer for answer in answers if answer.case.article_id == self.page.pk), None)
        about = [answer for answer in answers if answer.case.about_id == self.page.pk]
        return {"page": self.page, "origin": origin, "answers": about[:ANSWERS_UNDER_PAGE]}


class CopyThisModel(Component):
    """The way to the form, for who wants to copy a model."""

    template_name = "feedback/copy_this_model.html"

    def __init__(self, page: Any) -> None:
        self.page = page

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"page": self.page}


class ProposeADeed(Component):
    """The way to propose somebody."""

    template_name = "feedback/propose_a_deed.html"


def copy_this_model(page: Any, request: Any) -> CopyThisModel | None:
    return CopyThisModel(page) if isinstance(page, ModelPage) and page.unit and page.may_be_copied else None


def propose_a_deed(page: Any, request: Any) -> ProposeADeed | None:
    return ProposeADeed() if isinstance(page, (GoodDeedPage, GoodDeedIndexPage)) else None


def questions_about_page(page: Any, request: Any) -> QuestionsAboutPage | None:
    return QuestionsAboutPage(page) if page.takes_questions else None
