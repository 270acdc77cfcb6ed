"""The files of `fresh_files_and_forms.toml`, each made by one function: small, the same every time, nothing binary kept.

`FILES` maps the name of each function to (function, the name under which the file is sent, its content type).
"""

from __future__ import annotations

import hashlib
import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from xml.sax.saxutils import escape

from PIL import Image, ImageCms, ImageDraw, ImageFont

FILES: dict[str, tuple[Callable[[], bytes], str, str]] = {}

COLOURS = ((200, 40, 40), (40, 150, 60), (40, 70, 190), (230, 190, 40))


def sent_as(name: str, kind: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def register(function: Callable[[], bytes]) -> Callable[[], bytes]:
        FILES[function.__name__] = (function, name, kind)
        return function

    return register


# ---------------------------------------------------------------- pictures


def scene(width: int, height: int, text: str = "DUONG NGAP 17") -> Image.Image:
    """Four colours and, on a white band, black letters."""
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    half_width, half_height = width // 2, height // 2
    for index, colour in enumerate(COLOURS):
        left, top = (index % 2) * half_width, (index // 2) * half_height
        draw.rectangle((left, top, left + half_width, top + half_height), fill=colour)
    size = max(10, min(height // 8, width // 12))
    draw.rectangle((0, half_height - size, width, half_height + size), fill="white")
    draw.text((size, half_height - size * 0.7), text, fill="black", font=ImageFont.load_default(size))
    return picture


def scene_of(text: str, width: int = 1200, height: int = 900) -> Image.Image:
    return scene(width, height, text)


def sheet(width: int, height: int, size: int = 40, mode: str = "L", lines: int | None = None) -> Image.Image:
    """A white page of black lines of letters."""
    picture = Image.new(mode, (width, height), 1 if mode == "1" else "white")
    draw = ImageDraw.Draw(picture)
    draw.fontmode = "1" if mode == "1" else "L"
    font = ImageFont.load_default(size)
    for number, top in enumerate(range(size, height - size * 2, size * 2)):
        if lines is not None and number >= lines:
            break
        draw.text(
            (size, top), f"{number:04d} Kinh gui Uy ban Mat tran xa, ba con thon 17 xin trinh bay", fill=0, font=font
        )
    return picture


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def exif(**tags: int) -> bytes:
    data = Image.Exif()
    if "orientation" in tags:
        data[0x0112] = tags["orientation"]
    return data.tobytes()


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_by_hand(width: int, height: int, depth: int, colour: int, rows: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    out = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    for name, data in extra:
        out += png_chunk(name, data)
    return out + png_chunk(b"IDAT", zlib.compress(rows, 6)) + png_chunk(b"IEND", b"")


@sent_as("don-kien-nghi-quet.tif", "image/tiff")
def k2_fax_tiff() -> bytes:
    """One bit a pixel, group 4: the copier of the commune office."""
    return saved(sheet(2480, 3508, 44, "1"), "TIFF", compression="group4", dpi=(300, 300))


@sent_as("chu-ky.png", "image/png")
def k2_black_on_transparent() -> bytes:
    """Black letters, everything else transparent (and black underneath)."""
    picture = Image.new("RGBA", (1000, 400), (0, 0, 0, 0))
    ImageDraw.Draw(picture).text((60, 120), "CHU KY 40 HO DAN", fill=(0, 0, 0, 255), font=ImageFont.load_default(90))
    return saved(picture, "PNG")


@sent_as("nhan-dan.png", "image/png")
def k2_white_on_transparent() -> bytes:
    """White letters on transparent ground, grey with alpha: a label made by a sticker program for dark screens."""
    picture = Image.new("LA", (1000, 400), (255, 0))
    ImageDraw.Draw(picture).text((60, 120), "SAP CAU THON 17", fill=(255, 255), font=ImageFont.load_default(90))
    return saved(picture, "PNG")


@sent_as("ap-phich-nha-in.jpg", "image/jpeg")
def k2_cmyk_jpeg() -> bytes:
    """CMYK as a printing house sends it (Adobe marker, inverted)."""
    return saved(scene(1600, 1200).convert("CMYK"), "JPEG", quality=92)


@sent_as("anh-dung.webp", "image/webp")
def k2_webp_turned() -> bytes:
    """WebP whose EXIF says: turn by 90 degrees (6)."""
    return saved(scene(1600, 900).transpose(Image.Transpose.ROTATE_90), "WEBP", exif=exif(orientation=6))


@sent_as("anh-dung.png", "image/png")
def k2_png_turned() -> bytes:
    """PNG with an eXIf chunk, orientation 8."""
    return saved(scene(1600, 900).transpose(Image.Transpose.ROTATE_270), "PNG", exif=exif(orientation=8))


@sent_as("tu-suong.jpg", "image/jpeg")
def k2_mirrored() -> bytes:
    """A front camera: orientation 5 (mirrored and turned)."""
    return saved(scene(1600, 900).transpose(Image.Transpose.TRANSPOSE), "JPEG", quality=92, exif=exif(orientation=5))


@sent_as("man-hinh-hdr.png", "image/png")
def k2_sixteen_bit_alpha() -> bytes:
    """Sixteen bits a channel with alpha, every pixel opaque."""
    picture = scene(900, 600)
    data = picture.tobytes()
    rows = bytearray()
    for y in range(600):
        rows.append(0)
        line = data[y * 2700 : (y + 1) * 2700]
        for x in range(900):
            r, g, b = line[x * 3 : x * 3 + 3]
            rows += bytes((r, r, g, g, b, b, 255, 255))
    return png_by_hand(900, 600, 16, 6, bytes(rows))


@sent_as("Zalo_20261128.png", "image/png")
def k2_chat_30000() -> bytes:
    """A chat of a whole month in one screenshot: 720 x 30 000."""
    return saved(sheet(720, 30000, 24), "PNG", compress_level=3)


@sent_as("toan-canh.jpg", "image/jpeg")
def k2_panorama() -> bytes:
    """A panorama 16 000 x 1200, letters 48 pixels high everywhere."""
    picture = Image.new("L", (16000, 1200), "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(48)
    for top in range(60, 1100, 120):
        for left in range(60, 15000, 1500):
            draw.text((left, top), f"{left:05d} BO KENH SAT LO DOAN 17", fill=0, font=font)
    return saved(picture, "JPEG", quality=70)


@sent_as("quay-man-hinh.gif", "image/gif")
def k2_gif_starts_blank() -> bytes:
    """An animated picture whose first frame is white; what is shown comes in the second."""
    blank = Image.new("RGB", (800, 600), "white").quantize(16)
    return saved(blank, "GIF", save_all=True, append_images=[scene(800, 600).quantize(64)], duration=[40, 4000], loop=0)


@sent_as("don-3-trang.tif", "image/tiff")
def k2_three_pages() -> bytes:
    """Three pages of a petition in one TIFF."""
    pages = []
    for number in (1, 2, 3):
        page = sheet(1240, 1754, 30, "1", lines=10)
        ImageDraw.Draw(page).text((200, 1100), f"TRANG {number}", fill=0, font=ImageFont.load_default(160))
        pages.append(page)
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4")


@sent_as("PXL_20261128.jpg", "image/jpeg")
def k2_ultra_hdr() -> bytes:
    """A JPEG with a small grey gain map behind it (MPF), as Android 14 writes them."""
    gain = Image.linear_gradient("L").resize((400, 300))
    return saved(scene(1600, 1200), "MPO", save_all=True, append_images=[gain])


@sent_as("20261128_motion.jpg", "image/jpeg")
def k2_motion_photo() -> bytes:
    """A JPEG with a film behind it, as Samsung writes them."""
    film = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + random.Random(7).randbytes(200_000)
    return saved(scene(1600, 1200), "JPEG", quality=90) + b"\x00\x00\x30\x0a\x10\x00\x00\x00MotionPhoto_Data" + film


@sent_as("IMG_5566.HEIC", "image/heic")
def k2_heic_second_is_primary() -> bytes:
    """Two pictures in a HEIC; the second, not the first, is the one a phone shows."""
    import pillow_heif

    file = pillow_heif.HeifFile()
    file.add_from_pillow(Image.new("RGB", (800, 600), (90, 90, 90)))
    file.add_from_pillow(scene(800, 600))
    out = io.BytesIO()
    file.save(out, quality=85, primary_index=1)
    return out.getvalue()


def swapped_profile() -> bytes:
    """sRGB with the red and the blue primary exchanged: whoever drops the profile shows red as blue."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack_from(">I", profile, 128)[0]
    entries = {bytes(profile[at : at + 4]): at + 4 for at in range(132, 132 + count * 12, 12)}
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    profile[red : red + 8], profile[blue : blue + 8] = profile[blue : blue + 8], profile[red : red + 8]
    return bytes(profile)


@sent_as("anh-p3.jpg", "image/jpeg")
def k2_profile_counts() -> bytes:
    """Stored with red and blue exchanged, and a profile that says so: with the profile it is the scene."""
    r, g, b = scene(1200, 900).split()
    return saved(Image.merge("RGB", (b, g, r)), "JPEG", quality=92, icc_profile=swapped_profile())


@sent_as("den-trang.jpg", "image/jpeg")
def k2_grey_with_colour_profile() -> bytes:
    """A grey JPEG that carries a profile for colours (a program that saved as grey and kept the profile)."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(scene(1200, 900).convert("L"), "JPEG", quality=90, icc_profile=profile)


@sent_as("cmyk-srgb.jpg", "image/jpeg")
def k2_cmyk_with_rgb_profile() -> bytes:
    """CMYK with a profile for RGB in it."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(scene(1200, 900).convert("CMYK"), "JPEG", quality=90, icc_profile=profile)


@sent_as("chup-man-hinh.bmp", "image/bmp")
def k2_bmp_empty_alpha() -> bytes:
    """A screenshot as Windows puts it on the clipboard: 32 bits, masks for four channels, every alpha 0."""
    picture = scene(640, 480)
    rows = bytearray()
    for y in range(479, -1, -1):
        for x in range(640):
            r, g, b = picture.getpixel((x, y))
            rows += bytes((b, g, r, 0))
    header = struct.pack("<IiiHHIIiiII", 108, 640, 480, 1, 32, 3, len(rows), 2835, 2835, 0, 0)
    header += struct.pack("<IIII", 0x00FF0000, 0x0000FF00, 0x000000FF, 0xFF000000) + b"BGRs" + bytes(36 + 12)
    return b"BM" + struct.pack("<IHHI", 14 + len(header) + len(rows), 0, 0, 14 + len(header)) + header + bytes(rows)


@sent_as("dem-toi.jpg", "image/jpeg")
def k2_night() -> bytes:
    """A road at night without its lamp: values 0 to 24, a person and a hole in the road can just be seen."""
    noise = random.Random(17)
    picture = Image.new("L", (160, 120), 4)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(60, 120), (100, 120), (84, 40), (76, 40)], fill=13)
    draw.ellipse((70, 80, 92, 92), fill=2)
    draw.rectangle((120, 50, 128, 90), fill=24)
    picture = picture.resize((1600, 1200), Image.Resampling.BICUBIC)
    pixels = bytearray(picture.tobytes())
    for index in range(0, len(pixels), 3):
        pixels[index] = max(0, min(30, pixels[index] + noise.randrange(-2, 3)))
    return saved(Image.frombytes("L", (1600, 1200), bytes(pixels)).convert("RGB"), "JPEG", quality=85)


@sent_as("vet-nut.jpg", "image/jpeg")
def k2_white_wall() -> bytes:
    """A white wall with a crack as thin as a hair: 246 to 252, the crack 225."""
    picture = Image.new("RGB", (1600, 1200), (250, 250, 247))
    draw = ImageDraw.Draw(picture)
    noise, x = random.Random(3), 700
    for y in range(0, 1200, 8):
        nearer = x + noise.randrange(-9, 10)
        draw.line((x, y, nearer, y + 8), fill=(225, 224, 220), width=2)
        x = nearer
    return saved(picture, "JPEG", quality=92)


@sent_as("ban-do-dia-chinh.png", "image/png")
def k2_map_108() -> bytes:
    """A land map, one bit a pixel, 12 000 x 9000 = 108 million: a PNG cannot be decoded at a part of its size."""
    row_lines, row_plain = bytearray(b"\xff" * 1500), b"\x00" + b"\xff" * 1500
    for x in range(0, 1500, 75):
        row_lines[x] = 0
    lined = b"\x00" + bytes(row_lines)
    rows = b"".join(b"\x00" * 1501 if y % 600 < 8 else lined if y % 1200 < 700 else row_plain for y in range(9000))
    return png_by_hand(12000, 9000, 1, 0, rows)


@sent_as("20261128_200MP.jpg", "image/jpeg")
def k2_200_megapixels() -> bytes:
    """A phone that writes 200 megapixels: 16 320 x 12 240."""
    return saved(scene(1360, 1020).convert("L").resize((16320, 12240), Image.Resampling.NEAREST), "JPEG", quality=40)


@sent_as("the-nho-hong.jpg", "image/jpeg")
def k2_half_a_jpeg() -> bytes:
    """The memory card was pulled out: the first half of the bytes."""
    whole = saved(scene(1600, 1200), "JPEG", quality=90)
    return whole[: len(whole) // 2]


@sent_as("quet-16bit-MM.tif", "image/tiff")
def k2_sixteen_bit_tiff() -> bytes:
    """Grey, sixteen bits, big-endian, uncompressed: an old flatbed on an old Mac."""
    grey = sheet(1000, 700, 40)
    data = b"".join(bytes((value, value)) for value in grey.tobytes())
    tags = [
        (256, 4, 1, 1000), (257, 4, 1, 700), (258, 3, 1, 16 << 16), (259, 3, 1, 1 << 16), (262, 3, 1, 1 << 16),
        (273, 4, 1, 8), (277, 3, 1, 1 << 16), (278, 4, 1, 700), (279, 4, 1, len(data)),
    ]  # fmt: skip
    directory = struct.pack(">H", len(tags)) + b"".join(struct.pack(">HHII", *tag) for tag in tags) + bytes(4)
    return b"MM\x00\x2a" + struct.pack(">I", 8 + len(data)) + data + directory


@sent_as("photoshop-lab.tif", "image/tiff")
def k2_lab_tiff() -> bytes:
    """A TIFF in Lab colours from the photo shop."""
    lab = ImageCms.profileToProfile(
        scene(800, 600), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    return saved(lab, "TIFF")


@sent_as("may-anh-pro.dng", "image/x-adobe-dng")
def k2_dng() -> bytes:
    """A raw photo (DNG): the first directory is a thumbnail of 160 x 120, the photo itself is a sensor's 1024 x 768."""
    thumbnail = scene(160, 120).tobytes()
    raw = bytes(1024 * 768 * 2)

    def directory(tags: list[tuple[int, int, int, int]]) -> bytes:
        return struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags) + bytes(4)

    bits, at = 8, 16
    thumb_at, raw_at = at, at + len(thumbnail)
    first_at = raw_at + len(raw)
    count = 14
    second_at = first_at + 2 + count * 12 + 4
    first = directory([
        (254, 4, 1, 1), (256, 4, 1, 160), (257, 4, 1, 120), (258, 3, 3, bits), (259, 3, 1, 1), (262, 3, 1, 2),
        (273, 4, 1, thumb_at), (274, 3, 1, 1), (277, 3, 1, 3), (278, 4, 1, 120), (279, 4, 1, len(thumbnail)),
        (330, 4, 1, second_at), (50706, 1, 4, 0x00000401), (50707, 1, 4, 0x00000101),
    ])  # fmt: skip
    second = directory([
        (254, 4, 1, 0), (256, 4, 1, 1024), (257, 4, 1, 768), (258, 3, 1, 16), (259, 3, 1, 1), (262, 3, 1, 32803),
        (273, 4, 1, raw_at), (277, 3, 1, 1), (278, 4, 1, 768), (279, 4, 1, len(raw)),
    ])  # fmt: skip
    head = b"II\x2a\x00" + struct.pack("<I", first_at) + struct.pack("<HHH", 8, 8, 8) + bytes(2)
    return head + thumbnail + raw + first + second


@sent_as("dai-dien-zalo.jpg", "image/jpeg")
def k2_tiny_but_right() -> bytes:
    """A picture of 120 x 90 that a chat program made small: as small as it came, and kept."""
    return saved(scene(120, 90), "JPEG", quality=85)


@sent_as("tay-che-ong-kinh.jpg", "image/jpeg")
def k2_all_black() -> bytes:
    """A pocket photo: black, really black."""
    return saved(Image.new("RGB", (1600, 1200), (0, 0, 0)), "JPEG")


@sent_as("bang-diem.png", "image/png")
def k2_interlaced_palette() -> bytes:
    """Palette of two bits, transparent index used for white paper: a table exported by an old program."""
    picture = sheet(900, 600, 30).convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
    index = max(range(4), key=lambda i: sum(picture.getpalette()[i * 3 : i * 3 + 3]))
    return saved(picture, "PNG", transparency=index, bits=2)


# ---------------------------------------------------------------- PDF by hand


def pdf(objects: list[bytes], trailer: bytes = b"", head: bytes = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n") -> bytes:
    """Objects 1 … n; the first is the catalog."""
    out, places = bytearray(head), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    )


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), more) + data + b"\nendstream"


HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def text_pdf(lines: list[str], page: bytes = b"", before: bytes = b"", size: int = 24, **options: bytes) -> bytes:
    content = before + b"BT /F1 %d Tf 60 760 Td %d TL " % (size, size + 8)
    content += b" ".join(b"(%s) Tj T*" % line.encode("cp1252") for line in lines) + b" ET"
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> %s >>"
            % page,
            stream(content),
            HELVETICA,
        ],
        **options,
    )


@sent_as("don-dien-tren-may.pdf", "application/pdf")
def k2_pdf_filled_form() -> bytes:
    """A form filled in on a phone: the value stands in the field only, no appearance made yet (NeedAppearances)."""
    return pdf([
        (b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /NeedAppearances true"
        b" /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 18 Tf 0 g) >> >>"),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R]"
        b" /Resources << /Font << /F1 5 0 R >> >> >>"),
        stream(b"BT /F1 24 Tf 60 760 Td (DON DE NGHI) Tj ET 60 640 400 40 re S"),
        HELVETICA,
        (b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (noidung) /V (zaquilem xin sua cau) /Rect [60 640 460 680]"
        b" /DA (/Helv 18 Tf 0 g) /F 4 /P 3 0 R >>"),
    ])  # fmt: skip


