"""Three hundred pictures, drawn by their number: kinds, sizes, modes, names, damage. The same each time."""

import random
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw, ImageOps

from tests.faults.files import encoded, holed_bytes, scene

HOW_MANY = 300
MODES = {
    "JPEG": ("RGB", "L", "CMYK"),
    "PNG": ("RGB", "L", "1", "P", "LA", "RGBA", "I;16"),
    "GIF": ("P", "L"),
    "WEBP": ("RGB", "RGBA"),
    "HEIF": ("RGB", "L"),
    "AVIF": ("RGB", "RGBA"),
    "BMP": ("RGB", "L", "P", "1"),
    "TIFF": ("RGB", "L", "1", "CMYK", "LAB", "F", "I;16"),
}
SIZES = [(80, 60), (120, 90), (90, 120), (240, 180), (300, 1600), (1400, 120), (2700, 400)]
NAMES = [
    "{}.jpg",
    "{}.JPG",
    "{}.HEIC",
    "{}.png",
    "{}",
    "content_{}",
    "Ảnh chụp {}.2026",
    "{}.jfif",
    "C:\\ảnh\\{}.webp",
    "{}.pdf",
]
ENDS = {
    "JPEG",
    "PNG",
    "GIF",
    "WEBP",
    "TIFF",
    "AVIF",
}  # of these the orientation is the picture's own; a HEIC has it elsewhere
WHOLE = ("whole", "something behind it")
DAMAGE = (*WHOLE, *WHOLE, "cut in half", "last bytes gone", "hole", "empty", "text")
CUT, EMPTY, TEXT = "bị hỏng hoặc bị đứt giữa chừng", "gửi tới thì trống", "không phải"


@dataclass(frozen=True)
class Sample:
    """The picture `number`, and what may become of it."""

    number: int

    def __str__(self) -> str:
        return f"{self.number}, {self.kind} {self.mode} {self.size[0]}x{self.size[1]}, {self.damage}, {self.name}"

    @cached_property
    def _choices(self) -> tuple[str, str, tuple[int, int], str, str, bool, bool]:
        chance = random.Random(self.number)
        kind = sorted(MODES)[self.number % len(MODES)]
        mode, size = chance.choice(MODES[kind]), chance.choice(SIZES)
        name = chance.choice(NAMES).format(f"tep-{self.number:03}")
        return kind, mode, size, name, chance.choice(DAMAGE), chance.random() < 0.3, chance.random() < 0.3

    kind = property(lambda self: self._choices[0])
    mode = property(lambda self: self._choices[1])
    size = property(lambda self: self._choices[2])
    name = property(lambda self: self._choices[3])
    damage = property(lambda self: self._choices[4])

    @property
    def drawn(self) -> Image.Image:
        """What stands in the file, before it is turned."""
        picture = scene(*self.size).copy()
        ImageDraw.Draw(picture).text((4, 4), str(self.number), fill="white")
        return picture

    @cached_property
    def shown(self) -> Image.Image:
        """What must be seen."""
        seen = self.drawn if self.mode in {"RGB", "RGBA", "CMYK", "LAB", "P"} else self.drawn.convert("L")
        return seen.transpose(Image.Transpose.ROTATE_180) if self._is_turned else seen

    @property
    def _is_turned(self) -> bool:
        return self._choices[5] and self.kind in ENDS - {"GIF"}

    @cached_property
    def whole(self) -> bytes:
        options = {}
        if self._is_turned:
            exif = Image.Exif()
            exif[0x0112] = 3
            options["exif"] = exif
        if self._choices[6] and self.mode == "RGB":
            options["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        return encoded(self._in_mode(), self.kind, **options)

    def _in_mode(self) -> Image.Image:
        if self.mode == "I;16":
            return self.drawn.convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
        if self.mode == "F":
            return self.drawn.convert("L").convert("F")
        return self.drawn.quantize(64) if self.mode == "P" else self.drawn.convert(self.mode)

    @cached_property
    def bytes_sent(self) -> bytes:
        return {
            "whole": lambda: self.whole,
            "something behind it": lambda: self.whole + b"\n-- \nsent from my phone" * 9,
            "cut in half": lambda: self.whole[: len(self.whole) // 2],
            "last bytes gone": lambda: self.whole[:-30],
            "hole": lambda: holed_bytes(self.whole),
            "empty": lambda: b"",
            "text": lambda: f"xin chao {self.number}".encode(),
        }[self.damage]()

    @property
    def reason(self) -> str:
        """The words of the only sentence that would be true; empty where there is none."""
        return {"empty": EMPTY, "text": TEXT}.get(self.damage, "" if self.damage in WHOLE else CUT)

    @property
    def may_be_kept(self) -> bool:
        return self.damage not in {"empty", "text"}

    def as_a_reader_shows_it(self) -> Image.Image | None:
        """What Pillow makes of a damaged file; None where it gives up."""
        try:
            picture = Image.open(BytesIO(self.bytes_sent))
            picture.load()
        except Exception:
            return None
        return ImageOps.exif_transpose(picture)


SAMPLES = [Sample(number) for number in range(HOW_MANY)]
