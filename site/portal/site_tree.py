"""The tree every commune starts with: the home page and its sections, in Vietnamese and English."""

from typing import Any

from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow

from core.models import BasePage
from home.models import CampaignIndexPage, HomePage, MenuEntry, Menus, StandardPage, UnitIndexPage, VillageIndexPage
from news.models import NewsIndexPage
from portal import accessibility

# slug (permanent), page type, title, English title, summary, English summary
SECTIONS: list[tuple[str, type[BasePage], str, str, str, str]] = [
    (
        "tin-tuc",
        NewsIndexPage,
        "Tin tức",
        "News",
        "Việc làm, chuyện hay và thông báo từ các thôn, các đoàn thể.",
        "What is happening in the villages and organisations.",
    ),
    (
        "phong-trao",
        CampaignIndexPage,
        "Phong trào",
        "Campaigns",
        "Các cuộc vận động và phong trào thi đua đang được bà con thực hiện.",
        "The campaigns and movements people are taking part in.",
    ),
    (
        "thon",
        VillageIndexPage,
        "Các thôn",
        "Villages",
        "Tin và đầu mối liên hệ của từng thôn.",
        "News and contacts of each village.",
    ),
    (
        "to-chuc",
        UnitIndexPage,
        "Tổ chức",
        "Organisations",
        "Ủy ban Mặt trận, các tổ chức chính trị – xã hội và Ban công tác Mặt trận các thôn.",
        "The Front committee, the socio-political organisations and the village boards.",
    ),
    (
        "gioi-thieu",
        StandardPage,
        "Giới thiệu",
        "About",
        "Trang này của ai, để làm gì và liên hệ thế nào.",
        "Who runs this site, what for, and how to reach us.",
    ),
]

# place, address, label, English label of the entries that are no pages
ENTRIES = [
    (MenuEntry.Place.MAIN, "/hoi-dap/", "Hỏi đáp", "Answers"),
    (MenuEntry.Place.FOOT, "/gop-y/tra-cuu/", "Tra cứu ý kiến", "Look up"),
]


@transaction.atomic
def plant() -> HomePage:
    """Makes what is missing of the tree and returns the Vietnamese home page. Safe to repeat."""
    _name_the_roots()
    first_time = not MenuEntry.objects.exists()  # what the committee removed later does not come back
    vietnamese = Locale.objects.get_or_create(language_code="vi")[0]
    english = Locale.objects.get_or_create(language_code="en")[0]
    home = HomePage.objects.filter(locale=vietnamese).first() or _plant_home(vietnamese)
    home_en = home.get_translation_or_none(english) or _plant_english_home(home, english)
    for slug, page_type, title, title_en, summary, summary_en in SECTIONS:
        page = page_type.objects.child_of(home).filter(slug=slug).first()
        if page is None:
            page = page_type(title=title, slug=slug, summary=summary, locale=vietnamese)
            home.add_child(instance=page)
            _append_entry(page=page)
        if not page.has_translation(english):
            translation = page_type(
                title=title_en,
                slug=slug,
                summary=summary_en,
                locale=english,
                translation_key=page.translation_key,
            )
            home_en.add_child(instance=translation)
    _plant_statement(home, home_en)
    if first_time:
        for place, address, label, label_en in ENTRIES:
            _append_entry(place=place, address=address, label=label, label_en=label_en)
        MenuEntry.objects.filter(page__slug="gioi-thieu").update(sort_order=MenuEntry.objects.count())  # the last one
    return home


def _plant_statement(home: HomePage, home_en: HomePage) -> None:
    """The accessibility statement, linked in the foot."""
    slug = "tro-nang"
    if StandardPage.objects.child_of(home).filter(slug=slug).exists():
        return
    page = StandardPage(
        title=accessibility.TITLE,
        slug=slug,
        summary=accessibility.SUMMARY,
        body=accessibility.BODY,
        locale_id=home.locale_id,
    )
    home.add_child(instance=page)
    home_en.add_child(
        instance=StandardPage(
            title=accessibility.TITLE_EN,
            slug=slug,
            summary=accessibility.SUMMARY_EN,
            body=accessibility.BODY_EN,
            locale_id=home_en.locale_id,
            translation_key=page.translation_key,
        )
    )
    _append_entry(place=MenuEntry.Place.FOOT, page=page)


def _append_entry(**values: Any) -> None:
    menus = Menus.load()
    menus.save()
    MenuEntry.objects.create(menus=menus, sort_order=menus.entries.count(), **values)


def _name_the_roots() -> None:
    """Gives what Wagtail's own migrations made a name in Vietnamese, and removes the workflow nobody here uses."""
    Page.objects.filter(depth=1, title="Root").update(title="Gốc", draft_title="Gốc")
    Collection.objects.filter(depth=1, name="Root").update(name="Chung")
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()


def _plant_home(locale: Locale) -> HomePage:
    root = Page.get_first_root_node()
    home = HomePage(title="Trang chủ", slug="trang-chu", locale=locale)
    root.add_child(instance=home)
    welcome = Page.objects.filter(depth=2, slug="home").exclude(pk=home.pk).first()  # Wagtail's own first page
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": "localhost", "port": 80, "site_name": "Mặt trận số"},
    )
    if welcome:
        welcome.delete()
    return home


def _plant_english_home(home: HomePage, locale: Locale) -> HomePage:
    home_en = HomePage(title="Home", slug="home-en", locale=locale, translation_key=home.translation_key)
    Page.get_first_root_node().add_child(instance=home_en)
    return home_en
