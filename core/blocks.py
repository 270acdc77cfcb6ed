"""The blocks of a body, each with its template in `templates/blocks/`."""

from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

TEXT_FEATURES = ["bold", "italic", "h3", "ol", "ul", "link", "document-link"]
MOST_DIGITS = 6  # of a number of blocks


class WholeFormMixin:
    """For blocks that hold several: refuses (400) a form other than the editor sends. Half a body would be kept for the whole."""

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        count = data[f"{prefix}-count"]
        if not count.isdecimal() or len(count) > MOST_DIGITS or int(count) > len(data):
            raise BadRequest(f"{prefix}-count")
        kept = [number for number in range(int(count)) if not data[f"{prefix}-{number}-deleted"]]
        places = [data[f"{prefix}-{number}-order"] for number in kept]
        if not all(place.isdecimal() and len(place) <= MOST_DIGITS for place in places):
            raise BadRequest(f"{prefix}-order")
        if len({int(place) for place in places}) < len(places):
            raise BadRequest(f"{prefix}-order")
        return super().value_from_datadict(data, files, prefix)  # type: ignore[misc]


class ListBlock(WholeFormMixin, blocks.ListBlock):
    def deconstruct(self) -> Any:
        """As Wagtail's: to the database it is the same."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.ListBlock", args, kwargs


class HeadingBlock(blocks.CharBlock):
    """A heading inside the text (level 2)."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        form_classname = "title"


class DescribedImageBlock(ImageBlock):
    """Wagtail's picture with alternative text; here the chooser too has a name that can be translated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child_blocks["image"].label = _("Picture")


class PictureBlock(blocks.StructBlock):
    """A picture with its alternative text (or "decorative"), caption and credit."""

    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)
    credit = blocks.CharBlock(label=_("Credit"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"


class GalleryItemBlock(blocks.StructBlock):
    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")


class GalleryBlock(blocks.StructBlock):
    """Several pictures of one occasion."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    pictures = ListBlock(GalleryItemBlock(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "blocks/gallery.html"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, and who."""

    text = blocks.TextBlock(label=_("Quote"), rows=3)
    name = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"


class DocumentBlock(blocks.StructBlock):
    """A file to download."""

    document = DocumentChooserBlock(label=_("Document"))
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.html"


class FigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(
        label=_("Number with its unit"), max_length=24, help_text=_("With its unit: 12,5%, 45 triệu đồng.")
    )
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)

    class Meta:
        icon = "order"
        label = _("Figure")


class FiguresBlock(blocks.StructBlock):
    """Key figures, and where they come from."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    items = ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=6)
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=200)

    class Meta:
        icon = "order"
        label = _("Key figures")
        template = "blocks/figures.html"


class VideoBlock(blocks.StructBlock):
    """A video elsewhere: our poster picture and a link out, never an embed (no third party on our pages)."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    poster = ImageChooserBlock(label=_("Poster picture"))
    url = blocks.URLBlock(label=_("Address of the video"), search_index=False)
    duration = blocks.CharBlock(
        label=_("Length"),
        required=False,
        max_length=8,
        help_text=_("Minutes and seconds: 3:45"),
        validators=[RegexValidator(r"^\d{1,2}(:\d{2}){1,2}$", _("Write the duration as 3:45."))],
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"


def validate_address(value: str) -> None:
    """An address of this site (/phong-trao/) or a full one (https://…)."""
    if value.startswith(("tel:", "mailto:")) or (value.startswith("/") and not value.startswith("//")):
        return
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError as error:
        raise ValidationError(_("Write an address of this site (/phong-trao/) or a full one (https://…).")) from error


class CallBlock(blocks.StructBlock):
    """A call to action: one button."""

    label = blocks.CharBlock(label=_("Label"), max_length=60)
    url = blocks.CharBlock(label=_("Address"), max_length=300, validators=[validate_address], search_index=False)

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = "blocks/call.html"


class BodyBlock(WholeFormMixin, blocks.StreamBlock):
    """The body of a page."""

    heading = HeadingBlock(max_length=160)
    text = blocks.RichTextBlock(
        label=_("Paragraphs"), icon="pilcrow", features=TEXT_FEATURES, template="blocks/text.html"
    )
    picture = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    figures = FiguresBlock()
    document = DocumentBlock()
    video = VideoBlock()
    call = CallBlock()
