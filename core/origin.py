"""Forms that anybody may send, without account and cookie, from the pages of this site."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from core import kept
from core.own_pages import is_own

View = Callable[..., Any]


def public_form(view: View) -> View:
    """A form that anybody may send, without account and cookie, from our own pages.

    Exempt from Django's check against forged requests, which needs a cookie. What another site lets its visitors send is refused
    with the words kept: whoever meant it sends it from here.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method == "POST" and not is_own(request):
            sentence = _(
                "This was sent from another website. Please look it over, and send it from here if you mean it."
            )
            return kept.page(request, sentence, status=403)
        return view(request, *args, **kwargs)

    return csrf_exempt(wrapped)