@sent_as("don-co-ghi-chu.pdf", "application/pdf")
def k2_pdf_typed_on() -> bytes:
    """Somebody typed on a PDF with the phone (FreeText annotation with its appearance) and drew a red mark."""
    appearance = stream(
        b"BT /F1 20 Tf 4 12 Td (CHO NAY NGAP 17) Tj ET",
        b"/Type /XObject /Subtype /Form /BBox [0 0 300 40] /Resources << /Font << /F1 5 0 R >> >>",
    )
    mark = stream(b"1 0 0 RG 8 w 4 4 m 196 96 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 200 100]")
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [6 0 R 8 0 R]"
        b" /Resources << /Font << /F1 5 0 R >> >> >>"),
        stream(b"BT /F1 24 Tf 60 760 Td (SO DO THON) Tj ET"),
        HELVETICA,
        (b"<< /Type /Annot /Subtype /FreeText /Contents (CHO NAY NGAP 17) /Rect [100 500 400 540] /F 4"
        b" /DA (/F1 20 Tf 0 g) /AP << /N 7 0 R >> >>"),
        appearance,
        b"<< /Type /Annot /Subtype /Ink /Rect [100 300 300 400] /F 4 /InkList [[104 304 296 396]] /C [1 0 0] /AP << /N 9 0 R >> >>",
        mark,
    ])  # fmt: skip


