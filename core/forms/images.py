"""The upload of pictures. (Apart from the pages' form: it needs the image model, which loads after.)"""

from typing import Any

import willow
from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core import disk, pictures


class PictureField(WagtailImageField):
    """A picture in any format a phone makes; the value is the clean copy of `core.pictures`."""

    default_validators: list[Any] = []  # the name's ending says nothing: the content decides

    def to_python(self, data: Any) -> Any:
        upload: Any = forms.FileField.to_python(self, data)
        if upload is None:
            return None
        if upload.size > self.max_upload_size:
            raise ValidationError(
                _("The picture is %(size)s; at most %(limit)s can be sent."),
                code="file_too_large",
                params={"size": filesizeformat(upload.size), "limit": filesizeformat(self.max_upload_size)},
            )
        disk.refuse_without_room(upload.name or "", upload.size)
        clean: Any = pictures.normalise(upload, upload.name or "")
        clean.image = willow.Image.open(clean)  # Wagtail reads size and kind from it
        clean.seek(0)
        return clean


class ImageForm(BaseImageForm):
    """Wagtail's image form with our picture field."""

    # Wagtail's widget fills in the title from the file's name.
    file = PictureField(label=_("Picture"), widget=BaseImageForm.Meta.widgets["file"])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in (self._meta.exclude or ()):  # the second step of the multiple uploader has no file
            del self.fields["file"]
        else:
            self.fields["file"].help_text = _(
                "JPG, PNG, WebP or HEIC, up to 25 MB. We make it smaller and remove where it was taken."
            )

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets
