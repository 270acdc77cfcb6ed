"""What Wagtail runs when a workflow ends (`WAGTAIL_FINISH_WORKFLOW_ACTION`). It imports this while its own models are still
loading, so the service is imported when it is called."""

from typing import Any


def publish_approved(workflow_state: Any, user: Any = None) -> None:
    from approval import services

    services.publish_approved(workflow_state, user=user)
