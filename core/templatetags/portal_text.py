from datetime import date, datetime

from django import template
from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import text

MILLION = 1_000_000
register = template.Library()
register.filter("paragraphs", text.paragraphs)


@register.filter
def begin_small(value: object) -> str:
    """The words as they stand inside a sentence: thứ Bảy, not Thứ Bảy."""
    words = str(value)
    return words[:1].lower() + words[1:]


@register.filter
def day_name(value: date) -> str:
    """The day of the week inside a sentence: thứ Bảy, but Chủ nhật and Saturday."""
    name = date_format(localtime(value) if isinstance(value, datetime) else value, "l")
    return begin_small(name) if name.startswith("Thứ") else name


@register.filter
def dong(value: int) -> str:
    """An amount of money as people say it: 2,7 triệu đồng; 1,2 tỷ đồng; 850.000 đồng."""
    for unit, words in (
        (1000 * MILLION, gettext_lazy("%(number)s billion đồng")),
        (MILLION, gettext_lazy("%(number)s million đồng")),
    ):
        if value >= unit and value % (unit // 100) == 0:
            decimals = 0 if value % unit == 0 else 1 if value % (unit // 10) == 0 else 2
            return words % {"number": number_format(value / unit, decimals)}
    return _("%(number)s đồng") % {"number": number_format(value, force_grouping=True)}


@register.filter
def cut_at(value: object, length: int) -> str:
    """The beginning of a longer text, at most `length` letters, cut between words."""
    words = " ".join(str(value).split())
    return words if len(words) <= length else f"{words[:length].rpartition(' ')[0]} …"


@register.filter
def call_links(value: object) -> SafeString:
    """HTML of ours in which phone numbers can be tapped."""
    return text.call_links(str(value))


@register.filter
def ascii_slug(value: object) -> str:
    """An ASCII anchor from Vietnamese words."""
    return text.slug(str(value)) or "muc"
