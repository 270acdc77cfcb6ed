"""The brake at the log-in: wrong passwords are counted, and too many of them close the door for a while. Right ones do not count.

It cannot lock an owner out. A device on which somebody signed in carries a signed cookie that names her (OWASP's device cookie): its
tries are counted apart, and whatever is tried elsewhere in her name does not touch it. Without the cookie a name is tried a few
times from one network, more often from all networks together, and one network tries only so many names.
"""

import logging
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.models import User
from core import limits, text

COOKIE, SALT = "thiet-bi", "organisations.known_device"
COOKIE_AGE = 60 * 60 * 24 * 180  # seconds; half a year after the last time she signed in
SIGNS = re.compile(r"[\W_]+")
QUARTER, HOUR = 15 * 60, 60 * 60  # seconds
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limit:
    """At most `most` wrong tries of `who` within `seconds`."""

    purpose: str
    who: str
    most: int
    seconds: int

    def is_over(self) -> bool:
        """Counts one try."""
        return limits.count(self.purpose, self.who, self.seconds, guards_secret=True) > self.most


class BrakedBackend(ModelBackend):
    """Django's check of name and password, behind the brake. `request.sign_in_again_at` says when it may be tried again."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Any:
        name = username or kwargs.get(User.USERNAME_FIELD) or ""
        if request is None or not name:  # no door: the shell, a test
            return super().authenticate(request, username, password, **kwargs)
        tried = _limits(request, name)
        # The first that is over ends it: what is refused here is not counted against the name elsewhere.
        if over := next((limit for limit in tried if limit.is_over()), None):
            request.sign_in_again_at = limits.window_ends(over.seconds)  # type: ignore[attr-defined]
            _log("Sign-in refused, too many wrong passwords", request, name)
            return None
        user = super().authenticate(request, username, password, **kwargs)
        if user is None:
            _log("Wrong password", request, name)
            return None
        for limit in tried:
            limits.give_back(limit.purpose, limit.who, limit.seconds)
        return user


def account_name(typed: str) -> str:
    """The name as its account spells it: a phone writes a capital, another dash, a full stop, a keyboard Vietnamese marks.

    As it stands, else by its letters and digits alone, where only one account has them. (A commune has a few dozen.)
    """
    names = list(User._default_manager.values_list("username", flat=True))
    for spelled in (str, User.normalize_username, str.lower, _letters):
        same = [name for name in names if spelled(name) == spelled(typed)]
        if len(same) == 1:
            return same[0]
    return typed


def _letters(name: str) -> str:
    """phu-nu, Phụ nữ and “phu–nu.” are one."""
    return SIGNS.sub("", text.folded(User.normalize_username(name)))


def again_at(request: HttpRequest | None) -> datetime | None:
    """When whoever was refused a moment ago may try again; None if the brake did not refuse her."""
    return getattr(request, "sign_in_again_at", None)


def remember_device(request: HttpRequest, response: HttpResponse) -> None:
    """Gives the device of whoever has just signed in its cookie."""
    if (user := getattr(request, "has_signed_in", None)) is None:
        return
    value = signing.dumps({"name": _folded(user.get_username()), "device": secrets.token_hex(8)}, salt=SALT)
    response.set_cookie(
        COOKIE,
        value,
        max_age=COOKIE_AGE,
        httponly=True,
        secure=request.is_secure(),
        samesite="Lax",
        path=reverse("wagtailadmin_home"),
    )


def _limits(request: HttpRequest, name: str) -> list[Limit]:
    name, network = _folded(name), limits.client_address(request)
    if device := _known_device(request, name):
        return [Limit("signin.device", f"{name} {device}", 10, QUARTER)]
    return [
        Limit("signin.name_here", f"{name} {network}", 5, QUARTER),
        Limit("signin.network", network, 100, HOUR),
        Limit("signin.name", name, 50, HOUR),
    ]


def _known_device(request: HttpRequest, name: str) -> str:
    """The mark of the device, if `name` signed in on it lately."""
    try:
        known = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=COOKIE_AGE)
    except signing.BadSignature:
        return ""
    return str(known["device"]) if known["name"] == name else ""


def _folded(name: str) -> str:
    return text.exact(name)


def _log(what: str, request: HttpRequest, name: str) -> None:
    """A line without the password, which people also type into the wrong box: only a name that exists is written down."""
    known = User._default_manager.filter(username=name).exists()
    logger.warning("%s: %s, from %s", what, name if known else "(no such name)", limits.client_address(request))
