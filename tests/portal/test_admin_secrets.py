"""What a unit has not published, and the codes of its cases, stay with it: on every screen of the admin, listed or sought."""

import re
import uuid

import pytest
from django.urls import reverse
from django.urls.exceptions import NoReverseMatch
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.rich_text import RichText

from feedback import services as feedback
from feedback.enums import Kind
from tests.factories import make_article, make_deed, make_model
from tests.portal.test_admin_access import admin_names, arguments, things

pytestmark = [pytest.mark.django_db, pytest.mark.long]
WORD = "Kinxyz"  # begins every title that nobody else may read
QUERIES = ("", f"?q={WORD}", "?page_type=wagtailcore.page&allow_external_link=true")


def sow(commune, stock):
    """Drafts of the farmers in every section, one beside a live version; they use what is in `stock`. And a case of theirs."""
    linked = f'<p><a linktype="page" id="{stock["page_id"]}">bài kia</a></p>'
    used = {
        "lead_image": get_image_model().objects.get(pk=stock["image_id"]),
        "topic": commune.topic,
        "body": [
            ("text", RichText(linked)),
            ("document", {"document": get_document_model().objects.get(pk=stock["document_id"]), "note": ""}),
        ],
    }
    farmers, user = commune.farmers, commune.users["farmer"]
    changed = make_article(commune.folder(farmers), title="Chuyện đã đăng", topic=commune.topic)
    changed.title = f"{WORD} sua"
    drafts = [
        changed,
        make_article(commune.folder(farmers), title=f"{WORD} tin", live=False, **used),
        make_deed(commune.folder(farmers, section="guong-sang"), title=f"{WORD} guong", live=False),
        make_model(
            commune.folder(farmers, section="mo-hinh"), title=f"{WORD} mo hinh", live=False, topic=commune.topic
        ),
    ]
    for page in drafts:
        page.save_revision(user=user, log_action=True)
    case = feedback.submit(feedback.Submission(key=uuid.uuid4(), kind=Kind.REPORT, text="Cống tắc."))
    case.unit, case.about_id, case.article_id = farmers, stock["page_id"], stock["page_id"]
    case.save()
    log(case, "feedback.read_person", user=user)
    return f"{WORD} \\w+|{WORD.lower()}-\\w+|{case.code}"


def leaks(client, url, secrets):
    for query in QUERIES:
        answer = client.get(url + query)
        if answer.status_code != 200 or answer.streaming:
            continue
        text = answer.content.decode(errors="ignore")
        if hit := re.search(secrets, text):
            yield query, text[max(0, hit.start() - 80) : hit.end() + 30]


@pytest.mark.parametrize("unit", ["women", "farmers"])
@pytest.mark.parametrize("person", ["author", "villager", "it"])
def test_nobody_reads_what_another_unit_has_not_published(commune, settings, person, unit):
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**settings.WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": True}}
    client = commune.client(person)
    client.raise_request_exception = False
    stock = things(commune, getattr(commune, unit))
    secrets = sow(commune, stock)
    found = []
    for name, wanted in admin_names():
        try:
            url = reverse(name, kwargs=arguments(name, wanted, stock, commune))
        except NoReverseMatch:
            continue
        found += [(name, *leak) for leak in leaks(client, url, secrets)]
    assert not found, "\n".join(map(str, found))
