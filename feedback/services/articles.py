"""From an answered case back to everybody: an article about it, as a draft, from what may be read in the open."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page
from wagtail.rich_text import RichText

from core import text
from feedback import permissions, selectors
from feedback.models import Case, ProposedAnswer
from feedback.services.record import MoveRefused, locked
from news.models import NewsPage, NewsPageVillage

LONGEST_TITLE = 90  # characters of the question in the title
LONGEST_SUMMARY = 200


@transaction.atomic
def write_article(case: Case, *, by: Any) -> Page:
    """A draft about `case` in a folder `by` writes in, quoting question and answer as published; the one there is, if there is.

    Raises MoveRefused where question and answer are not public, or `by` writes nowhere.
    """
    case = locked(case)
    if case.article_id:
        return case.article
    if not permissions.may_work(by, case):
        raise MoveRefused(_("You may not work on this case."))
    answer = ProposedAnswer.objects.public().filter(case=case).first()
    if answer is None:
        raise MoveRefused(_("Only a case whose question and answer are public can become an article."))
    folder = selectors.folder_to_write_in(by, case)
    if folder is None:
        raise MoveRefused(_("There is no folder in which you may write articles."))
    page = folder.add_child(instance=_draft(case, answer, by))
    page.save_revision(user=by)
    case.article = page
    case.save(update_fields=["article"])
    return page


def _draft(case: Case, answer: ProposedAnswer, by: Any) -> NewsPage:
    with override("vi"):
        village = case.village and f"{case.village.name[:1].lower()}{case.village.name[1:]}"
        who = _("A resident of %(village)s") % {"village": village} if village else _("A resident")
        heading = _("The answer of %(unit)s") % {"unit": case.unit.short_label}
    page = NewsPage(
        title=text.shortened(answer.public_question, LONGEST_TITLE),
        summary=text.shortened(answer.public_answer, LONGEST_SUMMARY),
        topic=case.topic,
        owner=by,
        live=False,
        body=[
            ("quote", {"text": answer.public_question, "name": who, "role": ""}),
            ("heading", heading),
            ("text", RichText(text.paragraphs(answer.public_answer))),
        ],
    )
    if case.village:
        page.village_links = [NewsPageVillage(village=case.village)]
    return page
