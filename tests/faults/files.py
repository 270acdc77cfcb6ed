"""Files as phones, scanners and old machines make them: what comes in, under which name, and what is right.

A kept picture is compared with the scene that was drawn for it; a refused one is told why.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pillow_heif
from django.conf import settings
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat

pillow_heif.register_heif_opener()
HERE = Path(__file__).parent
PAPERS = Path(settings.BASE_DIR, "demo", "documents")
MOST_DIFFERENT = 10  # of 255, on average over a small copy: what palettes and few bits cost


@dataclass(frozen=True)
class Sent:
    """A file as it was sent; `kept` is the name under which it can be had afterwards, `shows` what must be seen on it."""

    name: str
    make: Callable[[], bytes]
    kept: str = ""
    shows: Callable[[], Image.Image] | None = None
    refused: str = ""  # words of the sentence


@cache
def scene(width: int = 240, height: int = 180) -> Image.Image:
    """Something with light, dark, colour and lines of letters."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    unit = min(width, height)
    draw.rectangle((unit // 8, unit // 8, unit // 2, unit // 2), fill="#b3201f")
    draw.ellipse((unit // 2, unit // 2, unit, unit), fill="#e8d84a")
    for line in range(unit // 8, height, max(unit // 6, 1)):
        draw.rectangle((unit // 10, line, width - unit // 10, line + max(unit // 60, 1)), fill="#10306a")
    return picture


def grey() -> Image.Image:
    return scene().convert("L")


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    data = BytesIO()
    picture.save(data, kind, **options)
    return data.getvalue()


def wide(factor: int, mode: str = "I;16") -> Image.Image:
    """The grey scene in sixteen bits or more, its values times `factor`."""
    return grey().convert("I").point(lambda value: value * factor).convert(mode)


def with_alpha(alpha: int) -> Image.Image:
    picture = scene().copy()
    picture.putalpha(alpha)
    return picture


def letters(ink: str) -> Image.Image:
    """Letters of one colour on nothing, as logos are."""
    picture = Image.new("RGBA", (240, 80), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((40, 20, 200, 60), fill=ink)
    return picture


def on_grey() -> Image.Image:
    """White letters where they can be seen."""
    picture = Image.new("RGB", (240, 80), (96, 96, 96))
    picture.paste("white", (40, 20, 201, 61))
    return picture


def turned(kind: str, mode: str = "RGB") -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    return encoded(scene().convert(mode), kind, exif=exif)


def upright() -> Image.Image:
    return scene().transpose(Image.Transpose.ROTATE_270)


def film(kind: str, first: str) -> bytes:
    """Begins in one colour, as films do."""
    return encoded(Image.new("RGB", scene().size, first), kind, save_all=True, append_images=[scene(), scene()])


def motion_photo() -> bytes:
    """A JPEG with a film behind it, as Samsung and Google write them."""
    return encoded(scene(), "JPEG") + struct.pack(">I4s4sI", 16, b"ftyp", b"mp42", 0) + bytes(range(256)) * 40


def display_p3() -> tuple[bytes, bytes]:
    """A profile that tells its colours from sRGB's (red and green exchanged), and the scene as it writes it."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for number in range(struct.unpack(">I", profile[128:132])[0]):
        tag = 132 + number * 12
        profile[tag : tag + 4] = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}.get(
            bytes(profile[tag : tag + 4]), bytes(profile[tag : tag + 4])
        )
    red, green, blue = scene().split()
    return bytes(profile), encoded(
        Image.merge("RGB", (green, red, blue)), "JPEG", quality=95, icc_profile=bytes(profile)
    )


def holed(kind: str) -> bytes:
    """Whole by its head and its end, with zeros in the middle."""
    return holed_bytes(encoded(scene(), kind))


def holed_bytes(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes(60) + whole[middle + 60 :]


def near(name: str) -> bytes:
    return (HERE / name).read_bytes()


def huge_jpeg(**options: Any) -> bytes:
    """108 megapixels, as the phones of these years take them."""
    return encoded(scene(240, 180).resize((12_000, 9_000), Image.Resampling.NEAREST), "JPEG", quality=40, **options)


def is_shown(picture: Image.Image, expected: Image.Image) -> bool:
    """Whether `picture` shows what was `expected`, whatever its size: by a small copy of both, on white."""
    small = [on_white(each).resize((24, 24), Image.Resampling.BOX) for each in (picture, expected)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean) / 3 < MOST_DIFFERENT


def on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in {"RGBA", "LA"}:
        return picture.convert("RGB")
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA")).convert("RGB")


# What happened before stands behind each row.
KEPT = {
    # modes and depths: white, black or refused by a program that takes every picture for eight bits of red, green, blue
    "sixteen bits grey": Sent("scan-16bit.png", lambda: encoded(wide(257), "PNG"), "scan-16bit.jpg", grey),  # white
    "twelve of sixteen bits": Sent("scan.png", lambda: encoded(wide(16), "PNG"), "scan.jpg", grey),  # white
    "sixteen bits big-endian": Sent("x.tif", lambda: encoded(wide(257, "I;16B"), "TIFF"), "x.jpg", grey),  # refused
    "thirty-two bits": Sent("x.tif", lambda: encoded(wide(100_000, "I"), "TIFF"), "x.jpg", grey),  # refused
    "floating point": Sent("x.tiff", lambda: encoded(grey().convert("F"), "TIFF"), "x.jpg", grey),  # refused
    "palette": Sent("x.png", lambda: encoded(scene().quantize(32), "PNG"), "x.jpg", scene),  # x.png, a JPEG inside
    "palette, one colour clear": Sent(
        "logo.png", lambda: encoded(letters("black").quantize(4), "PNG"), "logo.png", lambda: letters("black")
    ),
    "black and white": Sent("fax.tif", lambda: encoded(scene().convert("1"), "TIFF"), "fax.jpg", grey),  # refused
    "grey with alpha": Sent("x.png", lambda: encoded(grey().convert("LA"), "PNG"), "x.jpg", grey),
    "CMYK photo": Sent("in-an.jpg", lambda: encoded(scene().convert("CMYK"), "JPEG"), "in-an.jpg", scene),
    "CMYK scan": Sent("in-an.tif", lambda: encoded(scene().convert("CMYK"), "TIFF"), "in-an.jpg", scene),  # refused
    "Lab": Sent("x.tif", lambda: encoded(scene().convert("LAB"), "TIFF"), "x.jpg", scene),  # refused
    "colours by their profile": Sent("P3.jpg", lambda: display_p3()[1], "P3.jpg", scene),  # dull, or false
    "a profile nobody can read": Sent(
        "x.jpg", lambda: encoded(scene(), "JPEG", icc_profile=b"no profile"), "x.jpg", scene
    ),
    "opaque alpha": Sent("chup.png", lambda: encoded(with_alpha(255), "PNG"), "chup.jpg", scene),
    "alpha of zeros": Sent("chup.png", lambda: encoded(with_alpha(0), "PNG"), "chup.jpg", scene),  # nothing to be seen
    "white letters on nothing": Sent("logo.png", lambda: encoded(letters("white"), "PNG"), "logo.jpg", on_grey),
    # sizes
    "long screenshot": Sent(
        "zalo.png", lambda: encoded(scene(1080, 10_800), "PNG"), "zalo.jpg", lambda: scene(1080, 10_800)
    ),
    "panorama": Sent(
        "toan-canh.jpg", lambda: encoded(scene(9000, 900), "JPEG"), "toan-canh.jpg", lambda: scene(9000, 900)
    ),
    "108 megapixels": Sent("108MP.jpg", huge_jpeg, "108MP.jpg", scene),  # refused after the receipt
    "one point": Sent("x.png", lambda: encoded(Image.new("RGB", (1, 1), "red"), "PNG"), "x.jpg"),
    "a dark night": Sent("dem.jpg", lambda: encoded(Image.new("RGB", (240, 180), "black"), "JPEG"), "dem.jpg"),
    # kinds
    "HEIC": Sent(
        "IMG_0001.HEIC", lambda: encoded(scene(), "HEIF"), "IMG_0001.jpg", scene
    ),  # IMG_0001.HEIC, a JPEG inside
    "HEIC of ten bits": Sent("hdr-10bit.heic", lambda: near("hdr-10bit.heic"), "hdr-10bit.jpg"),  # "no picture"
    "AVIF": Sent("x.avif", lambda: encoded(scene(), "AVIF"), "x.jpg", scene),
    "WebP": Sent("x.webp", lambda: encoded(scene(), "WEBP"), "x.jpg", scene),
    "BMP of Paint": Sent(
        "Ảnh chưa đặt tên.bmp", lambda: encoded(scene(), "BMP"), "Ảnh chưa đặt tên.jpg", scene
    ),  # refused
    "TIFF of a scanner": Sent("QUET0001.TIF", lambda: encoded(scene(), "TIFF"), "QUET0001.jpg", scene),  # refused
    "JPEG with a second picture": Sent(
        "x.jpg", lambda: encoded(scene(), "MPO", save_all=True, append_images=[scene().rotate(180)]), "x.jpg", scene
    ),
    "motion photo": Sent("20261128_MP.jpg", motion_photo, "20261128_MP.jpg", scene),
    "GIF that begins in black": Sent("x.gif", lambda: film("GIF", "black"), "x.jpg", scene),  # black
    "WebP that begins in white": Sent("x.webp", lambda: film("WEBP", "white"), "x.jpg", scene),  # white
    "PNG that moves": Sent("x.png", lambda: film("PNG", "white"), "x.jpg", scene),  # white
    "turned JPEG": Sent("x.jpg", lambda: turned("JPEG"), "x.jpg", upright),
    "turned PNG": Sent("x.png", lambda: turned("PNG"), "x.jpg", upright),
    "turned WebP": Sent("x.webp", lambda: turned("WEBP"), "x.jpg", upright),
    "turned TIFF": Sent("x.tif", lambda: turned("TIFF"), "x.jpg", upright),  # refused
    "damaged note of the camera": Sent(
        "x.jpg", lambda: encoded(scene(), "JPEG", exif=b"Exif\0\0garbage, garbage"), "x.jpg", scene
    ),  # never done, asked again each hour
    "turned sixteen bits": Sent(
        "x.png", lambda: encoded(wide(257), "PNG", exif=_turning()), "x.jpg", lambda: upright().convert("L")
    ),
    # names
    "JPEG that is called HEIC": Sent("IMG_0002.HEIC", lambda: encoded(scene(), "JPEG"), "IMG_0002.jpg", scene),
    "PNG that is called JPEG": Sent("anh.jpeg", lambda: encoded(letters("black"), "PNG"), "anh.png"),
    "capital ending": Sent("DSC_0001.JPG", lambda: encoded(scene(), "JPEG"), "DSC_0001.JPG", scene),
    "name of Windows": Sent("tải xuống.jfif", lambda: encoded(scene(), "JPEG"), "tải xuống.jpg", scene),
    "name of Android": Sent("content_1000001234", lambda: encoded(scene(), "JPEG"), "content_1000001234.jpg", scene),
    "name of a day": Sent("Ảnh chụp 28.11.2026", lambda: encoded(scene(), "PNG"), "Ảnh chụp 28.11.2026.jpg", scene),
    "only an ending": Sent(".jpg", lambda: encoded(scene(), "JPEG"), "tep.jpg", scene),  # ".jpg"
    "blanks before the ending": Sent("   .png", lambda: encoded(scene(), "PNG"), "tep.jpg", scene),
    "only signs": Sent("'!'", lambda: encoded(scene(), "JPEG"), "'!'.jpg", scene),  # 400, and everything typed was gone
    "only a face": Sent("😀", lambda: encoded(scene(), "HEIF"), "😀.jpg", scene),  # likewise
    "blob": Sent("blob", lambda: encoded(scene(), "WEBP"), "blob.jpg", scene),
    "two endings": Sent("don.pdf.exe", lambda: encoded(scene(), "JPEG"), "don.pdf.exe.jpg", scene),
    "very long name": Sent(
        "Ảnh " * 60 + ".heic", lambda: encoded(scene(), "HEIF"), ("Ảnh " * 60)[:100] + ".jpg", scene
    ),
    "path of Windows": Sent("C:\\Ảnh\\cống.png", lambda: encoded(scene(), "PNG"), "cống.jpg", scene),
}

REFUSED = {
    "nothing in it": Sent(
        "content_1000001234", lambda: b"", refused="“content_1000001234” gửi tới thì trống"
    ),  # "no picture"
    "text called JPEG": Sent("anh.jpg", lambda: b"xin chao ba con", refused="“anh.jpg” không phải"),
    "web page called PNG": Sent("anh.png", lambda: b"<!DOCTYPE html><p>404", refused="“anh.png” không phải"),
    "SVG": Sent("hoa.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", refused="“hoa.svg” không phải"),
    "program called JPEG": Sent("anh.jpg", lambda: b"MZ" + bytes(600), refused="“anh.jpg” không phải"),
    "zip called HEIC": Sent("anh.heic", lambda: b"PK\x03\x04" + bytes(60), refused="“anh.heic” là tệp nén"),
    "half a JPEG": Sent(
        "x.jpg", lambda: encoded(scene(), "JPEG")[:3000], refused="bị đứt giữa chừng"
    ),  # told after the receipt
    "head of a JPEG": Sent("x.jpg", lambda: encoded(scene(), "JPEG")[:60], refused="bị đứt giữa chừng"),
    "JPEG without its last bytes": Sent("x.jpg", lambda: encoded(scene(), "JPEG")[:-40], refused="bị đứt giữa chừng"),
    "half a PNG": Sent("x.png", lambda: encoded(scene(), "PNG")[:900], refused="bị đứt giữa chừng"),
    "head of a PNG": Sent("x.png", lambda: encoded(scene(), "PNG")[:30], refused="bị đứt giữa chừng"),  # "no picture"
    "half a WebP": Sent("x.webp", lambda: encoded(scene(), "WEBP")[:900], refused="bị đứt giữa chừng"),
    "head of an AVIF": Sent(
        "x.avif", lambda: encoded(scene(), "AVIF")[:60], refused="bị đứt giữa chừng"
    ),  # "no picture"
    "head of a HEIC": Sent(
        "x.heic", lambda: encoded(scene(), "HEIF")[:60], refused="bị đứt giữa chừng"
    ),  # "no picture"
    "head of a GIF": Sent("x.gif", lambda: encoded(scene(), "GIF")[:12], refused="bị đứt giữa chừng"),  # "no picture"
    "head of a HEIC of ten bits": Sent(
        "x.heic", lambda: near("hdr-10bit.heic")[:60], refused="bị đứt giữa chừng"
    ),  # "no picture"
    "what a sensor saw": Sent(
        "x.dng", lambda: encoded(scene(), "TIFF", tiffinfo={50706: b"\1\4\0\0"}), refused="“x.dng” không phải"
    ),
    "stamp of a larger one": Sent(
        "x.nef", lambda: encoded(scene(), "TIFF", tiffinfo={254: 1}), refused="“x.nef” không phải"
    ),
    "72 megapixels of PNG": Sent(
        "x.png", lambda: encoded(Image.new("L", (9000, 8000)), "PNG"), refused="quá nhiều điểm ảnh (72 triệu"
    ),  # told after the receipt
    "48 megapixels of WebP": Sent(
        "x.webp",
        lambda: encoded(Image.new("L", (8000, 6000)), "WEBP", method=0),
        refused="48 triệu, nhiều nhất 32 triệu",
    ),  # taken, with a gigabyte of memory
    "108 megapixels in passes": Sent(
        "x.jpg", lambda: huge_jpeg(progressive=True), refused="quá nhiều điểm ảnh (108 triệu"
    ),  # told after the receipt
    "longer than anybody reads": Sent(
        "x.png", lambda: encoded(Image.new("1", (1000, 60_000)), "PNG"), refused="dài quá"
    ),  # 43 pixels wide
    "fax of two pages": Sent(
        "fax.tif", lambda: encoded(scene(), "TIFF", save_all=True, append_images=[scene()]), refused="có 2 trang"
    ),
}


def _turning() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif
