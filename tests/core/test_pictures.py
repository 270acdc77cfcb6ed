"""What people send as a picture: from every phone, broken, lying, dangerous."""

from io import BytesIO
from pathlib import PurePath

import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from core import colours, pictures, renditions
from tests.factories import make_image, picture_bytes
from tests.faults import files as faults

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def heic_bytes():
    data = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (640, 480), "green")).save(data)
    return data.getvalue()


def open_clean(data, name="anh.jpg"):
    clean = pictures.normalise(BytesIO(data), name)
    return clean, Image.open(clean)


def test_photo_loses_its_place_and_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif.get_ifd(0x8825)[2] = (20.0, 54.0, 0.0)  # where it was taken
    clean, image = open_clean(picture_bytes(800, 400, exif=exif))
    assert image.size == (400, 800)
    assert not image.getexif()
    assert clean.name == "anh.jpg"


def test_forty_megapixels_become_small():
    _clean, image = open_clean(picture_bytes(8000, 5000, quality=30))
    assert max(image.size) == pictures.LONGEST_SIDE


def test_heic_becomes_jpeg():
    clean, image = open_clean(heic_bytes(), "IMG_0001.HEIC")
    assert image.format == "JPEG"
    assert clean.name == "img-0001.jpg"


def test_lying_name_does_not_matter():
    _clean, image = open_clean(picture_bytes(kind="PNG"), "anh.jpg")
    assert image.format == "JPEG"


def test_transparent_picture_stays_transparent():
    data = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(data, "PNG")
    clean, image = open_clean(data.getvalue(), "logo.png")
    assert (image.format, image.mode, clean.name) == ("PNG", "RGBA", "logo.png")


BAD = {
    "svg": (SVG, "hoa.svg", "không phải là ảnh"),
    "svg named jpg": (SVG, "hoa.jpg", "không phải là ảnh"),
    "text": (b"xin chao", "hoa.jpg", "không phải là ảnh"),
    "truncated": (picture_bytes(1200, 800, colour="#123456")[:-2000], "hoa.jpg", "bị hỏng"),
    "empty": (b"", "hoa.jpg", "không phải là ảnh"),
    "bomb": (picture_bytes(9000, 8000, "PNG"), "hoa.png", "72 triệu, nhiều nhất 64 triệu"),
}


@pytest.mark.parametrize("case", sorted(BAD))
def test_bad_picture_gets_a_sentence(case, settings):
    data, name, words = BAD[case]
    with pytest.raises(ValidationError) as error:
        pictures.normalise(BytesIO(data), name)
    assert words in str(error.value.messages[0])
    assert name in str(error.value.messages[0])


@pytest.mark.django_db
@pytest.mark.parametrize("case", ["svg", "truncated", "text"])
def test_bad_upload_in_the_admin_is_refused_with_the_sentence(commune, case):
    data, name, words = BAD[case]
    response = commune.client("author").post(
        reverse("wagtailimages:add_multiple"),
        {
            "title": "Hoa",
            "files[]": SimpleUploadedFile(name, data),
            "collection": commune.women.collection_id,
        },
    )
    assert response.json()["success"] is False
    assert words in response.json()["error_message"]
    assert not get_image_model().objects.exists()


@pytest.mark.django_db
def test_upload_in_the_admin_is_clean_and_in_the_units_folder(commune):
    commune.client("author").post(
        reverse("wagtailimages:add_multiple"),
        {
            "title": "Hoa",
            "files[]": SimpleUploadedFile("IMG 1.HEIC", heic_bytes()),
            "collection": commune.women.collection_id,
        },
    )
    image = get_image_model().objects.get()
    assert image.file.name.endswith(".jpg")
    assert image.collection == commune.women.collection
    assert image.uploaded_by_user == commune.users["author"]


@pytest.mark.django_db
def test_pictures_of_another_unit_cannot_be_changed(commune):
    image = make_image(collection=commune.farmers.collection)
    assert commune.client("author").get(reverse("wagtailimages:edit", args=[image.pk])).status_code == 302
    assert commune.client("farmer").get(reverse("wagtailimages:edit", args=[image.pk])).status_code == 200


