"""What no page of ours asks for: keys that no row can have, forms that lack a field. Told apart from faults of ours, for all views."""

import json
import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.forms.formsets import ORDERING_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import bad_request
from wagtail.admin.views.generic.chooser import CreateViewMixin, CreationFormMixin

from core import numbers
from core.middleware import ADMIN_PREFIX

API_PREFIX = f"{ADMIN_PREFIX}api/"
# Under which names addresses and forms of the admin send keys of rows.
KEYS = ("id", "target_pages[]", "new_parent_page", "parent_page_id")
NO_NUMBER = " expected a number but got "
EVERY_ROW = "all"  # of a list, as Wagtail's bulk actions say it
logger = logging.getLogger(__name__)


class ImpossibleRequestsMiddleware:
    """Answers 404 or 400 where the views of packages would meet an error of Python or of the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # PostgreSQL keeps no null character, and cannot be asked for one.
        if "\0" in request.path:
            raise BadRequest("The address holds a null character.")
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if any(numbers.is_past_every_key(value) for value in (*args, *kwargs.values())):
            raise Http404
        if request.path.startswith(ADMIN_PREFIX):
            _check_admin(request, kwargs)
            _check_chooser(view)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """400 where a view looked for a field that was not sent (Wagtail's editors, inline forms), or asks for a row by a word.

        The second is a form with an error that is shown again: Wagtail's choosers look for what was sent, whatever it is.
        """
        if not _lacks_a_field(request, exception) and not _names_a_row_by_a_word(request, exception):
            return None
        logger.warning("A form came without what it needs, or with a word for a key: %s: %s", exception, request.path)
        return bad_request(request, exception)


def _check_admin(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """What Wagtail's views take as it comes. Its API speaks for itself, and the lists of the public site do."""
    if "%00" in request.META["QUERY_STRING"] and not request.path.startswith(API_PREFIX):
        raise BadRequest("The address holds a null character.")
    keys = [value for name, value in kwargs.items() if _is_key(name)]
    keys += [value for name in KEYS for value in _sent(request, name) if value != EVERY_ROW]
    if not all(map(numbers.is_key, keys)):
        raise Http404
    if not all(next_.startswith("/") for next_ in _sent(request, "next")):
        raise BadRequest("The address to go on to begins with no slash.")
    if request.method == "PATCH" and not _is_object(request.body):  # what was put aside on the screen, kept as it comes
        raise BadRequest("What was sent is no object of JSON.")


def _check_chooser(view: Any) -> None:
    """Wagtail's choosers have an address to create by, also those that have no form for it."""
    kind = getattr(view, "view_class", None)
    # Pictures and documents make their form in a way of their own.
    if kind is None or getattr(kind, "get_creation_form_class", None) is not CreationFormMixin.get_creation_form_class:
        return
    chooser = kind(**view.view_initkwargs)
    forms = (chooser.creation_form_class, chooser.form_fields, chooser.exclude_form_fields)
    if issubclass(kind, CreateViewMixin) and all(form is None for form in forms):
        raise Http404


def _is_object(body: bytes) -> bool:
    """Whether `body` is an object of JSON that every database keeps: no null character, no half of a letter."""
    try:
        value = json.loads(body)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and b"\\u0000" not in body


def _lacks_a_field(request: HttpRequest, error: Exception) -> bool:
    """Whether a view looked for what was not sent; the place of a form among those within a form is looked for after it was read."""
    if isinstance(error, MultiValueDictKeyError):
        return not _sent(request, str(error.args[0]))
    return isinstance(error, KeyError) and error.args == (ORDERING_FIELD_NAME,)


def _names_a_row_by_a_word(request: HttpRequest, error: Exception) -> bool:
    """Whether Django was asked for a row by something that was sent and is no number.

    `Field 'id' expected a number …` says a query, `… value must be an integer` a field: modelcluster asks it for the keys of the
    forms within a form.
    """
    if not request.path.startswith(ADMIN_PREFIX):
        return False
    values = [value for sent in (request.GET, request.POST) for _name, several in sent.lists() for value in several]
    if isinstance(error, ValidationError):
        params: dict[str, Any] = getattr(error, "params", None) or {}
        return params.get("value") in values
    said = str(error)
    return isinstance(error, ValueError) and any(said.endswith(f"{NO_NUMBER}{value!r}.") for value in values)


def _is_key(name: str) -> bool:
    """Whether an argument of an address of the admin names a row: all that are kept there are known by numbers."""
    return name in {"pk", "object_id"} or name.endswith(("_id", "_pk"))


def _sent(request: HttpRequest, name: str) -> list[str]:
    """What was sent under this name, in the address or in the body."""
    return [value for values in (request.GET, request.POST) for value in values.getlist(name) if value]
