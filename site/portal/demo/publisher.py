"""Writes, submits and approves a page of the demo as two people would, then gives it its date."""

from datetime import datetime
from typing import Any, TypeVar

from wagtail.images import get_image_model
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from accounts.models import User
from approval import services as approval
from organisations.models import Appointment, Unit, UnitFolderPage, UnitOwnedPage
from portal.demo.markup import Article

AnyOwned = TypeVar("AnyOwned", bound=UnitOwnedPage)


class Publisher:
    """`images`: the pictures of the demo by their file names."""

    def __init__(self, images: dict[str, Any]) -> None:
        self.images = images

    def write(self, page: AnyOwned, unit: Unit, writer: User | None = None) -> AnyOwned:
        """The draft of `page`, in the folder of `unit` in the page's own section."""
        page.live, page.owner = False, writer
        folders = UnitFolderPage.objects.filter(unit=unit, locale=Locale.get_default())
        folder = next(folder for folder in folders if type(page).can_exist_under(folder))
        folder.add_child(instance=page)
        page.save_revision(user=writer, log_action=True)
        return page

    def publish(self, page: AnyOwned, unit: Unit, at: datetime, writer: User | None = None) -> AnyOwned:
        self.write(page, unit, writer)
        self.approve(page, at)
        return page

    def approve(self, page: Page, at: datetime) -> None:
        """Sends the newest draft of `page` to approval, which a second person gives; dated back to `at`."""
        revision = page.get_latest_revision()
        writer = revision.user
        approver = self._approver(other_than=writer)
        approval.submit(page, by=writer or approver)
        page.refresh_from_db()
        approval.approve(page, by=approver, shown=approval.Shown.of(revision))
        Page.objects.filter(pk=page.pk).update(
            first_published_at=at, last_published_at=at, latest_revision_created_at=at
        )
        page.revisions.update(created_at=at)

    def translate(self, page: Any, article: Article) -> None:
        translation = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
        translation.title = translation.draft_title = article.fields["title"]
        translation.slug = page.slug
        translation.summary = article.fields["summary"]
        translation.lead_alt = article.fields["picture_alt"]
        translation.lead_caption = article.fields.get("picture_caption", "")
        translation.body = self.stream(article.blocks)
        translation.unit = page.unit
        translation.save_revision(user=page.owner, log_action=True)
        self.approve(translation, page.date)

    def lead(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The lead picture of a page, from its front matter."""
        return {
            "lead_image": self.images.get(fields["picture"]),
            "lead_alt": fields["picture_alt"],
            "lead_caption": fields.get("picture_caption", ""),
        }

    def stream(self, blocks: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
        """The blocks of a body; pictures that are not there are left out."""
        return [
            (name, self._value(name, value))
            for name, value in blocks
            if name != "picture" or value["file"] in self.images
        ]

    def _value(self, name: str, value: Any) -> Any:
        if name == "text":
            return RichText(value)
        if name == "picture":
            image = get_image_model().objects.get(pk=self.images[value["file"]].pk)
            image.contextual_alt_text, image.decorative = value["alt"], not value["alt"]
            return {"image": image, "caption": value["caption"], "credit": ""}
        return value

    def _approver(self, other_than: User | None) -> User:
        committee = Appointment.objects.in_force().filter(role="standing_committee").order_by("pk")
        return next(
            appointment.user for appointment in committee.select_related("user") if appointment.user != other_than
        )
