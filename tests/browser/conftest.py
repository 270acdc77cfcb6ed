import os
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from playwright.sync_api import Browser, sync_playwright

from tests.services import need

# Playwright's own loop runs in this thread; Django would otherwise refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    executable = need("chromium", "chromium")
    initial_rows = connection._test_serialized_contents
    with sync_playwright() as playwright:
        # Inside Playwright's loop Django sees a new connection: it must know what to restore after each test.
        connection._test_serialized_contents = initial_rows
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module", autouse=True)
def _commune_for_those_who_come_after(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A test of the browser leaves the database empty, and a worker may take another's tests when its own are done."""
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


# The database in memory is one connection for all threads of the server: two requests at once (the form that is sent while the editor
# saves by itself) would end each other's transactions.
ONE_AT_A_TIME = threading.Lock()


@pytest.fixture(autouse=True)
def _one_request_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = WSGIHandler.__call__

    def answer_alone(self: WSGIHandler, *args: Any) -> Any:
        with ONE_AT_A_TIME:
            return answer(self, *args)

    monkeypatch.setattr(WSGIHandler, "__call__", answer_alone)


PHONE = {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True, "locale": "vi-VN"}
DESK = {"viewport": {"width": 1280, "height": 900}, "locale": "vi-VN"}


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Any]:
    """Opens a page of the running site: `open_page(DESK)`, `open_page(PHONE, java_script_enabled=False)`."""
    contexts = []

    def open_page(shape: dict[str, Any], **kwargs: Any) -> Any:
        context = browser.new_context(base_url=live_server.url, **shape, **kwargs)
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    # What was asked for is answered before the database is taken from under it.
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(10)