md5 = partial(hashlib.md5, usedforsecurity=False)  # as RC4 in PDFs asks for
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def locked_pdf(words: str, owner: bytes, user: bytes) -> bytes:
    """RC4 of 40 bits (revision 2): what ministries' software of 2005 wrote, and every reader still opens."""

    def padded(password: bytes) -> bytes:
        return (password + PADDING)[:32]

    owner_value = rc4(md5(padded(owner)).digest()[:5], padded(user))
    name = b"0123456789abcdef"
    key = md5(padded(user) + owner_value + struct.pack("<i", -44) + name).digest()[:5]
    user_value = rc4(key, PADDING)
    content = b"BT /F1 20 Tf 60 760 Td (%s) Tj ET" % words.encode()
    object_key = md5(key + struct.pack("<I", 4)[:3] + b"\x00\x00").digest()[:10]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(rc4(object_key, content)),
        HELVETICA,
        b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -44 >>"
        % (owner_value.hex().encode(), user_value.hex().encode()),
    ]
    return pdf(objects, b"/Encrypt 6 0 R /ID [<%s> <%s>]" % (name.hex().encode(), name.hex().encode()))


@sent_as("cong-van-khong-cho-sua.pdf", "application/pdf")
def k2_pdf_owner_locked() -> bytes:
    """May be read by everybody, but not be changed (owner's password, empty user's password)."""
    return locked_pdf("zaqorvim CONG VAN SO 17", b"bimat", b"")


@sent_as("can-mat-khau.pdf", "application/pdf")
def k2_pdf_user_locked() -> bytes:
    """Opens with a password only (bank statements, payslips)."""
    return locked_pdf("zaqpunex BANG LUONG", b"bimat", b"0912345678")


# ---------------------------------------------------------------- names (the file itself is sound)


def photo(text: str) -> bytes:
    return saved(scene_of(text, 800, 600), "JPEG", quality=88)


def named(function: str, name: str, kind: str, content: Callable[[], bytes]) -> None:
    content.__name__ = function
    FILES[function] = (content, name, kind)


named("k3_jfif", "tai-xuong.jfif", "image/jpeg", lambda: photo("JFIF"))
named("k3_no_ending", "1000001234", "image/jpeg", lambda: photo("KHONG DUOI"))
named(
    "k3_decomposed", "A\u0309nh \u0111u\u031bo\u031b\u0300ng ho\u0309ng thôn.JPEG", "image/jpeg", lambda: photo("NFD")
)
named("k3_two_endings", "don-khieu-nai.pdf.jpg", "image/jpeg", lambda: text_pdf(["DON KHIEU NAI 17"]))
named("k3_exe", "IMG_20261128.jpg.exe", "application/octet-stream", lambda: photo("EXE"))
named("k3_turned_letters", "anh\u202egpj.exe.jpg", "image/jpeg", lambda: photo("RLO"))
named("k3_very_long", "Đơn kiến nghị của bà con thôn Đông Thượng về việc đường trước đình ngập nước " * 3 + "17.png",
      "image/png", lambda: saved(scene(400, 300), "PNG"))  # fmt: skip
named("k3_windows_path", "C:\\Users\\Ba\\Desktop\\ảnh cống.jpg", "image/jpeg", lambda: photo("DUONG DAN"))
named("k3_quotes", 'đơn "khẩn"; ngày 5/11 100%.png', "image/png", lambda: saved(scene(400, 300), "PNG"))
named("k3_only_ending", ".jpg", "image/jpeg", lambda: photo("CHI DUOI"))
named("k3_emoji", "😀📷 cống vỡ.png", "image/png", lambda: saved(scene(400, 300), "PNG"))
named("k3_webp_named_jpg", "FB_IMG_1732.jpg", "image/jpeg", lambda: saved(scene(800, 600), "WEBP"))
named("k3_reserved", "CON.jpg", "image/jpeg", lambda: photo("CON"))
named("k3_dot_behind", "ảnh cống vỡ.jpg. ", "image/jpeg", lambda: photo("CHAM"))
named("k3_up", "../../../etc/cron.d/anh.jpg", "image/jpeg", lambda: photo("LEN"))
named("k3_tcvn3_name", "§¬n kiÕn nghÞ.jpg", "image/jpeg", lambda: photo("TCVN3"))
named("k3_percent", "%C4%90%C6%A1n%20ki%E1%BA%BFn%20ngh%E1%BB%8B.jpg", "image/jpeg", lambda: photo("PHAN TRAM"))
named("k3_newline", "anh\r\ncong\tvo.jpg", "image/jpeg", lambda: photo("XUONG DONG"))
named("k3_same_one", "image.jpg", "image/jpeg", lambda: photo("MOT"))
named("k3_same_two", "image.jpg", "image/jpeg", lambda: photo("HAI"))
named("k3_octet", "blob", "application/octet-stream", lambda: saved(scene(800, 600), "PNG"))
named("k3_pdf_upper", "SCAN0001.PDF;1", "application/pdf", lambda: text_pdf(["SCAN 17"]))


# ---------------------------------------------------------------- the first bytes


def jpeg_segments(front: bytes) -> bytes:
    """A JPEG without its JFIF segment, `front` put behind the first two bytes."""
    data = saved(scene(800, 600), "JPEG", quality=88)
    length = struct.unpack_from(">H", data, 4)[0]
    return b"\xff\xd8" + front + data[4 + length :]


named("k9_jpeg_comment_first", "KODAK001.JPG", "image/jpeg", lambda: jpeg_segments(b"\xff\xfe\x00\x0fKodak DC3400 "))
named("k9_jpeg_tables_first", "cam-ip.jpg", "image/jpeg", lambda: jpeg_segments(b""))
named("k9_jpeg_fill", "cam-fill.jpg", "image/jpeg", lambda: jpeg_segments(b"\xff\xff\xff\xfe\x00\x04ab"))


def heic(brand: bytes, compatible: tuple[bytes, ...] = (b"mif1", b"heic")) -> bytes:
    import pillow_heif

    file = pillow_heif.from_pillow(scene(800, 600))
    out = io.BytesIO()
    file.save(out, quality=85)
    data = out.getvalue()
    length = struct.unpack_from(">I", data)[0]
    room = (length - 16) // 4
    brands = (list(compatible) + [b"mif1"] * room)[:room]
    return data[:8] + brand + data[12:16] + b"".join(brands) + data[length:]


named("k9_heif_mif1", "IMG_OPPO.heif", "image/heif", lambda: heic(b"mif1"))
named("k9_heif_heim", "DSC_SONY.HIF", "image/heif", lambda: heic(b"heim"))
named("k9_heif_msf1", "IMG_0007.HEIC", "image/heic", lambda: heic(b"msf1"))
named("k9_heic_as_jpg", "IMG_0008.jpg", "image/jpeg", lambda: heic(b"heic"))
named("k9_avif", "tai-ve.avif", "image/avif", lambda: saved(scene(800, 600), "AVIF"))


def avif_mif1() -> bytes:
    data = saved(scene(800, 600), "AVIF")
    return data[:8] + b"mif1" + data[12:]


named("k9_avif_mif1", "anh-android.avif", "image/avif", avif_mif1)
named(
    "k9_pdf_junk_before",
    "scan-may-photo.pdf",
    "application/pdf",
    lambda: b"@PJL SET JOB\r\n" * 40 + text_pdf(["MAY PHOTO 17"]),
)
named("k9_pdf_bom", "don-bom.pdf", "application/pdf", lambda: b"\xef\xbb\xbf" + text_pdf(["BOM 17"]))
named("k9_pdf_no_xref", "don-mat-duoi.pdf", "application/pdf", lambda: text_pdf(["MAT DUOI 17"]).split(b"xref")[0])
named("k9_pdf_wrong_xref", "don-sai-bang.pdf", "application/pdf",
      lambda: re.sub(rb"startxref\n\d+", b"startxref\n17", text_pdf(["SAI BANG 17"])))  # fmt: skip


@sent_as("paint-os2.bmp", "image/bmp")
def k9_bmp_os2() -> bytes:
    """The short header of OS/2 (12 bytes)."""
    picture = scene(400, 300)
    rows = b"".join(b"".join(bytes(picture.getpixel((x, y))[::-1]) for x in range(400)) for y in range(299, -1, -1))
    return b"BM" + struct.pack("<IHHI", 26 + len(rows), 0, 0, 26) + struct.pack("<IHHHH", 12, 400, 300, 1, 24) + rows


named("k9_bigtiff", "quet-lon.tif", "image/tiff", lambda: saved(scene(800, 600), "TIFF", big_tiff=True))
named("k9_jpeg2000", "quet.jp2", "image/jp2", lambda: saved(scene(800, 600), "JPEG2000"))
named("k9_j2k_codestream", "quet.j2k", "image/jp2", lambda: saved(scene(800, 600), "JPEG2000", no_jp2=True))
named("k9_webp_lossless", "sticker.webp", "image/webp", lambda: saved(scene(600, 400), "WEBP", lossless=True))
named("k9_png_bad_ancillary", "anh-loi-crc.png", "image/png",
      lambda: png_bad_text())  # fmt: skip


def png_bad_text() -> bytes:
    """A text chunk whose check sum is wrong; every browser shows the picture."""
    data = saved(scene(600, 400), "PNG")
    bad = struct.pack(">I", 11) + b"tEXtComment\x00abc"[: 4 + 11] + b"\x00\x00\x00\x01"
    return data[:33] + bad + data[33:]


named(
    "k9_png_data_behind",
    "anh-co-duoi.png",
    "image/png",
    lambda: saved(scene(600, 400), "PNG") + b"\n<!-- zalo -->\n" * 50,
)
named("k9_film_named_jpg", "VID_0001.jpg", "image/jpeg",
      lambda: b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + random.Random(9).randbytes(50_000))  # fmt: skip
named("k9_film_mov", "IMG_0002.MOV", "video/quicktime",
      lambda: b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + random.Random(9).randbytes(50_000))  # fmt: skip
named("k9_web_page_named_jpg", "anh-luu.jpg", "image/jpeg",
      lambda: "<!DOCTYPE html><html><body>Đăng nhập để xem ảnh</body></html>".encode())  # fmt: skip
named("k9_zip_named_jpg", "anh.jpg", "image/jpeg", lambda: zipped({"1.jpg": photo("MOT"), "2.jpg": photo("HAI")}))
named("k9_zip", "anh-ngap.zip", "application/zip", lambda: zipped({"1.jpg": photo("MOT"), "2.jpg": photo("HAI")}))
named("k9_ppm", "may-quet.ppm", "image/x-portable-pixmap", lambda: saved(scene(400, 300), "PPM"))
named("k9_svg", "so-do.svg", "image/svg+xml",
      lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><text x="9" y="50">SO DO</text></svg>')  # fmt: skip
named("k9_empty", "IMG_0003.jpg", "image/jpeg", lambda: b"")
named("k9_spaces", "IMG_0004.jpg", "image/jpeg", lambda: b"\x00" * 4096)
named("k9_voice", "ghi-am.m4a", "audio/mp4",
      lambda: b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00M4A mp42isom" + random.Random(5).randbytes(30_000))  # fmt: skip


# ---------------------------------------------------------------- Word by hand


def zipped(parts: dict[str, bytes | str], first: tuple[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        if first:
            file.writestr(zipfile.ZipInfo(first[0], (2026, 11, 28, 8, 0, 0)), first[1])
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2026, 11, 28, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return out.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def p(text: str) -> str:
    return f"<w:p><w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"


TYPES = {
    "header": "wordprocessingml.header", "footer": "wordprocessingml.footer", "footnotes": "wordprocessingml.footnotes",
    "endnotes": "wordprocessingml.endnotes", "comments": "wordprocessingml.comments",
}  # fmt: skip


def docx(body: str, section: str = "", more: dict[str, str | bytes] | None = None, relations: tuple[tuple[str, str], ...] = (),
         namespaces: str = NAMESPACES, root: str = "") -> bytes:  # fmt: skip
    """`more`: further parts by name within word/; `relations`: (type's last word, target), their ids rId1, rId2 …"""
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-officedocument.{TYPES[kind]}+xml"/>'
        for name in (more or {})
        for kind in TYPES
        if name.startswith(kind)
    )
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Override PartName="/word/document.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{root or R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{DECLARATION}<w:document {namespaces}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{i}" Type="{root or R}/{kind}" Target="{target}"/>'
            for i, (kind, target) in enumerate(relations, 1)
        )
        + "</Relationships>",
    }
    for name, data in (more or {}).items():
        parts[f"word/{name}"] = data
    return zipped(parts)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@sent_as("k7-hop-chu-word-2003.docx", DOCX)
def k7_vml_box() -> bytes:
    """A text box as Word 2007 kept those of Word 2003 (VML). Word inside: zaqbelu."""
    box = (
        '<w:p><w:r><w:pict><v:shape id="a" style="width:200pt;height:80pt"><v:textbox><w:txbxContent>'
        + p("Thông báo zaqbelu của thôn")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    return docx(p("Văn bản có hộp chữ cũ zaqbelm") + box)


@sent_as("k7-tieu-de-trong-hop.docx", DOCX)
def k7_box_in_header() -> bytes:
    """The letter-head stands in a text box (with its fallback) within the header. Word inside: zaqcoru."""
    inner = p("ỦY BAN MẶT TRẬN zaqcoru")
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData"
        " uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:txbx><w:txbxContent>"
        f"{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    header = f"{DECLARATION}<w:hdr {NAMESPACES}>{box}</w:hdr>"
    return docx(
        p("Nội dung công văn zaqcorm"),
        '<w:headerReference w:type="default" r:id="rId1"/>',
        {"header1.xml": header},
        (("header", "header1.xml"),),
    )


@sent_as("k7-mau-quyet-dinh.docx", DOCX)
def k7_controls() -> bytes:
    """A template of decisions: content controls around words, a cell, a row; a link; a field; a smart tag.

    Words inside: zaqdian, zaqdibo, zaqdica, zaqdido, zaqdie, zaqdifu."""

    def run(text: str) -> str:
        return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"

    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    cell = f"<w:tc>{p('zaqdibo ô')}</w:tc>"
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        f"<w:tr>{control(cell)}</w:tr>{control('<w:tr><w:tc>' + p('zaqdica dòng') + '</w:tc></w:tr>')}</w:tbl>"
    )
    line = (
        f"<w:p>{run('Căn cứ ')}{control(run('zaqdian '))}<w:hyperlink r:id='rId9'>{run('zaqdido ')}</w:hyperlink>"
        f"<w:fldSimple w:instr='DOCPROPERTY So'>{run('zaqdie ')}</w:fldSimple>"
        f"<w:smartTag w:uri='u' w:element='e'>{run('zaqdifu')}</w:smartTag></w:p>"
    )
    return docx(line + control(p("khối")) + table)


@sent_as("k7-chu-thich-cuoi.docx", DOCX)
def k7_notes() -> bytes:
    """Footnote, endnote, and a footer of the first page only. Words inside: zaqefan, zaqefbo, zaqefca."""
    footnotes = f'{DECLARATION}<w:footnotes {NAMESPACES}><w:footnote w:id="2">{p("zaqefan theo Nghị quyết")}</w:footnote></w:footnotes>'
    endnotes = f'{DECLARATION}<w:endnotes {NAMESPACES}><w:endnote w:id="2">{p("zaqefbo nguồn số liệu")}</w:endnote></w:endnotes>'
    footer = f"{DECLARATION}<w:ftr {NAMESPACES}>{p('zaqefca nơi nhận')}</w:ftr>"
    body = p("Báo cáo zaqefm") + '<w:p><w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>'
    return docx(
        body,
        '<w:footerReference w:type="first" r:id="rId3"/><w:titlePg/>',
        {"footnotes.xml": footnotes, "endnotes.xml": endnotes, "footer1.xml": footer},
        (("footnotes", "footnotes.xml"), ("endnotes", "endnotes.xml"), ("footer", "footer1.xml")),
    )


@sent_as("k7-con-nhan-xet.docx", DOCX)
def k7_not_for_all() -> bytes:
    """What nobody should find: a comment zaqfucom, deleted words zaqfudel, hidden words zaqfuhid, moved away zaqfumov
    (once, where it went: zaqfumov stands in moveTo as well)."""
    remark = f'<w:comment w:id="1" w:author="CB">{p("zaqfucom ông này hay kiện")}</w:comment>'
    comments = f"{DECLARATION}<w:comments {NAMESPACES}>{remark}</w:comments>"
    body = (
        p("Danh sách zaqfum") + "<w:p><w:del w:id='5' w:author='CB'><w:r><w:delText>zaqfudel</w:delText></w:r></w:del>"
        "<w:moveFrom w:id='6' w:author='CB'><w:r><w:t>zaqfufrom</w:t></w:r></w:moveFrom>"
        "<w:moveTo w:id='7' w:author='CB'><w:r><w:t xml:space='preserve'>zaqfuto </w:t></w:r></w:moveTo>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>zaqfuhid</w:t></w:r>"
        "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
    )
    return docx(body, "", {"comments.xml": comments}, (("comments", "comments.xml"),))


@sent_as("k7-chu-chia-doan.docx", DOCX)
def k7_cut_words() -> bytes:
    """Tab and line break divide words; runs, soft hyphens and no-break hyphens do not.

    Found one by one: zaqgona, zaqgone, zaqgoni (tab, break between), zaqgopra+nvox (two runs), zaqgogref+dun (soft hyphen)."""
    return docx(
        "<w:p><w:r><w:t>zaqgona</w:t><w:tab/><w:t>zaqgone</w:t><w:br/><w:t>zaqgoni</w:t><w:cr/><w:t>zaqgono</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>zaqgopra</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:b/></w:rPr><w:t>nvox</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>zaqgogref</w:t><w:softHyphen/><w:t>dun</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>ph</w:t></w:r><w:r><w:t>ường zaqgo</w:t></w:r><w:r><w:t>luk</w:t></w:r></w:p>"
    )


@sent_as("k7-strict.docx", DOCX)
def k7_strict() -> bytes:
    """Saved as "Strict Open XML Document": other namespaces. Word inside: zaqhima."""
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    return docx(
        p("Văn bản chuẩn ISO zaqhima của xã"),
        namespaces=f'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:r="{strict}" w:conformance="strict"',
        root=strict,
    )


@sent_as("k7-phan-mem-xuat.docx", DOCX)
def k7_alt_chunk() -> bytes:
    """The document-management program puts its whole text in as a web page (altChunk). Word inside: zaqilam."""
    page = "<html><head><meta charset='utf-8'></head><body><p>Quyết định zaqilam khen thưởng</p></body></html>"
    return docx('<w:altChunk r:id="rId1"/>', "", {"chunk1.html": page}, (("aFChunk", "chunk1.html"),))


@sent_as("k7-so-do-to-chuc.docx", DOCX)
def k7_smart_art() -> bytes:
    """The chart of the organisation is SmartArt: its words stand in word/diagrams/data1.xml. Word inside: zaqjolo (body: zaqjomm)."""
    data = (
        f"{DECLARATION}<dgm:dataModel xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram'"
        " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><dgm:ptLst><dgm:pt modelId='1'><dgm:t><a:bodyPr/>"
        "<a:p><a:r><a:t>Ban Thường trực zaqjolo</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    return docx(p("Sơ đồ zaqjomm"), "", {"diagrams/data1.xml": data}, (("diagramData", "diagrams/data1.xml"),))


@sent_as("k7-quet-trong-word.docx", DOCX)
def k7_scan_in_word() -> bytes:
    """Two scanned pages put into Word as pictures, and no letter."""
    picture = (
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri='x'><a:blip r:embed='rId1'/></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    return docx(
        picture * 2, "", {"media/image1.png": saved(sheet(800, 1100, 24, "1"), "PNG")}, (("image", "media/image1.png"),)
    )


@sent_as("k7-rat-dai.docx", DOCX)
def k7_very_long() -> bytes:
    """The political report with its annexes: about two million letters; the word zaqkyen stands at the very end."""
    line = p("Nhân dân trong xã đóng góp ngày công làm đường, thắp sáng đường quê, giữ gìn vệ sinh nơi công cộng. " * 4)
    return docx(line * 5000 + p("Phụ lục cuối zaqkyen"))


@sent_as("k7-dut-giua-chung.docx", DOCX)
def k7_cut_file() -> bytes:
    """The upload from a phone broke off: the last third of the bytes is missing."""
    whole = docx("".join(p(f"dòng {hashlib.sha256(bytes([i % 256, i // 256])).hexdigest()}") for i in range(2000)))
    return whole[: len(whole) * 2 // 3]


@sent_as("k7-word-doi-duoi.doc", "application/msword")
def k7_docx_named_doc() -> bytes:
    """Somebody renamed a .docx to .doc, for an old program. Word inside: zaqlinh."""
    return docx(p("Tờ trình zaqlinh về quỹ"))


@sent_as("k7-co-mat-khau.docx", DOCX)
def k7_locked_docx() -> bytes:
    """A Word file with a password: an OLE container with EncryptionInfo and EncryptedPackage."""
    return ole(
        {
            "EncryptionInfo": b"\x04\x00\x04\x00\x40\x00\x00\x00<encryption/>".ljust(4096, b" "),
            "EncryptedPackage": random.Random(1).randbytes(4096),
        }
    )


def ole(streams: dict[str, bytes]) -> bytes:
    """A compound file of version 3; every stream at least 4096 bytes."""
    sectors: list[bytes] = []
    table: list[int] = []
    places = []
    for data in streams.values():
        places.append(len(sectors))
        blocks = [data[i : i + 512].ljust(512, b"\0") for i in range(0, len(data), 512)]
        for index, block in enumerate(blocks):
            sectors.append(block)
            table.append(len(sectors) if index < len(blocks) - 1 else 0xFFFFFFFE)

    def entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
        raw = (name + "\0").encode("utf-16-le")
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(raw) if name else 0, kind, 1, left, right, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    none = 0xFFFFFFFF
    names = list(streams)
    directory = entry("Root Entry", 5, none, none, 1, 0xFFFFFFFE, 0)
    for index, name in enumerate(names):
        directory += entry(
            name, 2, none, index + 2 if index + 1 < len(names) else none, none, places[index], len(streams[name])
        )
    while len(directory) % 512:
        directory += entry("", 0, none, none, none, 0, 0)
    directory_at = len(sectors)
    count = len(directory) // 512
    for index in range(count):
        sectors.append(directory[index * 512 : (index + 1) * 512])
        table.append(len(sectors) if index < count - 1 else 0xFFFFFFFE)
    fat_at = len(sectors)
    table.append(0xFFFFFFFD)
    fat = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory_at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", fat_at, *([none] * 108))
    return head + b"".join(sectors) + fat


# ---------------------------------------------------------------- other office files


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@sent_as("k7-bang-ke.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
def k7_xlsx() -> bytes:
    """Words in: an inline string zaqmaia, a rich shared string zaqmaib (two runs), the sheet's name zaqmaic,
    a formula's kept answer zaqmaid, a text box zaqmaie."""
    rels = f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
    return zipped({
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
        "_rels/.rels": f'{rels}<Relationship Id="rId1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{SHEET}" xmlns:r="{R}"><sheets>'
        '<sheet name="Quỹ zaqmaic" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{rels}<Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{DECLARATION}<worksheet xmlns="{SHEET}" xmlns:r="{R}"><dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Ủng hộ zaqmaia</t></is></c><c r="B1" t="s"><v>0</v></c>'
        '<c r="C1" t="str"><f>A1&amp;""</f><v>zaqmaid</v></c></row>'
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData><drawing r:id="rId1"/></worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": f'{rels}<Relationship Id="rId1" Type="{R}/drawing" Target="../drawings/drawing1.xml"/>'
        '</Relationships>',
        "xl/sharedStrings.xml": f'{DECLARATION}<sst xmlns="{SHEET}" count="1" uniqueCount="1"><si><r><t>zaq</t></r><r>'
        '<rPr><b/></rPr><t>maib</t></r></si></sst>',
        "xl/drawings/drawing1.xml": f"{DECLARATION}<xdr:wsDr "
        "xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'"
        " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:bodyPr/><a:p><a:r>"
        "<a:t>Ghi chú zaqmaie</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>",
    })  # fmt: skip


@sent_as("k7-trinh-chieu.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation")
def k7_pptx() -> bytes:
    """Words in: a grouped shape zaqnema, a table zaqnemb, the speaker's notes zaqnemc."""
    space = (
        "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'"
        f" xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:r='{R}'"
    )
    rels = f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
    base = "application/vnd.openxmlformats-officedocument.presentationml"

    def body(text: str) -> str:
        return f"<a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"

    return zipped({
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/ppt/presentation.xml" ContentType="{base}.presentation.main+xml"/>'
        f'<Override PartName="/ppt/slides/slide1.xml" ContentType="{base}.slide+xml"/>'
        f'<Override PartName="/ppt/notesSlides/notesSlide1.xml" ContentType="{base}.notesSlide+xml"/></Types>',
        "_rels/.rels": f'{rels}<Relationship Id="rId1" Type="{R}/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
        "ppt/presentation.xml": f"{DECLARATION}<p:presentation {space}><p:sldIdLst><p:sldId id='256' r:id='rId1'/>"
        "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": f'{rels}<Relationship Id="rId1" Type="{R}/slide" Target="slides/slide1.xml"/></Relationships>',
        "ppt/slides/slide1.xml": f"{DECLARATION}<p:sld {space}><p:cSld><p:spTree><p:grpSp><p:grpSp><p:sp>"
        f"<p:txBody>{body('zaqnema trong nhóm')}</p:txBody>"
        "</p:sp></p:grpSp></p:grpSp><p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc>"
        f"<a:txBody>{body('zaqnemb trong bảng')}</a:txBody>"
        "</a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": f'{rels}<Relationship Id="rId1" Type="{R}/notesSlide" '
        'Target="../notesSlides/notesSlide1.xml"/></Relationships>',
        "ppt/notesSlides/notesSlide1.xml": f"{DECLARATION}<p:notes {space}><p:cSld><p:spTree><p:sp>"
        f"<p:txBody>{body('zaqnemc lời nói')}</p:txBody></p:sp>"
        "</p:spTree></p:cSld></p:notes>",
    })  # fmt: skip


ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
)


def odf(kind: str, body: str, styles: str = "") -> bytes:
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return zipped(
        {
            "META-INF/manifest.xml": f'{DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
            "content.xml": f"{DECLARATION}<office:document-content {ODF}><office:body>{body}</office:body></office:document-content>",
            "styles.xml": f"{DECLARATION}<office:document-styles {ODF}><office:master-styles>{styles}</office:master-styles>"
            "</office:document-styles>",
        },
        first=("mimetype", mime),
    )


@sent_as("k7-bien-ban.odt", "application/vnd.oasis.opendocument.text")
def k7_odt() -> bytes:
    """LibreOffice. Found: frame zaqoana, header zaqoanb, list in a table zaqoanc, divided by spans zaqo+and. Not found:
    deleted zaqoandel, annotation zaqoancom."""
    body = (
        "<office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>zaqoandel</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Biên bản<draw:frame><draw:text-box><text:p>zaqoana "
        "khung</text:p></draw:text-box></draw:frame></text:p>"
        "<table:table><table:table-row><table:table-cell><text:list><text:list-item><text:p>zaqoanc mục</text:p>"
        "</text:list-item></text:list>"
        "</table:table-cell></table:table-row></table:table><text:p>zaqo<text:span>and</text:span><office:annotation>"
        "<dc:creator>CB</dc:creator>"
        "<text:p>zaqoancom</text:p></office:annotation></text:p></office:text>"
    )
    styles = '<style:master-page style:name="Standard"><style:header><text:p>zaqoanb tiêu đề</text:p></style:header></style:master-page>'
    return odf("text", body, styles)


@sent_as("k7-danh-sach.ods", "application/vnd.oasis.opendocument.spreadsheet")
def k7_ods() -> bytes:
    """A table whose last row is repeated a million times, each cell sixteen thousand times, as LibreOffice writes it. Word: zaqpuen."""
    body = (
        '<office:spreadsheet><table:table table:name="Danh sách"><table:table-row><table:table-cell><text:p>zaqpuen '
        "hộ</text:p></table:table-cell>"
        '</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
    )
    return odf("spreadsheet", body)


@sent_as("k7-xuat-tu-phan-mem.rtf", "application/rtf")
def k7_rtf() -> bytes:
    r"""RTF with \u numbers. Word inside: zaqquor, and "Quyết định"."""
    return rb"{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0 Times New Roman;}}\f0 Quy\u7871?t \u273?\u7883?nh zaqquor c\u7911?a x\u227?\par}"


@sent_as("k7-rtf-mang-ten.doc", "application/msword")
def k7_rtf_named_doc() -> bytes:
    """The same, named .doc: what many programs of offices export."""
    return k7_rtf()


@sent_as("k7-ghi-chep.txt", "text/plain")
def k7_txt_utf16() -> bytes:
    """Notepad, "Unicode". Words inside: zaqruta, "Đại hội"."""
    return "\ufeffĐại hội zaqruta của thôn\r\n".encode("utf-16-le")


@sent_as("k7-bang.csv", "text/csv")
def k7_csv() -> bytes:
    """Excel, CSV UTF-8 with a mark in front. Word inside: zaqsive."""
    return "\ufeffHộ,Số tiền\r\nÔng zaqsive,100000\r\n".encode()


# ---------------------------------------------------------------- PDF: the words


def pages_pdf(
    pages: list[bytes], picture: bytes | None = None, fonts: bytes = HELVETICA, more: list[bytes] | None = None
) -> bytes:
    """One content stream a page; /F1 the font, /Im the picture (JPEG) if there is one."""
    extra = more or []
    count = len(pages)
    first_page = 5 + len(extra)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (first_page + i * 2) for i in range(count)), count),
        fonts,
        stream(
            picture or b"",
            b"/Type /XObject /Subtype /Image /Width 800 /Height 1100 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
        )
        if picture
        else b"null",
        *extra,
    ]
    for index, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> /XObject << /Im 4 0 R >> >> >>" % (first_page + index * 2 + 1)
        )
        objects.append(stream(content))
    return pdf(objects)


