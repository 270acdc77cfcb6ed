"""The upload of pictures. (Apart from the pages' form: it needs the image model, which loads after.)"""

from typing import Any

import willow
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core import disk, pictures, uploads


class PictureField(WagtailImageField):
    """A picture in any format a phone makes; the value is the clean copy of `core.pictures`."""

    default_validators: list[Any] = []  # the name's ending says nothing: the content decides

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return None
        name = data.name or ""
        uploads.refuse_by_size(name, data.size, self.max_upload_size)
        disk.refuse_without_room(name, data.size)
        clean: Any = pictures.normalise(data, name)
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
            self.fields["file"].help_text = format_lazy(
                _("{kinds}, up to 25 MB. We make it smaller and remove where it was taken."), kinds=pictures.TAKEN
            )

    class Meta(BaseImageForm.Meta):
        widgets = BaseImageForm.Meta.widgets
