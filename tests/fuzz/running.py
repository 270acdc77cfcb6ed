"""Sends many requests and gathers what went wrong, each kind of fault once."""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from tests.fuzz.addresses import Stock
from tests.fuzz.asking import Answer, InProcess, OverHttp, Request
from tests.fuzz.forms import Form, Page
from tests.fuzz.making import Maker

FRAME = re.compile(r'File "(.*?)", line (\d+), in (\w+)')
MOST_SEEN = 4000  # addresses kept of those that pages speak of
LEARNING = 0.2, 400  # of the requests, and at most so many, at the beginning: most of them are right, and teach forms
SLOW = 5.0  # seconds
PUBLIC_FORMS = [
    "/gop-y/",
    "/gop-y/de-cu/",
    "/gop-y/tra-cuu/",
    "/khao-sat/",
    "/tim-kiem/",
    "/quan-tri/login/",
    "/tin-tuc/",
]


@dataclass
class Fault:
    number: int
    request: Request
    trace: str
    times: int = 1


@dataclass
class Report:
    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    faults: dict[str, Fault] = field(default_factory=dict)
    slow: list[tuple[float, int, str]] = field(default_factory=list)

    def add(self, number: int, request: Request, answer: Answer) -> None:
        self.requests += 1
        self.statuses[answer.status] += 1
        if answer.seconds > SLOW:
            self.slow.append((answer.seconds, number, str(request)))
        if answer.status < 500 or request.path == b"/readyz":
            return
        trace = answer.faults[0] if answer.faults else f"status {answer.status}"
        kind = kind_of(trace)
        if kind in self.faults:
            self.faults[kind].times += 1
        else:
            self.faults[kind] = Fault(number, request, trace)

    def __str__(self) -> str:
        lines = [f"{self.requests} requests: {dict(sorted(self.statuses.items()))}"]
        lines += [f"slow: {seconds:.1f} s, #{number} {request}" for seconds, number, request in sorted(self.slow)[-10:]]
        lines += [self.told(kind) for kind in self.faults]
        return "\n".join(lines)

    def told(self, kind: str) -> str:
        """A kind of fault: how often it was met, the first request that did, and where it came from."""
        fault = self.faults[kind]
        where = [line for line in fault.trace.splitlines() if "site-packages/django/" not in line][-16:]
        return "\n".join(["", f"== {fault.times} × {kind}", f"#{fault.number} {fault.request}", *where])


def kind_of(trace: str) -> str:
    """The error and the last lines that raised it."""
    frames = [f"{path.rpartition('site-packages/')[2][-60:]}:{line}" for path, line, _name in FRAME.findall(trace)]
    return f"{trace.strip().splitlines()[-1][:60]} at {' < '.join(reversed(frames[-2:]))}"


class Fuzzer:
    """Everything follows from `seed` and the database: `only` runs one request again."""

    def __init__(self, seed: int, sender: InProcess | OverHttp, people: list[str]) -> None:
        self.seed, self.sender, self.people = seed, sender, people
        self.stock, self.learning = Stock(), 0
        self.seen: dict[str, list[str]] = {name: [] for name in ["", *people]}
        self.forms: dict[str, dict[str, list[Form]]] = {name: {"GET": [], "POST": []} for name in ["", *people]}
        self._known: set[tuple[Any, ...]] = set()  # forms: who, where, which fields

    def run(self, requests: int, say: Callable[[Report], Any] | None = None, only: int | None = None) -> Report:
        report = Report()
        self.learning = min(int(LEARNING[0] * requests), LEARNING[1])
        for number in range(requests):
            request, answer = self._one(number)
            if only is None or number == only:
                report.add(number, request, answer)
            if say and number % 500 == 499:
                say(report)
        return report

    def _one(self, number: int) -> tuple[Request, Answer]:
        dice = random.Random(f"{self.seed} {number}")
        who = dice.choice(self.people) if self.people and dice.random() < 0.55 else ""
        maker = Maker(self.stock, dice, who)
        roll = dice.random()
        method = "POST" if dice.random() < 0.85 else "GET"
        is_right = roll < (0.1 if number >= self.learning else 0.6)
        if is_right or not self.forms[who][method]:
            is_right, request = True, self._right(maker, who)
        elif roll < 0.5:
            request = maker.sent(dice.choice(self.forms[who][method]))
        else:
            request = maker.visit(self.seen[who])
        answer = self.sender.ask(request)
        if is_right and answer.status == 200 and answer.is_html:
            self._read(answer.text, request, who, dice)
        return request, answer

    def _right(self, maker: Maker, who: str) -> Request:
        """Nothing wrong: its page teaches forms and addresses."""
        dice, stock = maker.dice, self.stock
        if dice.random() < 0.3 and self.seen[who]:
            path = dice.choice(self.seen[who])
        elif who:
            path = "/" + "".join(stock.path(dice, dice.choice(stock.admin)))
        else:
            path = dice.choice(dice.choice([PUBLIC_FORMS, stock.paths]))
        words, _, query = path.partition("?")
        return Request("GET", words.encode(errors="replace"), query.encode(errors="replace"), who=who)

    def _read(self, html: str, request: Request, who: str, dice: random.Random) -> None:
        try:
            page = Page(html, request.path.decode(errors="replace"))
        except (AssertionError, ValueError):  # no page for a browser either
            return
        self.seen[who] = (self.seen[who] + page.addresses)[-MOST_SEEN:]
        for form in page.forms:
            known = (who, form.method, form.action, *sorted({name for name, _value in form.fields}))
            if form.method in self.forms[who] and "logout" not in form.action and known not in self._known:
                self._known.add(known)
                self.forms[who][form.method].append(form)


def sessions(users: list[Any]) -> dict[str, str]:
    """A cookie for each of `users`, by name: signed in, without asking for a password."""
    cookies = {}
    for user in users:
        store = import_module(settings.SESSION_ENGINE).SessionStore()
        store[SESSION_KEY], store[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
        store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        store.save()
        cookies[user.get_username()] = f"{settings.SESSION_COOKIE_NAME}={store.session_key}"
    return cookies
