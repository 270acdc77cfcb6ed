"""The admin's screens for units, villages, topics and appointments."""

from collections.abc import Callable
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import (
    CopyView,
    CreateView,
    EditView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)
from wagtail.users.views.users import IndexView as BaseUserIndexView

from accounts.viewsets import UserViewSet as BaseUserViewSet
from core.admin_search import FoldedSearchMixin
from core.panels import SelectPanel
from organisations import services
from organisations.forms import AppointmentForm, UserEditForm
from organisations.models import Appointment, Topic, Unit, Village

NAMES = FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")])

ASSIGNMENTS = InlinePanel("assignments", heading=_("Who answers for it"), label=_("assignment of a year"))


class OpenUnitMixin:
    """A saved unit has its folders, groups and media folder at once."""

    def save_instance(self) -> Any:
        instance = super().save_instance()  # type: ignore[misc]
        services.open_unit(instance)
        return instance


class FoldedIndexView(FoldedSearchMixin, IndexView):
    pass


class UnitCreateView(OpenUnitMixin, CreateView):
    pass


class UnitCopyView(OpenUnitMixin, CopyView):
    pass


class UnitEditView(OpenUnitMixin, EditView):
    pass


class UnitViewSet(SnippetViewSet):
    model = Unit
    icon = "group"
    menu_label = _("Units")
    index_view_class = FoldedIndexView
    add_view_class = UnitCreateView
    copy_view_class = UnitCopyView
    edit_view_class = UnitEditView
    list_display = ["name", Column("get_kind_display", label=capfirst(_("kind")), sort_key="kind"), "phone"]
    list_filter = ["kind"]
    search_fields = ["name", "short_name"]
    panels = [
        FieldPanel("kind"),
        NAMES,
        FieldRowPanel([FieldPanel("short_name"), FieldPanel("short_name_en")]),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("summary_en"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("office"),
                FieldRowPanel([FieldPanel("fanpage"), FieldPanel("zalo")]),
            ],
            heading=_("How to reach it"),
        ),
        FieldRowPanel([FieldPanel("order"), FieldPanel("closed_on")]),
    ]


def number(name: str) -> Callable[[Village], str]:
    """The number `name` of a village as people write it; nothing where it is not known."""
    return lambda village: "" if getattr(village, name) is None else intcomma(getattr(village, name))


def day(name: str) -> Callable[[Appointment], str]:
    """The day of the moment `name` of an appointment, in the commune's time; nothing where it has none."""
    return lambda appointment: date_format(localtime(moment)) if (moment := getattr(appointment, name)) else ""


class VillageViewSet(SnippetViewSet):
    model = Village
    icon = "home"
    menu_label = _("Villages")
    list_display = [
        "name",
        "board",
        Column("households", label=capfirst(_("households")), accessor=number("households")),
        Column("residents", label=capfirst(_("residents")), accessor=number("residents")),
    ]
    index_view_class = FoldedIndexView
    search_fields = ["name"]
    panels = [
        NAMES,
        FieldPanel("slug"),
        SelectPanel("board"),
        FieldPanel("summary"),
        FieldPanel("summary_en"),
        InlinePanel("figures", heading=_("Figures"), label=_("figures of a day")),
        FieldRowPanel([FieldPanel("valid_to"), SelectPanel("successor"), FieldPanel("order")]),
    ]

    def get_queryset(self, request: Any) -> Any:
        return Village.objects.select_related("board").prefetch_related("figures")


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", "description"]
    panels = [NAMES, FieldPanel("slug"), FieldPanel("description"), FieldPanel("order"), ASSIGNMENTS]


class SignedMixin:
    """What is written here waits for a second person."""

    def save_instance(self: Any) -> Any:
        services.sign_appointment(self.form.instance, by=self.request.user)
        return super().save_instance()  # type: ignore[misc]


class AppointmentCreateView(SignedMixin, CreateView):
    pass


class AppointmentCopyView(SignedMixin, CopyView):
    pass


class AppointmentEditView(SignedMixin, EditView):
    pass


class AppointmentViewSet(SnippetViewSet):
    model = Appointment
    icon = "user"
    menu_label = _("Appointments")
    add_view_class = AppointmentCreateView
    copy_view_class = AppointmentCopyView
    edit_view_class = AppointmentEditView
    list_display = [
        "user",
        "unit",
        Column("get_role_display", label=capfirst(_("role")), sort_key="role"),
        Column("valid_from", label=capfirst(_("from")), sort_key="valid_from", accessor=day("valid_from")),
        Column("valid_to", label=capfirst(_("to")), sort_key="valid_to", accessor=day("valid_to")),
        Column("standing", label=_("Status"), sort_key="confirmed_at"),
    ]
    list_filter = ["role", "unit"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "It has no force until somebody else of the standing committee confirms it, never whoever it appoints. "
                    "To end it earlier needs nobody else."
                )
            ),
            FieldPanel("user"),
            FieldRowPanel([SelectPanel("unit"), FieldPanel("role")]),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
            FieldPanel("note"),
        ],
        base_form_class=AppointmentForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return Appointment.objects.select_related("user", "unit")


class OrganisationsViewSetGroup(SnippetViewSetGroup):
    items = (AppointmentViewSet, UnitViewSet, VillageViewSet, TopicViewSet)
    menu_label = _("Organisation")
    menu_icon = "group"
    menu_order = 410


class UserIndexView(FoldedSearchMixin, BaseUserIndexView):
    pass


class UserViewSet(BaseUserViewSet):
    """The screens of `accounts`, whose list finds names without marks."""

    index_view_class = UserIndexView

    def get_form_class(self, for_update: bool = False) -> type:
        return UserEditForm if for_update else super().get_form_class()
