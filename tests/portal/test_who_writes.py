"""Nothing reaches the public by one pair of hands, but for the exceptions of the table, which the others see at once."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from portal import one_person

DOCUMENT = settings.BASE_DIR / "docs" / "who-writes-who-approves.md"
OURS = {
    app.label
    for app in apps.get_app_configs()
    if app.path.startswith(str(settings.BASE_DIR)) and ".venv" not in app.path
}
WORDS = (models.CharField, models.TextField, models.JSONField)


def table():
    """The models that the document names, by the heading they stand under."""
    parts = re.split(r"^## ", DOCUMENT.read_text(), flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0]: set(re.findall(r"`(\w+\.[A-Z]\w+)`", part)) for part in parts}


def holds_words(model):
    return any(isinstance(field, WORDS) and not field.choices for field in model._meta.get_fields())


def test_every_model_stands_once_in_the_table():
    of_wagtail = [model for model in apps.get_models() if model.__module__.startswith("wagtail") and holds_words(model)]
    ours = [model for model in apps.get_models() if model._meta.app_label in OURS]
    assert len(ours) > 50
    by_heading = list(table().values())
    known = [label for labels in by_heading for label in labels]
    assert sorted(set(known)) == sorted(known)
    missing = {model._meta.label for model in [*ours, *of_wagtail]} - set(known) - {"wagtailsearch.SQLiteFTSIndexEntry"}
    assert not missing
    assert not {label for label in known if label.partition(".")[0] in OURS} - {model._meta.label for model in ours}


def test_changes_of_every_exception_are_shown():
    """All that stand under "One": its parts are logged with their whole, and a withdrawal with its page."""
    with_their_whole = {
        *("home.MenuEntry", "organisations.VillageFigure", "organisations.TopicAssignment", "movements.CampaignFigure"),
        *("wagtailsearchpromotions.Query", "core.Withdrawal", "organisations.UnitFolderPage"),
    }
    assert set(one_person.MODELS) == table()["One"] - with_their_whole


@pytest.mark.django_db
@pytest.mark.parametrize("approver", ["chair", "deputy"])
def test_those_who_approve_see_what_one_person_changed(commune, approver):
    it = commune.client("it")
    address = reverse("wagtailsettings:edit", args=["organisations", "commune"])
    form = it.get(address, follow=True)
    values = {name: value or "" for name, value in form.context["form"].initial.items() if value is not None}
    saved = it.post(form.redirect_chain[-1][0], {**values, "tagline": "Đoàn kết là sức mạnh"})
    assert saved.status_code == 302, saved.context["form"].errors
    start = reverse("wagtailadmin_home")
    seen = commune.client(approver).get(start).content.decode()
    assert "không qua người thứ hai" in seen
    assert "Nguyễn it" in seen
    assert "không qua người thứ hai" not in commune.client("author").get(start).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old_path", "target", "sentence"),
    [
        ("/cu/", "https://lua-dao.example/", "chỉ dẫn đến trang hoặc địa chỉ của trang tin này"),
        ("/cu/", "https://xa.example.vn.lua-dao.example/", "chỉ dẫn đến trang hoặc địa chỉ của trang tin này"),
        ("/cu/", "https://xa.example.vn@lua-dao.example/", "chỉ dẫn đến trang hoặc địa chỉ của trang tin này"),
        ("/tin-tuc/", "https://xa.example.vn/mo-hinh/", "là địa chỉ của trang"),
        ("/en/tin-tuc", "https://xa.example.vn/mo-hinh/", "là địa chỉ của trang"),
        ("/", "https://xa.example.vn/mo-hinh/", "là địa chỉ của trang"),
        ("/tin-tuc/cu/", "https://xa.example.vn/mo-hinh/", ""),
    ],
)
def test_redirect_leads_to_this_site_from_an_address_no_page_has(commune, settings, old_path, target, sentence):
    settings.PUBLIC_URL = "https://xa.example.vn"
    values = {"old_path": old_path, "redirect_link": target, "site": "", "redirect_page": "", "is_permanent": "on"}
    response = commune.client("it").post(reverse("wagtailredirects:add"), values)
    if sentence:
        assert sentence in response.content.decode()
    assert Redirect.objects.exists() == (not sentence)
