import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from feedback import services
from feedback.enums import Kind, Outcome
from feedback.models import Case
from tests.factories import picture_bytes


@pytest.fixture
def send(commune: Any) -> Any:
    """Sends a case as a citizen would: `send(text="…", sender=Sender(name="…"))`."""

    def send(text: str = "Cống ở ngõ 3 tắc đã hai tuần.", **kwargs: Any) -> Case:
        kwargs.setdefault("key", uuid.uuid4())
        kwargs.setdefault("kind", Kind.REPORT)
        kwargs.setdefault("topic", commune.topic)
        kwargs.setdefault("village", commune.village)
        return services.submit(services.Submission(text=text, **kwargs))

    return send


def upload(name: str = "cong.jpg", data: bytes | None = None, kind: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture_bytes(600, 400) if data is None else data, kind)


def draft(**kwargs: Any) -> services.Draft:
    return services.Draft(**{"text": "Tổ thoát nước đã thông cống sáng nay.", "outcome": Outcome.RESOLVED, **kwargs})
