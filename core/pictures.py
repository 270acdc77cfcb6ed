"""What becomes of an uploaded picture: decoded, turned upright, made small enough, written anew without its metadata.

A photo from a phone carries where it was taken; a file may lie about its kind or break off half-way. What leaves this
module is a JPEG or PNG that we wrote ourselves, and that shows what was sent: it is compared before the original goes.
"""

import struct
from io import BytesIO
from pathlib import PurePath
from typing import IO, Any

import filetype
import pillow_heif
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from core import colours, file_names, likeness, office, png, text

# What decodes them decides, whatever the name or the first bytes say. (MPO: a JPEG with a second picture behind the first.)
KINDS = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "HEIF": "image/heic",
    "AVIF": "image/avif",
    "BMP": "image/bmp",
    "TIFF": "image/tiff",
}
DECODERS = sorted(KINDS.keys() - {"MPO"})  # it is the JPEG's that finds the second one
BEGINNINGS = {*KINDS.values(), "image/apng"}
BRANDS = {
    b"ftyp" + brand.encode()
    for brand in ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"]
}
OF_SENSORS = (330, 50706)  # TIFF tags: pictures within, the version of DNG
NEW_SUBFILE_TYPE = 254  # TIFF tag; odd: a smaller copy of another
ENDINGS = {"image/jpeg": (".jpg", ".jpeg"), "image/png": (".png",), "application/pdf": (".pdf",)}
PICTURES = (
    ".jpg",
    ".jpeg",
    ".jpe",
    ".jfif",
    ".mpo",
    ".png",
    ".webp",
    ".gif",
    ".heic",
    ".heif",
    ".hif",
    ".avif",
    ".bmp",
)
KNOWN_ENDINGS = {*PICTURES, ".dib", ".tif", ".tiff", ".pdf"}

MOST_PIXELS = 64_000_000  # decoded: 4 bytes each, twice where something shines through; what one small machine can bear
MOST_PIXELS_OF_WEBP = 32_000_000
MOST_PIXELS_OF_JPEG = 256_000_000  # it decodes at a part of its size, a few lines at a time
LONGEST_SIDE = 2560  # pixels; sharp on any screen we know, a tenth of a phone photo's bytes
READABLE_SIDE = 1440  # of long ones the shorter side: a phone's screen, however far somebody scrolled
MOST_PIXELS_KEPT = 24_000_000
LARGEST_SIDE = 16_000  # WebP holds 16,383
LEAST_READABLE, LEAST_SCALE = 480, 0.4  # a shorter side that fell below both shows no letter any more
JPEG_QUALITY = 86
SMALL = 500_000  # pixels: of an emblem or a cut-out, thin coloured lines stay what they are
EVERY_POINT, USUAL = "4:4:4", "4:2:0"  # for how many points JPEG keeps a colour
MOST_FRAMES = 20  # of a film in which one is sought that shows something
# What decoders raise over a damaged file.
UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    ArithmeticError,
    LookupError,
    TypeError,
    RuntimeError,
    EOFError,
    struct.error,
)

Image.MAX_IMAGE_PIXELS = None  # Pillow's bound is a warning in the log; ours, below, is a sentence
pillow_heif.register_heif_opener()

TAKEN = "JPG, PNG, WebP, HEIC, AVIF, GIF, BMP, TIFF"
NOT_A_PICTURE = _("“%(name)s” is not a picture we can read. Please choose one of these kinds: %(taken)s.")
VIDEO = _("“%(name)s” is a video. Please send photos of it.")
SOUND = _("“%(name)s” is a sound recording, not a picture.")
PACKED = _("“%(name)s” is a packed file (ZIP, RAR …). Please unpack it and send the photos themselves.")
BROKEN = _("The picture “%(name)s” is damaged or was cut off on the way. Please send it again or choose another.")
TOO_MANY_PIXELS = _(
    "The picture “%(name)s” has too many pixels (%(megapixels)s megapixels, at most %(limit)s). Please make it smaller."
)
TOO_LONG = _("The picture “%(name)s” is so long that nobody could read it here. Please send it in several parts.")
SEVERAL_PAGES = _("“%(name)s” holds %(number)s pages, of which a picture shows one. Please send it as a PDF.")
PACKS = {"application/zip", "application/x-rar-compressed", "application/x-7z-compressed", "application/gzip"}
UNLIKE = _("“%(name)s” cannot be shown here as it is. Please send a photo or a screenshot of it.")


def look(file: IO[bytes], name: str) -> str:
    """The MIME type of the picture in `file`, by its head: nothing is decoded yet.

    Raises ValidationError with one sentence for the person who sent it: no picture, cut off, too large.
    """
    picture = _opened(file, name)
    try:
        if _lacks_its_end(picture):
            raise _refusal(BROKEN, "broken", name)
        _refuse_too_large(picture, name)
        if picture.format == "TIFF":
            _refuse_what_is_not_one_picture(picture, name)
    except UNREADABLE as error:
        raise _refusal(BROKEN, "broken", name) from error
    return KINDS[str(picture.format)]


def normalise(file: IO[bytes], name: str) -> SimpleUploadedFile:
    """A clean JPEG (or PNG, where something is transparent) that shows what the picture in `file` shows.

    At most 2560 pixels a side; of a long one the shorter side stays readable. Raises ValidationError as `look` does, and where
    the picture is damaged or what came out does not show the same.
    """
    look(file, name)
    picture = colours.for_scaling(_decoded(file, name))
    small = _made_small(picture)
    stem = text.slug(PurePath(file_names.plain(name)).stem, length=60) or "anh"
    for by_profile in (True, False):
        clean = _encode(colours.upright(colours.as_shown(small, by_profile=by_profile)), stem)
        if likeness.is_alike(picture, Image.open(clean)):
            clean.seek(0)
            return clean
    raise _refusal(UNLIKE, "unlike", name)