def scanned() -> bytes:
    return saved(sheet(800, 1100, 24), "JPEG", quality=50)


DRAW = b"q 595 0 0 842 0 0 cm /Im Do Q "


def words(text: str, more: bytes = b"", size: int = 14) -> bytes:
    return b"BT /F1 %d Tf %s 60 700 Td (%s) Tj ET " % (size, more, text.encode("cp1252"))


@sent_as("k7-quet-co-so-trang.pdf", "application/pdf")
def k7_pdf_stamped_scan() -> bytes:
    """Six scanned pages; the program wrote "Trang n/6" and the line of the signature on each."""
    return pages_pdf(
        [
            DRAW
            + b"BT /F1 9 Tf 40 20 Td (zaqtrang Trang %d/6 - Ky boi: UBMTTQ xa, 28/11/2026 08:15:22 +07:00) Tj ET" % n
            for n in range(1, 7)
        ],
        scanned(),
    )


@sent_as("k7-quet-da-nhan-chu.pdf", "application/pdf")
def k7_pdf_ocr() -> bytes:
    """Scanned, with the words put invisibly behind the picture by the copier's OCR. Word: zaquvoc."""
    page = b"".join(
        b"BT /F1 10 Tf 3 Tr 40 %d Td (zaquvoc Kinh gui Uy ban Mat tran xa, ba con thon 17 xin trinh bay) Tj ET " % y
        for y in range(100, 800, 40)
    )
    return pages_pdf([page + DRAW] * 2, scanned())


