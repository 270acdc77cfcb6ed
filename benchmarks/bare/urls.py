"""No form, no checks, no deadline, no history told to anybody: the body parsed, one transaction, the file on the disk for certain."""

import hashlib
import uuid

from django.core.files.storage import storages
from django.db import transaction
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core import limits
from core.bodies import takes_files
from feedback.models import Attachment, Case, CaseEvent, CasePerson
from organisations.models import Unit


@takes_files
def submit(request):
    data, photo = request.POST, request.FILES["photos"]
    unit = Unit.objects.order_by("order", "pk").first()
    now = timezone.now()
    name = storages["private"].save("feedback", photo)
    with transaction.atomic():
        limits.count("bare", request.META["REMOTE_ADDR"], 3600)
        case = Case.objects.create(
            lookup_hash=hashlib.sha256(data["key"].encode()).hexdigest(),
            code_hash=hashlib.sha256(b"code" + data["key"].encode()).hexdigest(),
            idempotency_key=data["key"],
            content_hash=hashlib.sha256(data["text"].encode()).hexdigest(),
            kind=data["kind"],
            text=data["text"],
            folded=data["text"],
            unit=unit,
            due_on=now.date(),
        )
        CasePerson.objects.create(case=case, phone=data["phone"])
        event = CaseEvent.objects.create(
            case=case, number=1, move="submit", status="received", actor_kind="citizen", unit=unit
        )
        file = Attachment.objects.create(
            case=case, event=event, name=photo.name, kind="image/jpeg", size=photo.size, digest=data["key"], file=name
        )
        DBTaskResult.objects.create(
            args_kwargs={"args": [file.pk], "kwargs": {}},
            task_path="benchmarks.bare.urls.nothing",
            queue_name="bare",  # nobody works on it
            backend_name="jobs",
            run_after=now,
        )
    return HttpResponse(status=302, headers={"Location": f"/gop-y/phieu/{uuid.UUID(data['key'])}/"})


urlpatterns = [path("gop-y/", submit)]
