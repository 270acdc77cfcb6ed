"""Pictures of every mode as a screen shows them: eight bits of red, green and blue, in the colours of the web (sRGB)."""

import struct
from contextlib import suppress
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

WIDE = {"I", "I;16", "F"}  # one band of more than eight bits
# What is averaged wrongly, or not at all, as it is.
AVERAGED = {"1": "L", "P": "RGB", "I;16B": "I", "I;16L": "I", "I;16N": "I"}
SIXTEEN_BITS = 65_535
TOO_DARK = 4  # values that use less than this part of sixteen bits are stretched: a scanner of twelve wrote them
HALF, LIGHT, MOSTLY = 127, 225, 0.97  # of alpha; of lightness; the part of the points that is
GROUND = (96, 96, 96)  # under what is white: grey, so that what is not shows as well
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def for_scaling(picture: Image.Image) -> Image.Image:
    """`picture` in a mode in which its points can be averaged: colours instead of their numbers in a palette."""
    if picture.mode == "PA" or (picture.mode in {"1", "L", "P", "RGB"} and picture.has_transparency_data):
        return picture.convert("RGBA")
    return picture.convert(AVERAGED[picture.mode]) if picture.mode in AVERAGED else picture


def as_shown(picture: Image.Image, *, by_profile: bool) -> Image.Image:
    """`picture` (of `for_scaling`) as RGB, or RGBA where something shines through. `by_profile`: as its colour profile has it."""
    if picture.mode in WIDE:
        picture = _eight_bits(picture)
    alpha = picture.getchannel("A") if picture.mode in {"RGBA", "LA"} else None
    base = picture if picture.mode in {"RGB", "L", "CMYK"} else picture.convert("RGB")
    shown = (_by_profile(base) if by_profile else None) or base.convert("RGB")
    shown.info.update(picture.info)
    if alpha is None or _says_nothing(alpha, base):
        return shown
    if _is_light(shown, alpha):
        ground = Image.new("RGB", shown.size, GROUND)
        ground.paste(shown, mask=alpha)
        ground.info.update(shown.info)
        return ground
    shown.putalpha(alpha)
    return shown


def upright(picture: Image.Image) -> Image.Image:
    """`picture` as the camera was held; as it lies where what the camera noted is damaged."""
    with suppress(OSError, SyntaxError, ValueError, LookupError, TypeError, struct.error):
        return ImageOps.exif_transpose(picture)
    return picture


def _says_nothing(alpha: Image.Image, base: Image.Image) -> bool:
    """Whether all is opaque, or all of a picture is not: some programs leave zeros there."""
    if alpha.getextrema() == (0, 0):
        return any(len(band.histogram()) - band.histogram().count(0) > 1 for band in base.split())
    return alpha.getextrema() == (255, 255)


def _is_light(shown: Image.Image, alpha: Image.Image) -> bool:
    """Whether what is not transparent is as good as white: made for dark screens; on paper and on our pages nobody would see it."""
    points = shown.convert("L").histogram(alpha.point(lambda value: 255 if value > HALF else 0))
    return sum(points[LIGHT:]) > MOSTLY * sum(points)


def _by_profile(picture: Image.Image) -> Image.Image | None:
    """By the picture's own profile (Display P3, a printer's CMYK); None where it has none, or one that nobody can read."""
    with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
        if icc := picture.info.get("icc_profile"):
            return ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(BytesIO(icc)), SRGB, outputMode="RGB")
    return None


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Sixteen bits or more as eight. Pillow's own `convert` cuts everything over 255 off: a scan turns white."""
    values = picture if picture.mode == "F" else picture.convert("I")
    extrema: Any = values.getextrema()  # of the one band
    low, high = extrema
    bottom, top = min(low, 0), high
    if picture.mode == "I;16" and high > SIXTEEN_BITS // TOO_DARK:
        top = SIXTEEN_BITS
    scale = 255 / ((top - bottom) or 1)
    eight = values.point(lambda value: value * scale - bottom * scale).convert("L")
    eight.info = {name: value for name, value in picture.info.items() if name != "transparency"}
    return eight
