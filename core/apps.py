from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.contenttypes.models import ContentType
        from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
        from wagtail.permission_policies import ModelPermissionPolicy

        from core import admin_search, checks, file_permissions, history, signal_handlers, uploads
        from core.forms import dates, gate

        # It names the last page of each kind, drafts of every unit too: for builders, who hold every right.
        PageTypesUsageReportView.permission_policy = ModelPermissionPolicy(ContentType)

        admin_search.offer_what_opens()
        gate.close()
        dates.close()
        signal_handlers.connect()
        file_permissions.narrow()
        checks.register_checks()
        history.restrict()
        uploads.take_nameless_files()