@sent_as("k7-bia-go-may-phu-luc-quet.pdf", "application/pdf")
def k7_pdf_mixed() -> bytes:
    """Two typed pages and eight scanned ones. Word: zaqvumi; told as 2 of 10."""
    typed = b"".join(
        b"BT /F1 12 Tf 60 %d Td (zaqvumi Bao cao tong ket cong tac Mat tran nam 2026 cua xa, phan thu nhat) Tj ET " % y
        for y in range(200, 800, 24)
    )
    return pages_pdf([typed] * 2 + [DRAW] * 8, scanned())


@sent_as("k7-mat-sau-trang.pdf", "application/pdf")
def k7_pdf_blank_backs() -> bytes:
    """Typed pages printed on both sides: every second page is empty paper. Word: zaqvuba. Nothing is missing."""
    typed = b"".join(
        b"BT /F1 12 Tf 60 %d Td (zaqvuba Noi dung nghi quyet ve xay dung nong thon moi nang cao) Tj ET " % y
        for y in range(200, 800, 24)
    )
    return pages_pdf([typed, b"", typed, b""])


def to_unicode(pairs: dict[int, str]) -> bytes:
    lines = "\n".join(f"<{code:02X}> <{text.encode('utf-16-be').hex()}>" for code, text in pairs.items())
    return stream(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"{len(pairs)} beginbfchar\n{lines}\nendbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode()
    )


