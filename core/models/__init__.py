from core.models.files import CustomDocument, CustomImage, Rendition
from core.models.names import NamedMixin, in_language
from core.models.pages import BasePage, SectionIndexMixin

__all__ = [
    "BasePage",
    "CustomDocument",
    "CustomImage",
    "NamedMixin",
    "Rendition",
    "SectionIndexMixin",
    "in_language",
]
