"""A new picture or document in the place of one that is in use: on each page by a draft, which passes a second person."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, ReferenceIndex

from approval import services
from approval.selectors import current_task
from core.drafts import drafts_using, refers_to
from core.swapping import swap


@dataclass(frozen=True)
class Use:
    """A page that uses a picture or document, as one person sees it."""

    page: Page
    published: bool  # what the public sees uses it
    in_draft: bool  # the newest draft uses it: if not, a new one is on its way
    waits: bool  # for approval
    may_edit: bool

    @property
    def may_know(self) -> bool:
        """Another unit's draft is nobody's business: only that there is one."""
        return self.may_edit or bool(self.page.live)


@dataclass
class Outcome:
    """What became of the pages that used the old one."""

    sent: list[Page] = field(default_factory=list)  # to approval
    sent_with_more: list[Page] = field(default_factory=list)  # whose draft held other changes, which go along
    in_draft: list[Page] = field(default_factory=list)  # of pages not public yet: the author goes on writing
    held_back: list[tuple[Page, str]] = field(default_factory=list)  # in the draft, but not sent: why
    by_hand: list[Page] = field(default_factory=list)  # where it stands in a way that we cannot change
    left: list[Use] = field(default_factory=list)  # pages that somebody else has to change


def uses_of(file: Any, user: Any) -> list[Use]:
    """The pages whose published form or newest draft uses `file`; the public ones first."""
    numbers = (
        ReferenceIndex.get_references_to(file)
        .filter(base_content_type=ContentType.objects.get_for_model(Page))
        .values_list("object_id", flat=True)
    )
    published = {int(number) for number in numbers}
    in_draft = {int(revision.object_id) for revision in drafts_using(file)}
    pages = Page.objects.filter(pk__in=published | in_draft).order_by("-live", "title").specific()
    return [
        Use(
            page=page,
            published=page.live and page.pk in published,
            in_draft=page.pk in in_draft or not (page.has_unpublished_changes or not page.live),
            waits=current_task(page) is not None,
            may_edit=_may_edit(user, page),
        )
        for page in pages
        if page.live or page.pk in in_draft
    ]


def _may_edit(user: Any, page: Page) -> bool:
    lock = page.get_lock()
    return page.permissions_for_user(user).can_edit() and not (lock and lock.for_user(user))


@transaction.atomic
def replace(old: Any, new: Any, *, by: Any) -> Outcome:
    """Lets the newest draft of each page that `by` may edit use `new` for `old`, and sends the public pages to approval.

    What is published goes on using `old` until it is approved.
    """
    outcome = Outcome()
    for use in uses_of(old, by):
        if not use.may_edit:
            outcome.left.append(use)
        elif use.in_draft:
            _follow(use, old, new, by, outcome)
    return outcome


def _follow(use: Use, old: Any, new: Any, by: Any, outcome: Outcome) -> None:
    page, goes_along = use.page, use.page.has_unpublished_changes and not use.waits
    draft = page.get_latest_revision_as_object()
    swap(draft, old, new)
    if refers_to(draft, old):
        outcome.by_hand.append(page)
        return
    draft.save_revision(user=by, log_action=True, clean=False)  # a draft may be incomplete; `submit` looks at it
    if not (page.live or use.waits):
        outcome.in_draft.append(page)
        return
    try:
        services.submit(Page.objects.get(pk=page.pk).specific, by=by)
    except services.ApprovalRefused as refusal:
        outcome.held_back.append((page, str(refusal)))
    else:
        (outcome.sent_with_more if goes_along else outcome.sent).append(page)


def titles(pages: Iterable[Page]) -> str:
    """Their titles in one line, as a message names them."""
    return ", ".join(f"“{page.get_admin_display_title()}”" for page in pages)
