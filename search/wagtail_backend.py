"""Wagtail's own search of its database, for the admin's boxes and choosers: pages, pictures and documents without tone marks.

Its words are folded when they are indexed and when they are sought. After a change here: `manage.py update_index`.
"""

from copy import copy
from importlib import import_module
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from modelsearch.backends import database
from modelsearch.query import Or, PlainText, SearchQuery

from core import text
from search import folding

MODULES = {
    "sqlite": "modelsearch.backends.database.sqlite.sqlite",
    "postgresql": "modelsearch.backends.database.postgres.postgres",
}


def SearchBackend(params: dict[str, Any]) -> Any:
    """The backend of the database in use."""
    _fold_what_is_indexed(import_module(MODULES[connection.vendor]))
    backend = database.SearchBackend(params)
    backend._search = _folding(backend._search)
    return backend


def _fold_what_is_indexed(module: Any) -> None:
    """Has the module's indexer give folded text: it has no setting for that, so its class is replaced by one of ours, once."""
    plain = module.ObjectIndexer
    if hasattr(plain, "folds"):
        return

    class FoldedIndexer(plain):  # type: ignore[misc, valid-type]
        folds = True

        def prepare_value(self, value: Any) -> str:
            return folding.folded(super().prepare_value(value))

    module.ObjectIndexer = FoldedIndexer


def _folding(search: Any) -> Any:
    def folded(compiler: Any, query: Any, model_or_queryset: Any, **options: Any) -> Any:
        operator = options.get("operator") or compiler.DEFAULT_OPERATOR
        asked = PlainText(query, operator=operator) if isinstance(query, str) else query
        return search(compiler, _folded(asked) or "", _by_key(model_or_queryset), **options)

    return folded


def _by_key(model_or_queryset: Any) -> Any:
    """A queryset that is narrowed by what it counts (how often a picture is used) as one narrowed by keys: that it can read."""
    if not isinstance(model_or_queryset, QuerySet) or not model_or_queryset.query.annotations:
        return model_or_queryset
    queryset = model_or_queryset
    plain = queryset.model._default_manager.filter(pk__in=list(queryset.order_by().values_list("pk", flat=True)))
    order = [name for name in queryset.query.order_by if str(name).lstrip("-") not in queryset.query.annotations]
    return plain.order_by(*order) if order else plain


def _folded(query: Any) -> Any:
    """What was typed, or what was made of it, without marks and signs; nothing where nothing is left."""
    if isinstance(query, str):
        return " ".join(folding.words(folding.folded(query)))
    if isinstance(query, PlainText):
        return _as_typed_or_meant(query)
    changed = copy(query)
    for name, value in vars(query).items():
        if name == "query_string" or isinstance(value, SearchQuery):
            setattr(changed, name, _folded(value))
        elif name == "subqueries":
            changed.subqueries = [left for subquery in value if (left := _folded(subquery))]
        else:
            continue
        if not getattr(changed, name):
            return None
    return changed


def _as_typed_or_meant(query: PlainText) -> SearchQuery | None:
    """Also with the words that its keys were to be, where the input method was off: "quy chees"."""
    sought = text.sought(_folded(query.query_string))
    lines = dict.fromkeys((" ".join(ways[0] for ways in sought), " ".join(ways[-1] for ways in sought)))
    plain = [PlainText(line, operator=query.operator, boost=query.boost) for line in lines if line]
    return Or(plain) if len(plain) > 1 else next(iter(plain), None)
