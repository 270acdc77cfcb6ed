"""A proposed good deed: verified where it happened, written down as a draft, its proposer told when it is public."""

import re
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.rich_text import RichText

from core import text
from feedback import permissions
from feedback.enums import ActorKind, Outcome, Status
from feedback.models import Case, Nomination
from feedback.moves import Move, target
from feedback.services.record import MoveRefused, locked, record
from models_showcase.models import GoodDeedIndexPage, GoodDeedPage
from organisations.models import UnitFolderPage

LONGEST_TITLE = 90  # characters
FIRST_SENTENCE = re.compile(r"(?<=[.!?…])\s|\n")


@transaction.atomic
def verify(case: Case, *, by: Any, words: str) -> Nomination:
    """Notes that the deed is true, and how that was found out. (What is not true is finished by `close`, with the reason.)"""
    case, nomination = _to_work_on(case, by)
    if nomination.verified_at:
        raise MoveRefused(_("It is verified already."))
    if not (found := text.clean(words)):
        raise MoveRefused(_("Please say whom you asked and what they said."))
    nomination.verified_at, nomination.verified_by = timezone.now(), by
    nomination.save(update_fields=["verified_at", "verified_by"])
    if case.status == Status.RECEIVED:
        record(case, Move.START, by=by)
    record(case, Move.NOTE, by=by, internal_note=_("Verified: %(words)s") % {"words": found})
    return nomination


@transaction.atomic
def write_deed(case: Case, *, by: Any) -> GoodDeedPage:
    """A draft of the good deed in a folder `by` writes in; the one there is, if there is. Raises MoveRefused."""
    case, nomination = _to_work_on(case, by)
    if nomination.deed:
        return nomination.deed
    if not nomination.verified_at:
        raise MoveRefused(_("Please verify it first."))
    folder = _folder(case, by)
    if folder is None:
        raise MoveRefused(_("There is no folder in which you may write good deeds."))
    page = folder.add_child(instance=_draft(case, nomination, by))
    page.save_revision(user=by)
    nomination.deed = page
    nomination.save(update_fields=["deed"])
    return page


@transaction.atomic
def tell_the_proposer(page: GoodDeedPage) -> None:
    """The good deed is public: whoever proposed it is told, where her case is still open."""
    nomination = Nomination.objects.filter(deed__translation_key=page.translation_key).select_related("case").first()
    if nomination is None:
        return
    case = locked(nomination.case)
    if target(Move.PUBLISH, Status(case.status)) is None:
        return
    record(
        case,
        Move.PUBLISH,
        actor_kind=ActorKind.SYSTEM,
        public_text=page.title,
        outcome=Outcome.RESOLVED,
        answered_at=timezone.now(),
    )


def _to_work_on(case: Case, by: Any) -> tuple[Case, Nomination]:
    case = locked(case)
    nomination = Nomination.objects.filter(case=case).first()
    if nomination is None or not permissions.may_work(by, case):
        raise MoveRefused(_("You may not work on this case."))
    return case, nomination


def _folder(case: Case, by: Any) -> UnitFolderPage | None:
    section = GoodDeedIndexPage.objects.filter(locale=Locale.get_default()).first()
    folders = UnitFolderPage.objects.child_of(section) if section else UnitFolderPage.objects.none()
    mine = sorted(folders, key=lambda folder: folder.unit_id != case.unit_id)  # that of the unit in charge first
    return next((folder for folder in mine if folder.permissions_for_user(by).can_add_subpage()), None)


def _draft(case: Case, nomination: Nomination, by: Any) -> GoodDeedPage:
    return GoodDeedPage(
        title=text.shortened(FIRST_SENTENCE.split(case.text, maxsplit=1)[0].rstrip(".…"), LONGEST_TITLE),
        honoured=nomination.honoured,
        is_group=nomination.is_group,
        is_child=nomination.is_child,
        date=nomination.happened_on or timezone.localdate(case.submitted_at),
        village=case.village,
        owner=by,
        live=False,
        body=[("text", RichText(text.paragraphs(case.text)))],
    )
