"""The catalogues: everything has its Vietnamese, with its placeholders and tags."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings

from portal import messages

LOCALE = Path(settings.LOCALE_PATHS[0], "vi", "LC_MESSAGES")


@pytest.fixture(scope="module")
def packages():
    return messages.packages()


@pytest.mark.parametrize("domain", messages.DOMAINS)
def test_our_completion_keeps_placeholders_and_tags(domain):
    assert messages.faults(messages.overlay(domain).values()) == []


def test_packages_speak_vietnamese(packages):
    assert {"wagtail", "wagtail/admin", "wagtail_localize", "taggit", "django_filters", "treebeard", "django/conf"} <= {
        package.name for package in packages
    }
    assert [(package.name, entry.msgid) for package, entry in messages.missing(packages)] == []


@pytest.mark.parametrize(
    ("said", "translated", "comment"),
    [
        ("%(number)s pages", "trang", ""),
        ("Pages", "%(number)s trang", "a placeholder that nobody fills"),
        ("<b>Pages</b>", "Trang", ""),
        ("Pages", "", ""),
    ],
)
def test_a_broken_message_is_seen(said, translated, comment):
    assert len(messages.faults([polib.POEntry(msgid=said, msgstr=translated, comment=comment)])) == 1


def test_a_placeholder_may_be_left_out_for_a_reason():
    entry = polib.POEntry(msgid="Submit to %(workflow)s", msgstr="Gửi duyệt", comment="There is one workflow.")
    assert messages.faults([entry]) == []


def test_each_package_gets_a_catalogue_in_its_own_shape(packages, tmp_path):
    written = messages.write_upstream(tmp_path, packages)
    assert tmp_path / "wagtail/images/locale/vi/LC_MESSAGES/django.po" in written
    for package, path in zip(packages, written, strict=True):
        catalogue = polib.pofile(str(path))
        assert [messages.key(entry) for entry in catalogue] == [messages.key(entry) for entry in package.messages]
        assert catalogue.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
        assert len(catalogue.translated_entries()) >= 0.95 * len(catalogue)


def test_ours_and_the_packages_say_the_same_with_the_same_message(packages):
    """One message has one translation in all the site: what we mean by it, Wagtail's screens say too."""
    own = {messages.key(entry): entry for entry in polib.pofile(str(LOCALE / "django.po"))}
    theirs = messages.spoken("django", packages)
    differing = {
        key[1]: (messages.texts(own[key]), messages.texts(theirs[key]))
        for key in own.keys() & theirs.keys()
        if messages.texts(own[key]) != messages.texts(theirs[key])
    }
    assert differing == {}


GLOSSARY = Path(settings.BASE_DIR, "docs", "bien-tap", "thuat-ngu.md").read_text()
TERMS = re.findall(r"^\| (?!Tiếng|-)([^|]+) \| ([^|]+) \|", GLOSSARY, re.MULTILINE)
EXCEPTIONS = re.findall(r"^- `(.+)`$", GLOSSARY, re.MULTILINE)  # beginnings of messages


def plain(message: str) -> str:
    """`message` without placeholders and tags, whose names are no words."""
    return re.sub(r"%\(\w+\)[sd]|\{\w*\}|<[^>]*>", " ", message).casefold()


def test_glossary_is_kept(packages):
    """Every term of the table, in all that Wagtail and the other packages say in the admin (Django's words speak of code)."""
    assert len(TERMS) >= 45
    otherwise, met = [], set()
    for package in packages:
        if package.name.startswith("django/"):
            continue
        said = messages.spoken(package.domain, packages)
        for entry in package.messages:
            vietnamese = messages.texts(said[messages.key(entry)])[0].casefold()
            for term, words in TERMS:
                if re.search(rf"\b{term}(s|es|d|ed|ing)?\b", plain(entry.msgid)) and not any(
                    word in vietnamese for word in words.split("; ")
                ):
                    allowed = [beginning for beginning in EXCEPTIONS if entry.msgid.startswith(beginning)]
                    met.update(allowed)
                    if not allowed:
                        otherwise.append((term, entry.msgid, vietnamese))
    assert not otherwise, "\n".join(map(str, otherwise))
    assert set(EXCEPTIONS) == met  # none that is no longer needed
