"""The tree every commune starts with: the home page and its sections, in Vietnamese and English."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow

from core.models import BasePage
from home.models import CampaignIndexPage, HomePage, MenuEntry, Menus, StandardPage, UnitIndexPage, VillageIndexPage
from models_showcase.models import Criterion, GoodDeedIndexPage, ModelIndexPage, ModelKind, TargetsPage
from news.models import DocumentIndexPage, DocumentKind, EventIndexPage, NewsIndexPage
from portal import accessibility, lists
from search.models import Synonym

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
        "mo-hinh",
        ModelIndexPage,
        "Mô hình",
        "Models",
        "Cách làm hay của thôn, của hội: làm thế nào, tốn bao nhiêu, hỏi ai để làm theo.",
        "What villages and organisations do well: how it is done, what it costs, whom to ask.",
    ),
    (
        "guong-sang",
        GoodDeedIndexPage,
        "Gương sáng",
        "Good deeds",
        "Người tốt, việc tốt quanh ta, được kể khi người trong cuộc đồng ý.",
        "Good people among us, told with their agreement.",
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
        "lich",
        EventIndexPage,
        "Lịch",
        "Calendar",
        "Họp, hội, tiếp dân, đối thoại: ở đâu, lúc nào, dành cho ai.",
        "Meetings, festivals, office hours, dialogues: where, when, for whom.",
    ),
    (
        "van-ban",
        DocumentIndexPage,
        "Văn bản",
        "Documents",
        "Kế hoạch, quyết định, thông báo, báo cáo: số hiệu, ngày ban hành, còn hiệu lực hay không.",
        "Plans, decisions, notices, reports: number, date, whether in force.",
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

TARGETS, TARGETS_EN = "Mỗi năm một mô hình", "One model a year"
TARGETS_SUMMARY = "Thôn nào, đoàn thể nào đã có mô hình mới hoặc làm theo mô hình hay trong năm."
TARGETS_SUMMARY_EN = "Which villages and organisations began or copied a model in the year."

# place, address, label, English label of the entries that are no pages
ENTRIES = [
    (MenuEntry.Place.MAIN, "/hoi-dap/", "Hỏi đáp", "Answers"),
    (MenuEntry.Place.FOOT, "/gop-y/tra-cuu/", "Tra cứu ý kiến", "Look up"),
    (MenuEntry.Place.FOOT, "/khao-sat/", "Khảo sát", "Surveys"),
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
    _plant_targets(home, home_en)
    _plant_lists()
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


def _plant_targets(home: HomePage, home_en: HomePage) -> None:
    """The page that tells who has reached the target of a model a year."""
    slug = "chi-tieu"
    section, section_en = (ModelIndexPage.objects.child_of(root).get() for root in (home, home_en))
    page = TargetsPage.objects.child_of(section).first()
    if page is None:
        page = TargetsPage(title=TARGETS, slug=slug, summary=TARGETS_SUMMARY, locale_id=section.locale_id)
        section.add_child(instance=page)
    if not TargetsPage.objects.child_of(section_en).exists():
        translation = TargetsPage(
            title=TARGETS_EN,
            slug=slug,
            summary=TARGETS_SUMMARY_EN,
            locale_id=section_en.locale_id,
            translation_key=page.translation_key,
        )
        section_en.add_child(instance=translation)


def _plant_lists() -> None:
    """Kinds and criteria to begin with, where the committee has none of its own yet."""
    lists_of: list[tuple[Any, list[dict[str, Any]]]] = [
        (DocumentKind, lists.DOCUMENT_KINDS),
        (ModelKind, lists.MODEL_KINDS),
        (Criterion, lists.CRITERIA),
    ]
    for model, rows in lists_of:
        if not model.objects.exists():
            model.objects.bulk_create([model(order=order, **row) for order, row in enumerate(rows)])
    if not Synonym.objects.exists():
        Synonym.objects.bulk_create([Synonym(words="\n".join(words)) for words in lists.SYNONYMS])


def _append_entry(**values: Any) -> None:
    menus = Menus.load()
    menus.save()
    MenuEntry.objects.create(menus=menus, sort_order=menus.entries.count(), **values)


def _name_the_roots() -> None:
    """Gives what Wagtail's own migrations made a name in Vietnamese, and removes the workflow and the groups nobody here uses."""
    Page.objects.filter(depth=1, title="Root").update(title="Tất cả các trang", draft_title="Tất cả các trang")
    Collection.objects.filter(depth=1, name="Root").update(name="Tất cả thư mục")
    Workflow.objects.filter(name="Moderators approval").delete()
    Task.objects.filter(name="Moderators approval").delete()
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()


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