@pytest.mark.django_db
def test_sizes_are_made_ahead(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = make_image()
    assert set(image.renditions.values_list("filter_spec", flat=True)) == {*renditions.SPECS, *renditions.SLOW_SPECS}


def send_to_library(commune, name, data):
    return (
        commune.client("author")
        .post(
            reverse("wagtailimages:add_multiple"),
            {"title": "Hoa", "files[]": SimpleUploadedFile(name, data), "collection": commune.women.collection_id},
        )
        .json()
    )


@pytest.mark.django_db
@pytest.mark.parametrize("sent", faults.KEPT.values(), ids=faults.KEPT.keys())
def test_picture_of_the_library_shows_what_was_sent(sent, commune):
    assert send_to_library(commune, sent.name, sent.make())["success"] is True
    image = get_image_model().objects.get()
    picture = Image.open(image.file)
    assert image.file.name.endswith(PurePath(sent.kept).suffix.lower())
    assert sent.shows is None or faults.is_shown(picture, sent.shows())
    assert not picture.getexif()


@pytest.mark.django_db
@pytest.mark.parametrize("sent", faults.REFUSED.values(), ids=faults.REFUSED.keys())
def test_library_tells_the_true_reason(sent, commune):
    answer = send_to_library(commune, sent.name, sent.make())
    assert answer["success"] is False
    assert sent.refused in answer["error_message"]
    assert "\n" not in answer["error_message"]
    assert not get_image_model().objects.exists()


@pytest.mark.django_db
def test_size_that_the_library_tells_is_over_the_limit(commune):
    """Before: "25.0 MB; at most 25.0 MB"."""
    data = faults.encoded(faults.scene(), "JPEG")
    answer = send_to_library(commune, "x.jpg", data + bytes(25 * 2**20 + 10 - len(data)))
    assert answer["error_message"] == "“x.jpg” nặng hơn 25 MB. Xin gửi tệp nhẹ hơn."


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((4000, 3000), (2560, 1920)),
        ((3000, 4000), (1920, 2560)),
        ((1080, 10_800), (1080, 10_800)),  # before: 256 wide
        ((1440, 16_000), (1440, 16_000)),
        ((2160, 10_000), (1440, 6667)),
        ((16_000, 2000), (11_520, 1440)),  # before: 320 high
        ((1200, 24_000), (800, 16_000)),
        ((300, 200), (300, 200)),
        ((1, 60_000), (1, 16_000)),
    ],
)
def test_size_in_which_a_picture_is_kept(size, kept):
    assert pictures.size_kept(*size) == kept


@pytest.mark.parametrize(
    ("name", "kind", "fits"),
    [
        ("IMG_0001.HEIC", "image/jpeg", "IMG_0001.jpg"),
        ("x.JPEG", "image/jpeg", "x.JPEG"),
        ("x.png", "image/png", "x.png"),
        ("x.png.heic", "image/jpeg", "x.png.jpg"),
        ("ảnh 1.2", "image/jpeg", "ảnh 1.2.jpg"),
        ("don", "application/pdf", "don.pdf"),
        ("don.html", "application/pdf", "don.html.pdf"),
        ("x.heic", "image/heic", "x.heic"),  # not read yet
    ],
)
def test_name_fits_what_is_in_the_file(name, kind, fits):
    assert pictures.fitting_name(name, kind) == fits


def test_what_comes_out_otherwise_is_refused(monkeypatch):
    """Whatever a conversion may do to a picture one day: white, or upside down, is not what was sent."""
    for false in (Image.new("RGB", (240, 180), "white"), faults.scene().rotate(180)):
        monkeypatch.setattr(colours, "as_shown", lambda picture, by_profile, false=false: false.copy())
        with pytest.raises(ValidationError, match="không hiện đúng") as error:
            pictures.normalise(BytesIO(faults.encoded(faults.scene(), "JPEG")), "cong.jpg")
        assert error.value.code == "unlike"


@pytest.mark.django_db
def test_picture_that_waits_for_a_better_title_is_clean_too(commune):
    """Before, the original went into the library as it was, with the place where it was taken."""
    client = commune.client("author")
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (20.0, 54.0, 0.0)
    values = {
        "title": "a" * 300,
        "files[]": SimpleUploadedFile("IMG.HEIC", faults.encoded(faults.scene(), "JPEG", exif=exif)),
        "collection": commune.women.collection_id,
    }
    waits = client.post(reverse("wagtailimages:add_multiple"), values).json()["uploaded_file_id"]
    prefix = f"uploaded-image-{waits}"
    answer = client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waits]),
        {f"{prefix}-title": "Hoa", f"{prefix}-collection": commune.women.collection_id},
    )
    assert answer.json()["success"] is True
    image = get_image_model().objects.get()
    assert image.file.name.endswith(".jpg")
    assert not Image.open(image.file).getexif()


@pytest.mark.django_db
def test_name_of_a_file_is_no_description():
    picture = make_image(title="IMG_20261128_0712.jpg")
    picture.description = ""
    assert picture.default_alt_text == ""
    picture.description = "Bà con dọn đường làng"
    assert picture.default_alt_text == "Bà con dọn đường làng"
