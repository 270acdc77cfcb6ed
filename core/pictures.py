"""What becomes of an uploaded picture: decoded whole, turned upright, made small enough, written anew without its metadata.

A photo from a phone carries where it was taken; a file may lie about its kind or break off half-way. What leaves this
module is a JPEG or PNG that we wrote ourselves.
"""

from io import BytesIO
from pathlib import PurePath
from typing import IO

import filetype
import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from core import text

LONGEST_SIDE = 2560  # pixels; sharp on any screen we know, a tenth of a phone photo's bytes
MOST_PIXELS = 64_000_000  # 4 bytes each while decoding: what one small machine can bear
JPEG_QUALITY = 86
KINDS = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "image/heif", "image/avif"}

pillow_heif.register_heif_opener()

NOT_A_PICTURE = _("“%(name)s” is not a picture we can read. Please choose a JPG, PNG, WebP or HEIC photo.")
BROKEN = _("The picture “%(name)s” is damaged or was cut off on the way. Please send it again or choose another.")
TOO_MANY_PIXELS = _(
    "The picture “%(name)s” is too large (%(megapixels)s megapixels, at most %(limit)s). Please make it smaller."
)


def normalise(file: IO[bytes], name: str) -> SimpleUploadedFile:
    """A clean JPEG (or PNG, where something is transparent) of the picture in `file`, at most 2560 pixels a side.

    Raises ValidationError with one sentence for the person who sent it: no picture, damaged, or too large.
    """
    file.seek(0)
    kind = filetype.guess_mime(file.read(512))
    file.seek(0)
    if kind not in KINDS:
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture", params={"name": name})
    picture = _decode(file, name)
    transparent = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    picture = ImageOps.exif_transpose(picture).convert("RGBA" if transparent else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _encode(picture, stem=text.slug(PurePath(name).stem, length=60) or "anh")


def _decode(file: IO[bytes], name: str) -> Image.Image:
    try:
        picture = Image.open(file)
        pixels = picture.width * picture.height
        if pixels > MOST_PIXELS:
            params = {"name": name, "megapixels": pixels // 1_000_000, "limit": MOST_PIXELS // 1_000_000}
            raise ValidationError(TOO_MANY_PIXELS, code="too_many_pixels", params=params)
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # JPEG only: decode at the size that is needed
        picture.load()
    except UnidentifiedImageError as error:
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture", params={"name": name}) from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(BROKEN, code="broken", params={"name": name}) from error
    return picture


def _encode(picture: Image.Image, stem: str) -> SimpleUploadedFile:
    data = BytesIO()
    if picture.mode == "RGBA":
        picture.save(data, "PNG", optimize=True)
        return SimpleUploadedFile(f"{stem}.png", data.getvalue(), "image/png")
    picture.save(data, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return SimpleUploadedFile(f"{stem}.jpg", data.getvalue(), "image/jpeg")
