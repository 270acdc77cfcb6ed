"""Arrows only point down, also where imports do not show it: foreign keys, template includes, template folders.

import-linter holds the imports; this holds the rest, against the same list of layers.
"""

import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

PROJECT = tomllib.loads(Path(settings.BASE_DIR, "pyproject.toml").read_text())
LAYERS = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
HEIGHT = {app: len(LAYERS) - index for index, app in enumerate(LAYERS)}
TEMPLATES = Path(settings.BASE_DIR, "templates")
USED = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")


def relations():
    for model in apps.get_models():
        for field in model._meta.get_fields(include_hidden=True):
            if not field.is_relation or field.auto_created or field.related_model is None:
                continue
            yield model, field


@pytest.mark.parametrize("app", [app for app in LAYERS if app != "portal"])
def test_relations_point_down(app):
    wrong = [
        f"{model.__name__}.{field.name} → {field.related_model._meta.label}"
        for model, field in relations()
        if model._meta.app_label == app and HEIGHT.get(field.related_model._meta.app_label, 0) > HEIGHT[app]
    ]
    assert not wrong


def test_lower_apps_get_no_accessor_from_above_by_accident():
    """A relation into a lower app is named, or hidden with "+": nothing grows `something_set` upwards."""
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model, field in relations()
        if model._meta.app_label in HEIGHT
        and field.related_model._meta.app_label in HEIGHT
        and model._meta.app_label != field.related_model._meta.app_label
        and field.remote_field.related_name is None
        and not field.remote_field.parent_link
        and field.name != "uploaded_by_user"  # Wagtail's
    ]
    assert not wrong


def test_templates_use_only_what_lies_below():
    """`base.html`, `components/` and `blocks/` are everybody's and use no app's; an app's templates use no higher app's."""
    wrong = []
    for path in TEMPLATES.rglob("*.html"):
        folder = path.relative_to(TEMPLATES).parts[0]
        own = HEIGHT.get(folder, 0 if path.parent != TEMPLATES else 99)
        for used in USED.findall(path.read_text()):
            if HEIGHT.get(used.split("/")[0], 0) > own:
                wrong.append(f"{path.relative_to(TEMPLATES)} uses {used}")
    assert not wrong
