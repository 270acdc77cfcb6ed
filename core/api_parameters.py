"""The parameters of Wagtail's content APIs, looked at before Wagtail asks the database: what is wrong is answered 400, and said."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from taggit.managers import TaggableManager
from wagtail.api.v2.utils import BadRequestError
from wagtail.models import Site

from core import numbers

NUMBERS = ("id", "limit", "offset", "child_of", "ancestor_of", "descendant_of", "translation_of")
MOST_DIGITS_OF_PORT = 5


class CheckedParameters:
    """For a view set of Wagtail's API, before its own class."""

    def initial(self: Any, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        for name, value in request.GET.items():
            if "\0" in value:
                raise BadRequestError(f"{name} holds a null character")
            if name in NUMBERS and numbers.is_past_every_key(value):
                raise BadRequestError(f"{name} is too large")
        if self.action == "find_view" and not request.GET.get("id", "1").isdecimal():
            raise BadRequestError("id must be a positive integer")
        if "site" in request.GET and not _is_site(request.GET["site"]):
            raise BadRequestError("site doesn't exist")

    def filter_queryset(self: Any, queryset: Any) -> Any:
        """Only by values that their fields can hold; one thing is filtered as lists are."""
        for name in self.request.GET.keys() - self.known_query_parameters:
            value = self.request.GET[name]
            try:
                _check(queryset.model._meta.get_field(name), value)
            except FieldDoesNotExist:
                continue
            except ValidationError as error:
                raise BadRequestError(f"'{value}' is not a valid value for {name}") from error
        return super().filter_queryset(queryset)  # type: ignore[misc]


def _is_site(name: str) -> bool:
    host, colon, port = name.partition(":")
    if colon and not (port.isdecimal() and len(port) <= MOST_DIGITS_OF_PORT):
        return False
    return bool(Site.objects.filter(hostname=host, **({"port": int(port)} if colon else {})).exists())


def _check(field: Any, value: str) -> None:
    """Raises `ValidationError` where `field`, or the key it refers to, cannot hold `value`."""
    if isinstance(field, TaggableManager):  # sought by their words
        return
    target = getattr(field, "target_field", None) or field
    if hasattr(target, "to_python"):
        target.to_python(value)
    if target.get_internal_type().endswith(("AutoField", "IntegerField")) and numbers.is_past_every_key(value):
        raise ValidationError("")
