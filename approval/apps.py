from django.apps import AppConfig


class ApprovalConfig(AppConfig):
    name = "approval"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.admin.views.pages.bulk_actions import PublishBulkAction

        # What is published was read first, on the approval screen: never by ticking boxes in a list.
        PublishBulkAction.models = []
