"""The agreement of whoever is named: recorded, withdrawn. Without it nothing of the deed is public."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from core import text
from core.models import Withdrawal
from core.refusal import Refused
from models_showcase.enums import Manner, Relation
from models_showcase.models import Consent, GoodDeedPage


@dataclass(frozen=True)
class ConsentDraft:
    """Who agreed, for whom, when and how."""

    given_by: str
    relation: Relation
    given_on: date
    manner: Manner


@transaction.atomic
def record_consent(page: GoodDeedPage, *, by: Any, draft: ConsentDraft) -> Consent:
    """Notes that somebody agreed to the name in the newest draft.

    Raises ValidationError by field, Refused where `by` may not or it is noted already.
    """
    if not page.permissions_for_user(by).can_edit():
        raise Refused(_("You may not edit this page."))
    deed, earlier = page.get_latest_revision_as_object(), Consent.objects.in_force(page).first()
    if earlier and earlier.covers(deed):
        raise Refused(_("The agreement is noted already."))
    errors: dict[str, Any] = {}
    if not text.clean(draft.given_by):
        errors["given_by"] = _("Please write who agreed.")
    if deed.is_child and draft.relation != Relation.GUARDIAN:
        errors["relation"] = _("For a child a parent or guardian has to agree.")
    if draft.given_on > timezone.localdate():
        errors["given_on"] = _("It cannot have been given in the future.")
    if errors:
        raise ValidationError(errors)
    if earlier:  # it was given for another name
        earlier.withdrawn_at, earlier.withdrawn_by = timezone.now(), by
        earlier.save(update_fields=["withdrawn_at", "withdrawn_by"])
    consent = Consent.objects.create(
        page=page,
        named=deed.honoured,
        given_by=text.clean(draft.given_by),
        relation=draft.relation,
        given_on=draft.given_on,
        manner=draft.manner,
        recorded_by=by,
    )
    log(page, "models_showcase.consent", user=by)
    return consent


@transaction.atomic
def withdraw_consent(page: GoodDeedPage, *, by: Any) -> None:
    """Takes the deed down at once, in every language, and keeps it down; whoever has its address is told why (410).

    Needs no right to publish: taking back is the right of whoever is named. Raises Refused where nothing is in force.
    """
    if not page.permissions_for_user(by).can_edit():
        raise Refused(_("You may not edit this page."))
    if not Consent.objects.in_force(page).update(withdrawn_at=timezone.now(), withdrawn_by=by):
        raise Refused(_("No agreement is in force."))
    reason = _("It was taken down as whoever is named, or the family, asked us to.")
    for version in GoodDeedPage.objects.filter(translation_key=page.translation_key):
        version.revisions.update(approved_go_live_at=None)  # nothing scheduled brings it back
        state = version.current_workflow_state
        if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
            state.cancel(user=by)  # nobody is asked to approve it any more
        if version.live:
            UnpublishPageAction(version, user=by).execute(skip_permission_checks=True)
            Withdrawal.objects.filter(url_path=version.url_path).update(reason=reason)
    log(page, "models_showcase.withdraw_consent", user=by)
