import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupPagePermission

from news.models import NewsIndexPage
from organisations import selectors, services
from organisations.enums import UnitKind
from organisations.models import Unit, UnitFolderPage

pytestmark = pytest.mark.django_db


def test_open_unit_twice_changes_nothing(commune):
    def census():
        return [model.objects.count() for model in (Group, Collection, UnitFolderPage, GroupPagePermission)]

    before = census()
    services.open_unit(commune.women)
    assert census() == before


def test_unit_has_folders_in_both_languages_that_translate_each_other(commune):
    vietnamese, english = commune.folder(commune.women), commune.folder(commune.women, "en")
    assert vietnamese.translation_key == english.translation_key
    assert english.url_path == "/home-en/tin-tuc/hoi-phu-nu/"


def test_new_section_opens_folders_for_the_units_that_exist(commune):
    commune.section.delete()
    commune.home.refresh_from_db()
    commune.home.add_child(instance=NewsIndexPage(title="Tin", slug="tin-tuc"))
    section = commune.section
    assert UnitFolderPage.objects.child_of(section).count() == Unit.objects.writing().count()
    assert commune.folder(commune.women).permissions_for_user(commune.users["author"]).can_add_subpage()


def test_authority_has_no_folder(commune):
    authority = Unit.objects.create(slug="ubnd-xa", kind=UnitKind.AUTHORITY, name="UBND xã")
    services.open_unit(authority)
    assert not UnitFolderPage.objects.filter(unit=authority).exists()


def test_renamed_unit_renames_its_folders(commune):
    commune.women.name = "Hội Phụ nữ xã"
    commune.women.save()
    services.open_unit(commune.women)
    assert commune.folder(commune.women).title == "Hội Phụ nữ xã"


def test_new_unit_in_the_admin_is_open_at_once(commune):
    response = commune.client("chair").post(
        "/quan-tri/snippets/organisations/unit/add/",
        {
            "kind": "organisation",
            "name": "Công đoàn xã",
            "name_en": "",
            "short_name": "",
            "short_name_en": "",
            "slug": "cong-doan",
            "summary": "",
            "summary_en": "",
            "phone": "",
            "email": "",
            "office": "",
            "fanpage": "",
            "zalo": "",
            "order": "9",
            "closed_on": "",
        },
    )
    assert response.status_code == 302, response.context["form"].errors
    folders = UnitFolderPage.objects.filter(slug="cong-doan")
    assert folders.count() == 2 * len(selectors.section_types())
