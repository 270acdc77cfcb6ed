from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from organisations.models import Commune


def commune(request: HttpRequest) -> dict[str, Any]:
    """`commune`: the settings of this commune, loaded once a request, if a template asks."""
    return {"commune": SimpleLazyObject(lambda: Commune.load(request_or_site=request))}
