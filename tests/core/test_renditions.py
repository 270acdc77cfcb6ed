import re
from pathlib import Path

from django.conf import settings
from wagtail.images.models import Filter

from core import renditions

USED = re.compile(r"{% (?:picture|image) \S+ ((?:format-\S+ )?(?:fill|width|max)-\S+)")


def test_templates_use_only_the_sizes_that_are_made_ahead():
    used = {
        spec for path in Path(settings.BASE_DIR, "templates").rglob("*.html") for spec in USED.findall(path.read_text())
    }
    assert used
    assert {spec for pattern in used for spec in Filter.expand_spec(pattern)} <= set(renditions.SPECS)
