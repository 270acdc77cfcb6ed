"""Who may see, change and delete a picture or a document: Wagtail's policy of them, narrowed.

Wagtail asks the policy everywhere (forms, bulk actions, uploader). With the stock one a writer alone replaces, renames and deletes
what an approved page shows. (Apart from the pages' permissions: the policies need the file models, which load after.)
"""

from typing import Any

from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Revision
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from core.drafts import drafts_using, waiting_drafts_using
from core.visibility import public_files, published_files


class FilePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """The rights on a collection's pictures or documents, but for what would change something published or being read.

    Superusers are no exception.
    """

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        may = super().user_has_any_permission_for_instance
        return any(may(user, [action], instance) and not is_held(instance, action) for action in actions)

    def may_replace(self, user: Any, instance: Any) -> bool:
        """May bring a new file for `instance`, to stand in its place on pages that pass a second person."""
        return bool(super().user_has_any_permission_for_instance(user, ["change"], instance))


def narrow() -> None:
    """Gives Wagtail's policies our class: its modules hold on to the objects themselves, whichever was loaded first."""
    for policy in (document_policy, image_policy):
        policy.__class__ = FilePermissionPolicy


def policy_of(file: Any) -> FilePermissionPolicy:
    policy: FilePermissionPolicy = {get_document_model(): document_policy, get_image_model(): image_policy}[type(file)]
    return policy


def is_held(file: Any, action: str) -> bool:
    """Whether `action` ("change", "delete") on a picture or document must wait, because something uses it.

    Nothing published, or read by an approver, is changed underneath; what a draft uses is not deleted.
    """
    if action not in {"change", "delete"} or file.pk is None:
        return False
    drafts = drafts_using if action == "delete" else waiting_drafts_using
    return published_files(type(file).objects.filter(pk=file.pk)).exists() or any(drafts(file))


def may_see(user: Any, file: Any) -> bool:
    """May open a picture (in any size) or document that nobody else may: an officer who works with its collection or with a
    draft that uses it, or who reads what waits for approval; what is public in a size that people are not shown, any officer."""
    if not user.has_perm("wagtailadmin.access_admin"):
        return False
    policy = policy_of(file)
    return (
        policy.user_has_any_permission_for_instance(user, ["choose", "add"], file)
        or policy.may_replace(user, file)
        or any(hook(user) for hook in hooks.get_hooks("may_see_unpublished_files"))
        or public_files(type(file).objects.filter(pk=file.pk)).exists()
        or any(_may_edit(user, draft) for draft in drafts_using(file))
    )


def _may_edit(user: Any, draft: Revision) -> bool:
    return bool(draft.content_object.specific.permissions_for_user(user).can_edit())
