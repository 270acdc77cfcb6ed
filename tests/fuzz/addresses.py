"""Every address of the site, with what may stand in it: from its URLconf, its rows and its sources."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import wagtail
from django.apps import apps
from django.core.exceptions import FieldError
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

ROOT = Path(__file__).resolve().parents[2]
OURS = ["accounts", "approval", "core", "feedback", "home", "models_showcase", "movements", "news"]
OURS += ["organisations", "search", "surveys", "site"]
READ = re.compile(r"""(?:GET|POST|data|params)(?:\.get(?:list)?\(|\[)\s*["']([\w.-]{1,30})["']""")
ARGUMENT = re.compile(r"<(?:(\w+):)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>((?:[^()]|\([^()]*\))*)\)|\(((?:[^()]|\([^()]*\))*)\)")
# Whose rows an argument names, where its own name does not say it.
MODELS = {
    "page": "wagtailcore.Page",
    "parent_page": "wagtailcore.Page",
    "page_to_move": "wagtailcore.Page",
    "destination": "wagtailcore.Page",
    "root_page": "wagtailcore.Page",
    "image": "core.CustomImage",
    "document": "core.CustomDocument",
    "case": "feedback.Case",
    "attachment": "feedback.Attachment",
    "survey": "surveys.Survey",
    "revision": "wagtailcore.Revision",
    "revision_id_a": "wagtailcore.Revision",
    "revision_id_b": "wagtailcore.Revision",
    "task_state": "wagtailcore.TaskState",
    "task": "wagtailcore.Task",
    "workflow": "wagtailcore.Workflow",
    "workflow_state": "wagtailcore.WorkflowState",
    "collection": "wagtailcore.Collection",
    "user": "accounts.User",
    "group": "auth.Group",
    "unit": "organisations.Unit",
    "evaluation": "models_showcase.Evaluation",
    "adoption": "models_showcase.Adoption",
    "locale": "wagtailcore.Locale",
    "site": "wagtailcore.Site",
    "submission": "wagtail_localize.TranslationSource",
}
NOT_ASKED = {"wagtailadmin_logout", "wagtailadmin_error_test"}  # one logs out, the other fails on purpose


@dataclass(frozen=True)
class Address:
    """One line of the URLconf: its parts, fixed words and the names of arguments in turn, and its view."""

    parts: tuple[str, ...]
    view: Any = field(hash=False, compare=False)

    @property
    def is_admin(self) -> bool:
        return self.parts[0].startswith("quan-tri/")


def addresses() -> list[Address]:
    return sorted(set(_walk(get_resolver(), "")), key=lambda address: address.parts)


def _walk(resolver: URLResolver, before: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + _route(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, route)
        elif isinstance(pattern, URLPattern) and pattern.name not in NOT_ASKED:
            yield Address(tuple(route.split("\n")), pattern.callback)


def _route(pattern: Any) -> str:
    """With every argument between line ends, as every second part."""
    if isinstance(pattern, RoutePattern):
        return ARGUMENT.sub(lambda found: f"\n{found[2]}\n", str(pattern))
    if not hasattr(pattern, "_regex"):
        return str(pattern)  # the language
    words = re.sub(r"^\^|\$$|\\Z$", "", str(pattern))
    words = GROUP.sub(lambda found: f"\n{found[1] or 'word'}\n" if found[1] else _first(found[3]), words)
    return re.sub(r"\\([./-])", r"\1", words).replace("?", "")


def _first(alternatives: str) -> str:
    """Of an unnamed group any way will do."""
    return re.sub(r"^\?:", "", alternatives).split("|")[0]


class Stock:
    """Good values of every argument and parameter: the keys of the rows, the slugs and addresses of pages, names read in the sources."""

    def __init__(self) -> None:
        self.addresses = addresses()
        self.admin = [address for address in self.addresses if address.is_admin]
        self.public = [address for address in self.addresses if not address.is_admin]
        self.api = [address for address in self.addresses if "api/" in address.parts[0]]
        self.keys = {model._meta.label: self._keys(model) for model in apps.get_models()}
        self.names = sorted(_names_read())
        pages = apps.get_model("wagtailcore.Page").objects
        self.pages = [url for url in pages.order_by("pk").values_list("url_path", flat=True) if url.count("/") > 1]
        self.paths = ["/" + url.split("/", 2)[2] for url in self.pages]
        self.words = sorted({name for url in self.pages for name in url.split("/") if name} | self._words())

    @staticmethod
    def _keys(model: Any) -> list[str]:
        return [str(key) for key in model._default_manager.order_by("pk").values_list("pk", flat=True)[:200]]

    @staticmethod
    def _words() -> set[str]:
        """Words of the rows that stand in addresses: slugs, names of files, tokens of receipts, labels of models."""
        found = {word for model in apps.get_models() for word in (model._meta.app_label, model._meta.model_name)}
        for model in apps.get_models():
            try:
                found |= {str(slug) for slug in model._default_manager.values_list("slug", flat=True)[:100]}
            except FieldError:
                continue
        case = apps.get_model("feedback.Case").objects.order_by("pk")
        files = [apps.get_model(label).objects.order_by("pk") for label in ("core.CustomDocument", "core.Rendition")]
        found |= {row.file.name.rpartition("/")[2] for rows in files for row in rows[:60]}
        return found | {row.receipt.token for row in case[:20]}

    def path(self, dice: random.Random, address: Address) -> list[str]:
        """The parts of an address, each argument a good value."""
        parts = list(address.parts)
        for place in range(1, len(parts), 2):
            parts[place] = self.value(dice, parts[place], address.view)
        return parts

    def value(self, dice: random.Random, name: str, view: Any) -> str:
        if name == "path":
            return dice.choice(self.paths).lstrip("/")
        label = MODELS.get(name.removesuffix("_id").removesuffix("_pk")) or MODELS.get(name)
        if not label and (name in {"pk", "id"} or name.endswith(("_id", "_pk"))):
            label = _model_of(view)
        if label and self.keys.get(label):
            return dice.choice(self.keys[label])
        if name in {"pk", "id"} or name.endswith(("_id", "_pk")):
            return str(dice.randrange(1, 40))
        return dice.choice(self.words)


def _model_of(view: Any) -> str:
    view_class = getattr(view, "view_class", None) or getattr(view, "cls", None)
    model = {**getattr(view, "view_initkwargs", {}), **getattr(view, "initkwargs", {})}.get("model") or getattr(
        view_class, "model", None
    )
    return getattr(getattr(model, "_meta", None), "label", "")


def _names_read() -> set[str]:
    """The parameters for which our sources and Wagtail's look."""
    folders = [*(ROOT / name for name in OURS), Path(wagtail.__file__).parent]
    return {
        name
        for folder in folders
        for path in folder.rglob("*.py")
        if "tests" not in path.parts and "migrations" not in path.parts
        for name in READ.findall(path.read_text())
    }
