"""Names that a package leaves to Django, which makes them from those in the code ("link_text", "Link text"), are messages too."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext, gettext_lazy, override

from portal.messages import is_ours


class NamedField(BoundField):
    def __init__(self, form: Any, field: Any, name: str) -> None:
        super().__init__(form, field, name)
        if field.label is None:
            self.label = gettext(str(self.label))


class FormRenderer(TemplatesSetting):
    bound_field_class = NamedField


@override(None)  # names as they stand in the code
def name_models() -> None:
    """Of the models of packages and their fields; ours have theirs."""
    for model in apps.get_models():
        meta = model._meta
        if is_ours(Path(meta.app_config.path)):
            continue
        if "verbose_name_plural" not in meta.original_attrs:
            meta.verbose_name_plural = gettext_lazy(str(meta.verbose_name_plural))
        if "verbose_name" not in meta.original_attrs:
            meta.verbose_name = gettext_lazy(str(meta.verbose_name))
        for field in meta.local_fields:
            if field._verbose_name is None and field.verbose_name:  # type: ignore[attr-defined]
                field.verbose_name = gettext_lazy(str(field.verbose_name))


def name_columns() -> None:
    """Of the one list of Wagtail that leaves them to it."""
    from wagtail.sites.views import IndexView

    for column in IndexView.columns:
        if isinstance(column.label, str):
            column.label = gettext_lazy(column.label)
