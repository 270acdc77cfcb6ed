"""Loads the demo commune from `demo/` by the services that people use: units are opened, articles approved, cases answered."""

import secrets
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page

from accounts.models import User
from core import pictures
from home.models import HomePage, StandardPage
from home.services import open_page
from movements.models import Campaign, CampaignFigure
from news.models import NewsPage, NewsPageVillage
from organisations import services as organisations
from organisations.models import (
    Commune,
    Topic,
    TopicAssignment,
    Unit,
    Village,
    VillageFigure,
)
from portal import site_tree
from portal.demo import markup
from portal.demo.cases import CaseLoader
from portal.demo.publisher import Publisher
from portal.demo.register import RegisterLoader
from portal.demo.showcase import ShowcaseLoader
from portal.demo.surveys import SurveyLoader

SYLLABLES = ["sen", "lua", "que", "song", "dinh", "tre", "mai", "cau", "gio", "trang", "nang", "hoa"]
Say = Callable[[str], None]


def is_loaded() -> bool:
    return NewsPage.objects.exists()


class DemoLoader:
    """Loads one folder of demo data; `say` gets a line of progress for each step."""

    def __init__(self, source: Path, say: Say) -> None:
        self.source = source
        self.say = say
        self.passwords: list[tuple[str, str, str]] = []  # username, password, note

    @cached_property
    def data(self) -> dict[str, Any]:
        return tomllib.loads((self.source / "commune.toml").read_text(encoding="utf-8"))

    @transaction.atomic
    def load(self) -> None:
        """Everything, or nothing."""
        self.home = site_tree.plant()
        self._load_commune()
        self._load_units()
        self._load_villages()
        self._load_topics()
        self._load_campaigns()
        self._load_users()
        self._load_pictures()
        self._load_pages()
        self._load_articles()
        RegisterLoader(self.source, self.publisher, self.say).load()
        ShowcaseLoader(self.source, self.publisher, self.say).load()
        self.say(f"Ý kiến: {CaseLoader(self.source).load()}")
        self.say(f"Khảo sát: {SurveyLoader().load()}")
        self._promote()

    def _promote(self) -> None:
        """Some words for which a section stands first."""
        for words, slug, text in (
            ("người tốt việc tốt", "guong-sang", "Những người, những việc bà con đã kể."),
            ("gương người tốt", "guong-sang", "Những người, những việc bà con đã kể."),
            ("mô hình", "mo-hinh", "Cách làm hay của thôn, của hội; lọc theo việc, theo kinh phí."),
        ):
            page = Page.objects.get(slug=slug, locale=Locale.get_default(), depth=3)
            query = Query.objects.create(query_string=words)
            SearchPromotion.objects.create(query=query, page=page, description=text, sort_order=0)

    def _load_commune(self) -> None:
        values = self.data["commune"]
        commune = Commune.load()
        for name in [field.name for field in Commune._meta.fields if field.name in values]:
            setattr(commune, name, values[name])
        commune.save()
        for home, welcome in (
            (self.home, values["welcome"]),
            (self._english(self.home), values.get("welcome_en", "")),
        ):
            home.welcome = welcome
            home.save()
        self.say(f"Xã: {commune.name}")

    def _load_units(self) -> None:
        self.units = {}
        for order, values in enumerate(self.data["unit"]):
            fields = {name: value for name, value in values.items() if name not in {"village", "body"}}
            unit = Unit.objects.create(order=order, **fields)
            organisations.open_unit(unit)
            self.units[unit.slug] = unit
        self.say(f"Đơn vị: {len(self.units)}")

    def _load_villages(self) -> None:
        boards = {
            values["village"]: self.units[values["slug"]] for values in self.data["unit"] if values.get("village")
        }
        self.villages = {}
        for order, values in enumerate(self.data["village"]):
            fields = {name: values.get(name, "") for name in ("slug", "name", "name_en", "summary", "summary_en")}
            village = Village.objects.create(order=order, board=boards.get(values["slug"]), **fields)
            for prefix, as_of in (("", "figures_as_of"), ("previous_", "previous_as_of")):
                VillageFigure.objects.create(
                    village=village,
                    as_of=values[as_of],
                    households=values[f"{prefix}households"],
                    residents=values[f"{prefix}residents"],
                )
            self.villages[village.slug] = village
        self.say(f"Thôn: {len(self.villages)}")

    def _load_topics(self) -> None:
        self.topics = {}
        year = timezone.localdate().year
        for order, values in enumerate(self.data["topic"]):
            fields = {name: values.get(name, "") for name in ("slug", "name", "name_en", "description")}
            topic = Topic.objects.create(order=order, **fields)
            TopicAssignment.objects.create(topic=topic, unit=self.units[values["unit"]], year=year)
            self.topics[topic.slug] = topic
        self.say(f"Chủ đề: {len(self.topics)}")

    def _load_campaigns(self) -> None:
        self.campaigns = {}
        names = ("slug", "name", "short_name", "name_en", "short_name_en", "summary", "summary_en")
        for order, values in enumerate(self.data["campaign"]):
            campaign = Campaign(
                order=order,
                lead=self.units[values["lead"]],
                started=values["started"],
                goals="\n".join(values.get("goals", [])),
                goals_en="\n".join(values.get("goals_en", [])),
                **{name: values.get(name, "") for name in names},
            )
            campaign.save()
            campaign.joining.set([self.units[slug] for slug in values["joining"]])
            campaign.save()
            for at, figure in enumerate(values.get("figure", [])):
                CampaignFigure.objects.create(campaign=campaign, order=at, **figure)
            self.campaigns[campaign.slug] = campaign
        self.say(f"Phong trào: {len(self.campaigns)}")

    def _load_users(self) -> None:
        """Accounts with passwords made for this installation; appointments from before the first article."""
        begin = datetime(2024, 1, 1, tzinfo=timezone.get_default_timezone())
        for values in self.data["user"]:
            family_names, _space, given_name = values["name"].rpartition(" ")
            password = "-".join([*(secrets.choice(SYLLABLES) for _ in range(3)), str(secrets.randbelow(9000) + 1000)])
            user = User.objects.create_user(
                values["username"], password=password, last_name=family_names, first_name=given_name
            )
            organisations.appoint_on_server(user, self.units[values["unit"]], values["role"], valid_from=begin)
            self.passwords.append((user.username, password, values.get("note", "")))
        self.say(f"Người dùng: {len(self.passwords)}")

    def _load_pictures(self) -> None:
        collection = Collection.objects.get(name=organisations.SHARED_COLLECTION)
        titles = dict(self._picture_titles())
        self.images = {}
        for path in sorted((self.source / "pictures").glob("*.jpg")):
            with path.open("rb") as file:
                clean = pictures.normalise(file, path.name)
            title = titles.get(path.name, path.stem)
            image = get_image_model()(title=title[:250], description=title[:250], collection=collection)
            image.file.save(path.name, File(clean), save=False)
            image._set_image_file_metadata()
            image.save()
            self.images[path.name] = image
        self.publisher = Publisher(self.images)
        self.say(f"Ảnh: {len(self.images)}")

    def _picture_titles(self) -> Iterator[tuple[str, str]]:
        for article in self.articles:
            yield article.fields["picture"], article.fields["picture_alt"]
        for values in self.data["campaign"]:
            yield values["picture"], values["picture_alt"]

    @cached_property
    def articles(self) -> list[markup.Article]:
        paths = sorted((self.source / "articles").glob("*.md"))
        return [markup.read(path) for path in paths if not path.name.endswith(".en.md")]

    def _load_pages(self) -> None:
        """Fills the pages that were opened with the units, villages and campaigns."""
        things = (("unit", self.units), ("village", self.villages), ("campaign", self.campaigns))
        for table, opened in things:
            for values in self.data[table]:
                self._fill(open_page(opened[values["slug"]]), values)
        about = StandardPage.objects.child_of(self.home).get(slug="gioi-thieu")
        about.body = self._stream(self.data.get("about", {}).get("body", ""))
        about.save()
        scheme = self.data["scheme"]
        page = StandardPage(title=scheme["title"], slug="de-an", summary=scheme["summary"])
        page.body = self._stream(scheme["body"])
        self.home.refresh_from_db()
        self.home.add_child(instance=page)
        self.home.refresh_from_db()
        for home in self.home.get_translations(inclusive=True):
            home.lead_image, home.lead_decorative = self.images.get("dinh-lang.jpg"), True
            home.save()

    def _fill(self, page: Any, values: dict[str, Any]) -> None:
        page.body = self._stream(values.get("body", ""))
        page.lead_image = self.images.get(values.get("picture", ""))
        page.lead_alt = values.get("picture_alt", "")
        page.save()

    def _load_articles(self) -> None:
        for number, article in enumerate(self.articles, 1):
            page = self._publish(article)
            translation = article.path.with_suffix(".en.md")
            if translation.exists():
                self.publisher.translate(page, markup.read(translation))
            if number % 6 == 0 or number == len(self.articles):
                self.say(f"Bài viết: {number}/{len(self.articles)}")

    def _publish(self, article: markup.Article) -> NewsPage:
        fields = article.fields
        page = NewsPage(
            title=fields["title"],
            slug=fields["slug"],
            summary=fields["summary"],
            date=fields["date"],
            topic=self.topics[fields["topic"]],
            campaign=self.campaigns.get(fields.get("campaign", "")),
            body=self.publisher.stream(article.blocks),
            **self.publisher.lead(fields),
        )
        page.village_links = [NewsPageVillage(village=self.villages[slug]) for slug in fields["villages"]]
        writer = User.objects.filter(username=fields.get("author") or None).first()
        return self.publisher.publish(page, self.units[fields["unit"]], fields["date"], writer=writer)

    def _english(self, page: HomePage) -> HomePage:
        return page.get_translation(Locale.objects.get(language_code="en"))

    def _stream(self, body: str) -> list[tuple[str, Any]]:
        return self.publisher.stream(markup.blocks(body)) if body.strip() else []
