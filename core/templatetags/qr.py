import segno
from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def qr_code(address: str, label: str = "") -> SafeString:
    """A QR code of `address` as inline SVG (about 1 kB compressed), named `label` for those who cannot see it."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(border=2, svgclass="qr", lineclass=None, omitsize=True, title=label or None))  # noqa: S308
