"""Opening units: their folder pages, their media folder and their groups with rights on these and nothing else."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import translation
from wagtail import hooks
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page

from approval.services import include_approvers
from organisations import selectors
from organisations.enums import ROLES_OF_KIND, WRITING_KINDS, WRITING_ROLES, Role
from organisations.models import Unit, UnitFolderPage, UnitGroup

SHARED_COLLECTION = "Dùng chung"
UNITS_COLLECTION = "Đơn vị"

WRITER_PAGE_RIGHTS = ("wagtailcore.add_page", "wagtailcore.change_page")
COMMITTEE_PAGE_RIGHTS = (
    "wagtailcore.add_page",
    "wagtailcore.change_page",
    "wagtailcore.publish_page",
    "wagtailcore.lock_page",
    "wagtailcore.unlock_page",
)
MEDIA_RIGHTS = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)
CHOOSE_RIGHTS = ("wagtailimages.choose_image", "wagtaildocs.choose_document")

# Rights that do not belong to a place. Each is `app_label.codename`.
ROLE_RIGHTS: dict[str, tuple[str, ...]] = {
    Role.STANDING_COMMITTEE: (
        "wagtailadmin.access_admin",
        "wagtail_localize.submit_translation",
        "approval.read_queue",
        "organisations.add_appointment",
        "organisations.change_appointment",
        "organisations.view_appointment",
        "organisations.confirm_appointment",
        "organisations.add_topicassignment",
        "organisations.change_topicassignment",
        "organisations.change_unit",
        "organisations.add_unit",
        "organisations.add_village",
        "organisations.change_village",
        "organisations.add_topic",
        "organisations.change_topic",
        "organisations.change_commune",
    ),
    Role.ORGANISATION_OFFICER: ("wagtailadmin.access_admin", "wagtail_localize.submit_translation"),
    Role.VILLAGE_BOARD: ("wagtailadmin.access_admin",),
    Role.READER: ("wagtailadmin.access_admin", "approval.read_queue"),
    Role.IT_ADMINISTRATOR: (
        "wagtailadmin.access_admin",
        "accounts.add_user",
        "accounts.change_user",
        "organisations.add_appointment",
        "organisations.change_appointment",
        "organisations.view_appointment",
        "organisations.change_commune",
        "wagtailcore.change_site",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ),
}


@transaction.atomic
def open_unit(unit: Unit) -> None:
    """Makes or repairs everything `unit` needs: groups, media folder, a folder page in every section. Safe to repeat."""
    groups = {role: _open_group(unit, role) for role in ROLES_OF_KIND[unit.kind]}
    if unit.kind in WRITING_KINDS:
        _open_collection(unit, groups)
        for section in selectors.sections():
            _open_folder(section, unit)
    _grant_page_rights(unit, groups)


@transaction.atomic
def open_section(section: Page) -> None:
    """Opens a folder in a new section for every unit that writes, with its writers' rights."""
    for unit in Unit.objects.writing():
        folder = _open_folder(section, unit)
        for unit_group in unit.groups.filter(role__in=WRITING_ROLES).select_related("group"):
            _set_page_rights(unit_group.group, [folder], WRITER_PAGE_RIGHTS)


def _open_group(unit: Unit, role: Role) -> Group:
    unit_group = UnitGroup.objects.filter(unit=unit, role=role).select_related("group").first()
    with translation.override(settings.LANGUAGE_CODE):
        name = f"{unit.slug}: {role.label}"
    if unit_group is None:
        unit_group = UnitGroup.objects.create(unit=unit, role=role, group=Group.objects.create(name=name))
    group = unit_group.group
    if group.name != name:
        group.name = name
        group.save(update_fields=["name"])
    group.permissions.set(_permissions(_rights(role)))
    return group


def _rights(role: Role) -> set[str]:
    """The rights of `role`: ours, and what the apps above add by the hook `register_role_rights`."""
    added = [right for hook in hooks.get_hooks("register_role_rights") for right in hook().get(role, ())]
    return {*ROLE_RIGHTS[role], *added}


def _permissions(rights: Iterable[str]) -> list[Permission]:
    """The permissions that `rights` (`app_label.codename`) name, in one query. Raises LookupError for one that is not there."""
    wanted = set(rights)
    codenames = {right.partition(".")[2] for right in wanted}
    permissions = Permission.objects.filter(codename__in=codenames).select_related("content_type")
    found = {f"{permission.content_type.app_label}.{permission.codename}": permission for permission in permissions}
    if missing := wanted - found.keys():
        raise LookupError(f"No such permission: {', '.join(sorted(missing))}")
    return [found[right] for right in wanted]


def _open_collection(unit: Unit, groups: dict[Role, Group]) -> None:
    shared = _collection(Collection.get_first_root_node(), SHARED_COLLECTION)
    if unit.collection is None:
        unit.collection = _collection(_collection(Collection.get_first_root_node(), UNITS_COLLECTION), unit.name)
        unit.save(update_fields=["collection"])
    for role, group in groups.items():
        if role in WRITING_ROLES:
            _set_collection_rights(group, unit.collection, MEDIA_RIGHTS)
            _set_collection_rights(group, shared, CHOOSE_RIGHTS)
        elif role == Role.STANDING_COMMITTEE:
            _set_collection_rights(group, Collection.get_first_root_node(), MEDIA_RIGHTS)


def _collection(parent: Collection, name: str) -> Collection:
    return parent.get_children().filter(name=name).first() or parent.add_child(instance=Collection(name=name))


def _set_collection_rights(group: Group, collection: Collection, rights: Iterable[str]) -> None:
    GroupCollectionPermission.objects.bulk_create(
        [
            GroupCollectionPermission(group=group, collection=collection, permission=permission)
            for permission in _permissions(rights)
        ],
        ignore_conflicts=True,
    )


def _open_folder(section: Page, unit: Unit) -> UnitFolderPage:
    folder = UnitFolderPage.objects.child_of(section).filter(unit=unit).first()
    title = (unit.short_name_en or unit.name_en) if section.locale.language_code == "en" else ""
    title = title or unit.short_name or unit.name
    if folder is not None:
        if folder.title != title:
            folder.title = folder.draft_title = title
            folder.save()
        return folder
    folder = UnitFolderPage(title=title, slug=unit.slug, unit=unit, locale=section.locale)
    if original := _original_folder(section, unit):
        folder.translation_key = original.translation_key
    section.add_child(instance=folder)
    return folder


def _original_folder(section: Page, unit: Unit) -> UnitFolderPage | None:
    """The folder of `unit` in the Vietnamese section that `section` translates."""
    original = section.get_translations().filter(locale=Locale.get_default()).first()
    return UnitFolderPage.objects.child_of(original).filter(unit=unit).first() if original else None


def _grant_page_rights(unit: Unit, groups: dict[Role, Group]) -> None:
    for role, group in groups.items():
        if role in WRITING_ROLES:
            _set_page_rights(group, selectors.folders(unit), WRITER_PAGE_RIGHTS)
        elif role == Role.STANDING_COMMITTEE:
            _set_page_rights(group, selectors.home_pages(), COMMITTEE_PAGE_RIGHTS)
            include_approvers(group, selectors.home_pages())


def _set_page_rights(group: Group, pages: Iterable[Any], rights: Iterable[str]) -> None:
    permissions = _permissions(rights)
    GroupPagePermission.objects.bulk_create(
        [
            GroupPagePermission(group=group, page_id=page.pk, permission=permission)
            for page in pages
            for permission in permissions
        ],
        ignore_conflicts=True,
    )