def fitting_name(name: str, kind: str) -> str:
    """`name` with the ending of what the file is: `IMG_0001.HEIC` that became a JPEG is `IMG_0001.jpg`."""
    return file_names.fitting(name, ENDINGS[kind], KNOWN_ENDINGS) if kind in ENDINGS else name


def size_kept(width: int, height: int) -> tuple[int, int]:
    """In which size a picture of `width` by `height` pixels is kept."""
    scale = _scale(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _scale(width: int, height: int) -> float:
    shorter, longer = sorted((width, height))
    wanted = max(LONGEST_SIDE / longer, READABLE_SIDE / shorter)
    return min(1.0, wanted, LARGEST_SIDE / longer, (MOST_PIXELS_KEPT / (width * height)) ** 0.5)


def _opened(file: IO[bytes], name: str) -> Image.Image:
    file.seek(0)
    head = file.read(512)
    file.seek(0)
    try:
        return Image.open(file, formats=DECODERS)
    except UnidentifiedImageError as error:
        if sound := png.without_damaged_notes(file):
            return _opened(sound, name)
        raise _refusal(*_what_else(file, head), name, taken=TAKEN) from error
    except UNREADABLE as error:
        raise _refusal(BROKEN, "broken", name) from error


def _what_else(file: IO[bytes], head: bytes) -> tuple[Any, str]:
    """The sentence about `file`, which begins with `head` and is no picture that opens, and its code."""
    kind = filetype.guess_mime(head) or ""
    if kind in BEGINNINGS or head[4:12] in BRANDS:
        return BROKEN, "broken"
    if kind in PACKS and not office.kind_of(file):  # whose files are zips too
        return PACKED, "packed"
    others = {"video": (VIDEO, "video"), "audio": (SOUND, "sound")}
    return others.get(kind.partition("/")[0], (NOT_A_PICTURE, "not_a_picture"))


def _refuse_too_large(picture: Image.Image, name: str) -> None:
    pixels = picture.width * picture.height
    short, scale = min(picture.size), _scale(*picture.size)
    picture.draft(None, size_kept(*picture.size))  # JPEG only: decode at the size that is needed
    limit = _most_pixels(picture, decodes_in_part=picture.width * picture.height < pixels)
    if pixels > limit or picture.width * picture.height > MOST_PIXELS:
        raise _refusal(
            TOO_MANY_PIXELS, "too_many_pixels", name, megapixels=pixels // 1_000_000, limit=limit // 1_000_000
        )
    if short * scale < LEAST_READABLE and scale < LEAST_SCALE:
        raise _refusal(TOO_LONG, "too_long", name)


def _refuse_what_is_not_one_picture(picture: Any, name: str) -> None:
    """A TIFF may be what a camera's sensor saw, with a stamp-sized picture of it in front; or a fax of several pages."""
    tags = picture.tag_v2
    if any(tag in tags for tag in OF_SENSORS) or tags.get(NEW_SUBFILE_TYPE, 0) & 1:
        raise _refusal(NOT_A_PICTURE, "not_a_picture", name, taken=TAKEN)
    if picture.n_frames > 1:
        raise _refusal(SEVERAL_PAGES, "several_pages", name, number=picture.n_frames)


def _most_pixels(picture: Image.Image, *, decodes_in_part: bool) -> int:
    """A JPEG may have more, unless it comes in passes over the whole picture, which its decoder keeps. WebP's keeps three copies."""
    if decodes_in_part and not picture.info.get("progressive"):
        return MOST_PIXELS_OF_JPEG
    return MOST_PIXELS_OF_WEBP if picture.format == "WEBP" else MOST_PIXELS


def _lacks_its_end(picture: Any) -> bool:
    """Whether a JPEG or PNG breaks off. Its file stands where the picture begins."""
    end = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND"}.get(str(picture.format))
    return end is not None and end not in picture.fp.read()


def _decoded(file: IO[bytes], name: str) -> Image.Image:
    picture = _opened(file, name)
    try:
        picture.draft(None, size_kept(*picture.size))
        picture.load()
        if (
            picture.format not in {"MPO", "HEIF"} and getattr(picture, "n_frames", 1) > 1
        ):  # there the first is the photo
            _seek_what_shows_something(picture)
    except UNREADABLE as error:
        raise _refusal(BROKEN, "broken", name) from error
    return picture


def _seek_what_shows_something(picture: Any) -> None:
    """Of a film, the first frame that is not of one colour: many begin in black."""
    for frame in range(min(picture.n_frames, MOST_FRAMES)):
        picture.seek(frame)
        if not likeness.is_flat(picture):
            return
    picture.seek(0)
    picture.load()


def _made_small(picture: Image.Image) -> Image.Image:
    if (size := size_kept(*picture.size)) == picture.size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encode(picture: Image.Image, stem: str) -> SimpleUploadedFile:
    data = BytesIO()
    picture.info.clear()  # no profile, no place, no device
    if picture.mode == "RGBA":
        picture.save(data, "PNG", optimize=True)
        return SimpleUploadedFile(f"{stem}.png", data.getvalue(), "image/png")
    sampling = EVERY_POINT if picture.width * picture.height < SMALL else USUAL
    picture.save(data, "JPEG", quality=JPEG_QUALITY, subsampling=sampling, optimize=True, progressive=True)
    return SimpleUploadedFile(f"{stem}.jpg", data.getvalue(), "image/jpeg")


def _refusal(sentence: Any, code: str, name: str, **params: object) -> ValidationError:
    return ValidationError(sentence, code=code, params={"name": name, **params})
