from datetime import timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone
from wagtail.images import get_image_model

from core import renditions
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db


def shown(image, shape="wide"):
    template = Template("{% load pictures %}{% sized_picture image shape sizes='100vw' alt='' %}")
    return template.render(Context({"image": image, "shape": shape}))


def test_picture_comes_in_webp_and_jpeg_with_its_size():
    html = shown(make_image())
    assert html.startswith('<picture><source sizes="100vw" srcset=')
    assert 'type="image/webp"' in html
    assert "height=" in html
    assert 'width="320"' in html  # as wide as the picture is
    assert "avif" not in html


@pytest.mark.parametrize("shape", renditions.SHAPES)
def test_avif_is_shown_once_every_width_of_it_is_made(shape):
    image = make_image()
    image.get_rendition(renditions.specs(shape, "avif")[0])
    assert "avif" not in shown(image, shape)
    renditions.make_slow_renditions.call(image.pk)
    html = shown(image, shape)
    assert html.index("image/avif") < html.index("image/webp")
    assert html.count(".avif") == len(renditions.specs(shape, "avif"))


def test_avif_whose_job_was_lost_is_made_again_for_pictures_in_use(commune):
    used, unused, made = make_image(), make_image(), make_image()  # nothing runs after the commit here
    for image in (used, made):
        make_article(commune.folder(commune.women), title=f"Bài {image.pk}", topic=commune.topic, lead_image=image)
    renditions.make_slow_renditions.call(made.pk)
    assert renditions.requeue() == 0  # it may still be on its way
    get_image_model().objects.update(created_at=timezone.now() - timedelta(hours=1))
    assert renditions.requeue() == 1
    assert used.renditions.filter(filter_spec__in=renditions.SLOW_SPECS).count() == len(set(renditions.SLOW_SPECS))
    assert not unused.renditions.filter(filter_spec__in=renditions.SLOW_SPECS).exists()
    assert renditions.requeue() == 0


def test_pictures_of_a_page_are_read_in_one_query(django_assert_num_queries):
    images = [make_image(), None, make_image()]
    for image in filter(None, images):
        renditions.make_renditions.call(image.pk)
        renditions.make_slow_renditions.call(image.pk)
    with django_assert_num_queries(1):
        renditions.prefetch(images)
        for image in filter(None, images):
            for shape in renditions.SHAPES:
                shown(image, shape)


def test_no_picture_is_nothing_and_a_deleted_one_no_error():
    assert shown(None) == ""
    assert renditions.make_slow_renditions.call(4711) == 0


def test_a_missing_file_breaks_no_page():
    image = make_image()
    image.file.storage.delete(image.file.name)
    assert "not-found" in shown(image)
