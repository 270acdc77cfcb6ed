"""Pictures and documents: ours from the first migration, so that they can grow."""

import os
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.encoding import filepath_to_uri
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from core import public_folder


class CustomImage(AbstractImage):
    """A picture of the library. Its file was written by `core.pictures`: upright, at most 2560 pixels, no metadata."""

    credit = models.CharField(_("credit"), max_length=120, blank=True, help_text=_("Who took or drew the picture."))

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    # The library sorts by it what was found, too (Wagtail's own lacks it).
    search_fields = [*AbstractImage.search_fields, index.FilterField("file_size")]

    @property
    def default_alt_text(self) -> str:
        """What was said of it when it came; never its title, which is mostly the name of a file."""
        return str(self.description)

    def create_renditions(self, *filters: Any) -> Any:
        """Wagtail makes several in bulk, without a signal: those of a public picture belong in the public folder."""
        made = super().create_renditions(*filters)
        if made:  # Wagtail asks also for none, whenever a picture is shown
            public_folder.renew_on_commit(public_folder.PICTURES, self.pk)
        return made

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class Rendition(AbstractRendition):
    """A picture at one size and in one format, made ahead by the queue (`core.renditions`)."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename: str) -> str:
        """A folder a picture: its address says whose size it is."""
        folder, name = os.path.split(super().get_upload_to(filename))
        return f"{folder}/{self.image_id}/{name}"

    @property
    def url(self) -> Any:
        """Ours wherever the file lies (disk, S3) and whoever may see it: `portal.views.picture` decides when it is asked."""
        return f"{settings.MEDIA_URL}{filepath_to_uri(self.file.name)}"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once"),
        ]


class TextState(models.TextChoices):
    """What became of reading a document's text."""

    WAITING = "waiting", _("The text of this file is still being read.")
    READ = "read", _("The text of this file was read: people find it by its words.")
    PARTLY = (
        "partly",
        _(
            "Not all of this file could be read: people find it by the words of the rest only. "
            "Pages that are pictures (a scan) cannot be searched, read aloud or enlarged."
        ),
    )
    NONE = "none", _("This kind of file has no text that could be searched.")
    UNREAD = (
        "unread",
        _(
            "We cannot read the words of this kind of file: people do not find it by them, and many phones do not open it. "
            "Better save it as PDF or DOCX and upload that."
        ),
    )
    EMPTY = (
        "empty",
        _(
            "There are no words in this file, at most pictures: people do not find it by what it says. "
            "If there is one with words, please upload that."
        ),
    )
    SCANNED = (
        "scanned",
        _(
            "This PDF holds only pictures of pages (a scan): its words cannot be searched, read aloud or enlarged. "
            "If there is a Word file or a PDF saved from it, please upload that one."
        ),
    )
    CODED = (
        "coded",
        _(
            "The letters of this PDF are shown, but it does not say which they are: its words cannot be searched, read aloud or "
            "copied. If there is a Word file, please save it as PDF once more (with its fonts) and upload that."
        ),
    )
    ENCRYPTED = (
        "encrypted",
        _("This file asks for a password: people cannot open it. Please upload one without a password."),
    )
    BROKEN = "broken", _("This file is damaged and cannot be opened. Please upload it again.")


# People could do nothing, or little, with such a file: its editor is told.
FAULTY_STATES = (
    TextState.PARTLY,
    TextState.UNREAD,
    TextState.EMPTY,
    TextState.SCANNED,
    TextState.CODED,
    TextState.ENCRYPTED,
    TextState.BROKEN,
)


class CustomDocument(AbstractDocument):
    """A file to download; its words are read by the queue (`core.documents`)."""

    text = models.TextField(blank=True, editable=False)
    text_state = models.CharField(max_length=10, choices=TextState.choices, default=TextState.WAITING, editable=False)
    pages = models.PositiveIntegerField(default=0, editable=False)  # of a PDF, but for blank ones
    pages_read = models.PositiveIntegerField(default=0, editable=False)  # whose words are known

    admin_form_fields = ("title", "file", "collection", "tags")

    def clean(self) -> None:
        """Without a file (it was refused, with a sentence) there is no ending to complain of."""
        if self.file:
            super().clean()

    @property
    def is_faulty(self) -> bool:
        return self.text_state in FAULTY_STATES

    @property
    def how_read(self) -> str:
        """For whoever edits it: what became of reading its words, and of how many pages."""
        told = self.get_text_state_display()
        if not self.pages_read:
            return str(told)
        share = gettext("Read: %(read)s of %(pages)s pages (empty ones not counted).") % {
            "read": self.pages_read,
            "pages": self.pages,
        }
        return f"{share} {told}"

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
