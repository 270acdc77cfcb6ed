"""Whether two pictures show the same: a few hundred areas of each, light or dark, whatever their size and mode."""

from collections.abc import Sequence
from statistics import correlation
from typing import Any

from PIL import Image

from core import colours

AREAS = 32  # a side
LEAST_ALIKE = 0.8  # correlation; a faithful copy has 0.99
FLAT = 0.01  # of the whole range of light: less difference is one colour
GREY = 128  # behind what is transparent: black and white letters both stand out


def is_alike(original: Image.Image, copy: Image.Image) -> bool:
    """Whether `copy`, upright, shows what `original` (as it was decoded) shows. An original of one colour has nothing to lose."""
    sent, came_out = _areas(original), _areas(copy)
    if _is_flat(sent):
        return True
    return not _is_flat(came_out) and correlation(sent, came_out) >= LEAST_ALIKE


def is_flat(picture: Image.Image) -> bool:
    """Whether all areas of `picture` are as light as each other."""
    return _is_flat(_areas(picture))


def _is_flat(areas: Sequence[float]) -> bool:
    return max(areas) - min(areas) < FLAT


def _areas(picture: Image.Image) -> list[float]:
    """How light each area is: 0 to 1, upright. Taken from the bands as they are, whatever a screen would make of them."""
    small = colours.upright(colours.for_scaling(picture).resize((AREAS, AREAS), Image.Resampling.BOX))
    if small.mode.startswith("I;16"):
        small = small.convert("I")
    bands: list[Any] = [list(band.get_flattened_data()) for band in small.split()]
    if small.mode in {"I", "F"}:
        low, high = min(bands[0]), max(bands[0])
        return [(value - low) / ((high - low) or 1) for value in bands[0]]
    return [_lightness(small.mode, point) for point in zip(*bands, strict=True)]


def _lightness(mode: str, point: tuple[int, ...]) -> float:
    if mode == "CMYK":
        *inks, black = point
        return (1 - sum(inks) / 765) * (1 - black / 255)
    if mode in {"RGBA", "LA"}:
        *colours, alpha = point
        return (sum(colours) / len(colours) * alpha + GREY * (255 - alpha)) / 255**2
    if mode in {"YCbCr", "LAB"}:
        return point[0] / 255
    if mode == "HSV":
        return point[2] / 255
    return sum(point) / len(point) / 255
