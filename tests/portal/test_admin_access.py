"""Every address of the admin × every role × the own and another unit's things, against the table beside this file.

`admin_access.txt` says who gets an answer (200). It is made by this test where it is missing, and read by people: a line
that changes is a right that changes. On the way, what each role reads is looked at: every word of it is Vietnamese.
"""

import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Locale, Site, Task, Workflow

from approval import services
from feedback import services as feedback
from feedback.enums import Kind
from feedback.models import Case, DayOff, DeadlineRule
from models_showcase.models import Criterion, ModelKind
from movements.models import Campaign
from news.models import DocumentKind
from organisations.models import Commune
from surveys import services as surveys
from tests.factories import make_article, make_deed, make_image, make_model
from tests.portal.spoken import is_foreign, may_stay, spoken
from tests.surveys.conftest import QUESTIONS

pytestmark = [pytest.mark.django_db, pytest.mark.long]

TABLE = Path(__file__).with_name("admin_access.txt")
PEOPLE = ["author", "villager", "chair", "reader", "it", "nobody"]
# One logs out, the other fails on purpose.
NOT_WALKED = {"wagtailadmin_logout", "wagtailadmin_error_test"}
# A number no row has, for what is reached by a number only.
NOTHING = 10**9


def names(resolver: URLResolver, prefix: str = "") -> Any:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            namespace = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern, namespace)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield (
                f"{prefix}{pattern.name}",
                tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex),
            )


def admin_names() -> list[tuple[str, tuple[str, ...]]]:
    admin = next(p for p in get_resolver().url_patterns if str(p.pattern) == "quan-tri/")
    return sorted((name, wanted) for name, wanted in set(names(admin)) if name not in NOT_WALKED)


def make_survey(commune, unit):
    """One of `unit` that people can answer."""
    now = timezone.now()
    draft = surveys.SurveyDraft(
        unit=unit,
        about=unit,
        title=f"Bà con đánh giá {unit}",
        introduction="",
        year=now.year,
        half=1,
        opens_at=now - timedelta(days=1),
        closes_at=now + timedelta(days=1),
        questions=QUESTIONS,
    )
    survey = surveys.write(draft, by=commune.users["superuser"])
    surveys.put_out(survey, by=commune.users["chair"], seen=survey.changed_at)
    return survey


def things(commune, unit):
    """What the arguments of an address stand for, in the hands of one unit."""
    folder = commune.folder(unit)
    page = make_article(folder, live=False, topic=commune.topic, title=f"Bài của {unit}")
    page.save_revision(user=commune.users["colleague" if unit == commune.women else "farmer"])
    services.submit(page, by=commune.users["superuser"])
    image = make_image(collection=unit.collection)
    document = get_document_model().objects.create(
        title="Tệp", collection=unit.collection, file=ContentFile(b"x", name="tep.pdf")
    )
    page.refresh_from_db()
    model = make_model(commune.folder(unit, section="mo-hinh"), topic=commune.topic, village=commune.village)
    deed = make_deed(commune.folder(unit, section="guong-sang"), live=False)
    case = feedback.submit(feedback.Submission(key=uuid.uuid4(), kind=Kind.REPORT, text="Cống tắc."))
    Case.objects.filter(pk=case.pk).update(unit=unit)
    return {
        "case_id": case.pk,
        "attachment_id": NOTHING,
        "move": "start",
        "page_id": page.pk,
        "parent_page_id": folder.pk,
        "page_to_move_id": page.pk,
        "destination_id": commune.folder(commune.board).pk,
        "revision_id": page.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "image_id": image.pk,
        "document_id": document.pk,
        "task_state_id": page.current_workflow_task_state.pk,
        "action_name": "approve",
        "content_type_app_name": "news",
        "content_type_model_name": "newspage",
        "app_label": "news",
        "model_name": "newspage",
        "unit": unit.pk,
        "task_id": page.current_workflow_task_state.task_id,
        "workflow_state_id": page.current_workflow_state.pk,
        "workflow_pk": page.current_workflow_state.workflow_id,
        "page_pk": page.pk,
        "collection_id": unit.collection_id,
        "model_page": model.pk,
        "deed_page": deed.pk,
        "evaluation_id": NOTHING,
        "adoption_id": NOTHING,
        "survey_id": make_survey(commune, unit).pk,
        "campaign": Campaign.objects.create(name=f"Cuộc vận động của {unit}", slug=unit.slug, lead=unit).pk,
    }