def coded_pdf(text: list[str], spacing: bytes = b"") -> bytes:
    """Each element of `text` is one glyph; the font's ToUnicode says what it means."""
    signs = {sign: 33 + i for i, sign in enumerate(dict.fromkeys(text))}
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 33 /LastChar 126 /Widths [%s] /ToUnicode 5 0 R >>"
        % (b"500 " * 94)
    )
    shown = bytes(signs[sign] for sign in text).hex().encode()
    content = b"BT /F1 12 Tf %s 60 700 Td <%s> Tj ET" % (spacing, shown)
    return pages_pdf([content], None, font, [to_unicode({code: sign for sign, code in signs.items()})])


def clusters(text: str) -> list[str]:
    import unicodedata

    return list(unicodedata.normalize("NFC", text))


@sent_as("k7-xuat-tu-mac.pdf", "application/pdf")
def k7_pdf_decomposed() -> bytes:
    """Pages on a Mac: every letter with its marks apart (NFD). Found by: người hưởng ưu đãi zaqwanf."""
    import unicodedata

    text = "Danh sách người hưởng ưu đãi zaqwanf của xã " * 4
    return coded_pdf([unicodedata.normalize("NFD", letter) for letter in clusters(text)])


@sent_as("k7-chu-gian-cach.pdf", "application/pdf")
def k7_pdf_spaced_letters() -> bytes:
    """A heading typed with wide spacing between its letters (Tc 3 at 12 points), and ordinary words. Found by: zaqxegi."""
    return coded_pdf(clusters("quyết định zaqxegi khen thưởng các hộ gia đình tiêu biểu"), b"3 Tc")


@sent_as("k7-chu-khong-ma.pdf", "application/pdf")
def k7_pdf_unknown_letters() -> bytes:
    """The letters carry only the numbers of a cut-out font, without a table what they mean: nothing of it can be found."""
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+VnArial /FirstChar 33 /LastChar 126 /Widths [%s]"
        b" /Encoding << /Type /Encoding /Differences [33 /g1 /g2 /g3 /g4 /g5 /g6 /g7 /g8 /g9 /g10 /g11 /g12 /g13 /g14 /g15 /g16] >> >>"
        % (b"500 " * 94)
    )
    line = b"<21222324252621272829 2a2b2c212d2e2f30 2221232425 26272829>"
    content = b"".join(b"BT /F1 12 Tf 60 %d Td %s Tj ET " % (y, line) for y in range(200, 800, 20))
    return pages_pdf([content] * 2, None, font)


@sent_as("k7-trang-ngang.pdf", "application/pdf")
def k7_pdf_turned() -> bytes:
    """A wide table on a page turned by 90 degrees (/Rotate 90). Word: zaqybui."""
    return text_pdf(["Bang tong hop zaqybui cac thon", "Thon Dong 17 ho", "Thon Tay 21 ho"], b"/Rotate 90")


@sent_as("k7-bieu-mau-da-dien.pdf", "application/pdf")
def k7_pdf_form_values() -> bytes:
    """A filled-in form: the value stands in its field. Word: zaquilem."""
    return k2_pdf_filled_form()


@sent_as("k7-khong-cho-sua.pdf", "application/pdf")
def k7_pdf_owner_locked() -> bytes:
    """Locked against changes only. Word: zaqorvim."""
    return k2_pdf_owner_locked()


@sent_as("k7-mo-bang-mat-khau.pdf", "application/pdf")
def k7_pdf_user_locked() -> bytes:
    """Opens with a password only."""
    return k2_pdf_user_locked()


@sent_as("k7-word-ma-la-pdf.docx", DOCX)
def k7_pdf_named_docx() -> bytes:
    """A PDF whose ending somebody changed to .docx."""
    return text_pdf(["Giay moi zaqzuna hop thon"] * 12)


@sent_as("k7-goi-phan-mem.docm", "application/vnd.ms-word.document.macroEnabled.12")
def k7_docm() -> bytes:
    """A Word file with macros (its main part is of the type macroEnabled)."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(docx(p("Mẫu có macro zaqzumo")))) as file:
        for name in file.namelist():
            parts[name] = file.read(name)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    parts["word/vbaProject.bin"] = ole({"VBA": bytes(4096)})
    return zipped(parts)
