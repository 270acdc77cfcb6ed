"""What the public may see, decided once: pages, lists, feeds, the sitemap and the API ask here, and the files that hang on them.

A picture or a document is public while something uses it that the public sees, in its published form: Wagtail's reference
index follows the rows that are published, not drafts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Case, CharField, Exists, F, Model, OuterRef, Q, Subquery, TextField, When
from django.db.models.functions import Cast, Now
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex


def restricted(passed: Sequence[int] = ()) -> Exists:
    """Whether a view restriction, but for those `passed` (their keys), stands on the page of the outer query, or above it.

    The restricted page is looked up for each restriction (there are few) and not joined: of a join with an empty table
    SQLite's planner, once it has statistics, reads all pages for every page.
    """
    root = Page.objects.filter(pk=OuterRef("page")).order_by().values("path")
    restriction = PageViewRestriction.objects.annotate(below=Cast(OuterRef("path"), TextField()), root=Subquery(root))
    return Exists(restriction.filter(below__startswith=F("root")).exclude(pk__in=passed))


def visible_to_public(pages: Any, passed: Sequence[int] = ()) -> Any:
    """The live pages among `pages` that stand under no view restriction and whose time is not over. The root of the tree is none.

    To somebody who has passed the restrictions `passed` (by a password, or as a member of a group) also those under them.

    No query of its own, unlike Wagtail's `public()`. What has expired is taken down by `publish_scheduled`, within a minute; here
    it is gone at once.
    """
    return pages.filter(~restricted(passed), Q(expire_at=None) | Q(expire_at__gt=Now()), live=True, depth__gt=1)


def published(pages: Any) -> Any:
    """The live pages among `pages`, whether or not the public sees them now: lifting a restriction needs no second reader."""
    return pages.filter(live=True)


@dataclass(frozen=True)
class FileUser:
    """A kind of thing that shows pictures or documents to the public. It is one of Wagtail's reference index."""

    model: type[Model]
    visible: Callable[[Any], Any]  # of a queryset of them: those that the public sees
    published: Callable[[Any], Any]  # those whose words and files passed a second person, seen or not


_file_users = {Page: FileUser(Page, visible_to_public, published)}


def register_file_user(user: FileUser) -> None:
    """Called in `ready()` by an app whose things, being no pages, show pictures or documents."""
    _file_users[user.model] = user


def file_users() -> tuple[type[Model], ...]:
    return tuple(_file_users)


def public_files(files: Any) -> Any:
    """Those of `files` (pictures or documents) that the public may have; in no query of its own."""
    used = reduce(or_, (Q(_used_by(user.model, user.visible, files.model)) for user in _file_users.values()))
    return files.filter(used, ~_in_restricted_collection())


def files_opened_by(passed: Sequence[int], files: Any) -> Any:
    """Those of `files` that a page shows to somebody who has passed the restrictions `passed`; in no query of its own."""
    used = _used_by(Page, partial(visible_to_public, passed=passed), files.model)
    return files.filter(used, ~_in_restricted_collection())


def published_files(files: Any) -> Any:
    """Those of `files` that something published uses: nobody alone may change them."""
    return files.filter(
        reduce(or_, (Q(_used_by(user.model, user.published, files.model)) for user in _file_users.values()))
    )


def _used_by(model: type[Model], narrow: Callable[[Any], Any], file_model: type[Model]) -> Exists:
    """Whether one of the `model` that `narrow` leaves refers to the file of the outer query."""
    kind = ContentType.objects.get_for_model(model)
    # Other kinds of things may have keys that are no numbers: CASE, unlike WHERE, keeps PostgreSQL from casting them. And beside a
    # condition on the kind of the user SQLite would read all that pages refer to, for each file: 9 s instead of 0.1 s for 5,000.
    number = Case(When(base_content_type=kind, then=Cast("object_id", BigIntegerField())))
    references = ReferenceIndex.objects.annotate(user_number=number).filter(
        to_content_type=ContentType.objects.get_for_model(file_model),
        to_object_id=Cast(OuterRef("pk"), CharField()),
    )
    return Exists(references.filter(Exists(narrow(model._default_manager.filter(pk=OuterRef("user_number"))))))


def _in_restricted_collection() -> Exists:
    root = Collection.objects.filter(pk=OuterRef("collection")).order_by().values("path")
    path = Collection.objects.filter(pk=OuterRef(OuterRef("collection"))).order_by().values("path")
    restrictions = CollectionViewRestriction.objects.annotate(
        below=Cast(Subquery(path), TextField()), root=Subquery(root)
    )
    return Exists(restrictions.filter(below__startswith=F("root")))