def arguments(name: str, wanted: tuple[str, ...], stock: dict[str, Any], commune) -> dict[str, Any]:
    models = {
        "organisations_unit": commune.women.pk,
        "organisations_village": commune.village.pk,
        "organisations_topic": commune.topic.pk,
        "organisations_appointment": commune.users["farmer"].appointments.get().pk,
        "wagtailusers_users": commune.users["farmer"].pk,
        "wagtailusers_groups": commune.women.groups.get(role="reader").group_id,
        "wagtailimages": stock["image_id"],
        "images:": stock["image_id"],
        "wagtaildocs": stock["document_id"],
        "documents:": stock["document_id"],
        "pages:": stock["page_id"],
        "collections": commune.women.collection_id,
        "workflows:": Workflow.objects.latest("pk").pk,
        "sites:": Site.objects.get().pk,
        "locales:": Locale.get_default().pk,
        "campaign": stock["campaign"],
        "documentkind": DocumentKind.objects.first().pk,
        "modelkind": ModelKind.objects.first().pk,
        "criterion": Criterion.objects.first().pk,
        "feedback_dayoff": DayOff.objects.get_or_create(day=date(2026, 12, 31), defaults={"name": "Nghỉ bù"})[0].pk,
        "feedback_deadlinerule": DeadlineRule.objects.get_or_create(kind=Kind.PRAISE)[0].pk,
    }
    if name.endswith("_task") and "pk" in wanted:
        return {"pk": Task.objects.latest("pk").pk}
    if name == "wagtailsettings:edit":
        return {"app_name": "organisations", "model_name": "commune", "pk": Commune.load().pk}
    if name.startswith("models_admin:"):
        page = stock["deed_page" if "consent" in name else "model_page"]
        return {argument: page if argument == "page_id" else NOTHING for argument in wanted}
    pk = next((value for key, value in models.items() if key in name), NOTHING)
    return {argument: stock.get(argument, pk) for argument in wanted}


def walk(commune) -> list[str]:
    own, other = things(commune, commune.women), things(commune, commune.farmers)
    clients = {name: commune.client(name) for name in PEOPLE}
    for client in clients.values():
        client.raise_request_exception = False
    lines: list[str] = []
    broken: list[Any] = []
    foreign: list[tuple[str, str]] = []
    for name, wanted in admin_names():
        for label, stock in (("own", own), ("other", other)):
            try:
                url = reverse(name, kwargs=arguments(name, wanted, stock, commune))
            except NoReverseMatch:
                continue
            answers = {person: client.get(url) for person, client in clients.items()}
            statuses = {person: answer.status_code for person, answer in answers.items()}
            said = set().union(*map(spoken, answers.values())) if label == "own" else set()
            foreign += [(name, text) for text in said if is_foreign(text) and not may_stay(text)]
            if 500 in statuses.values():
                broken.append((name, url, statuses))
            allowed = [person for person, status in statuses.items() if status == 200]
            lines.append(f"{name} {label}: {' '.join(allowed) or '-'}")
            if not set(wanted) & set(stock):
                break  # nothing in the address belongs to a unit
    assert not broken
    assert not foreign, "\n".join(map(str, foreign))
    return lines


def test_admin_answers_exactly_those_whom_the_table_names(commune):
    lines = walk(commune)
    if not TABLE.exists():
        TABLE.write_text("\n".join(lines) + "\n")
        pytest.fail(f"{TABLE.name} was missing and has been made: read it.")
    assert lines == TABLE.read_text().splitlines()
