from core.models.encrypted import EncryptedTextField
from core.models.files import CustomDocument, CustomImage, Rendition
from core.models.limits import RateCounter
from core.models.names import NamedMixin, in_language
from core.models.pages import BasePage, SectionIndexMixin

__all__ = [
    "BasePage",
    "CustomDocument",
    "CustomImage",
    "EncryptedTextField",
    "NamedMixin",
    "RateCounter",
    "Rendition",
    "SectionIndexMixin",
    "in_language",
]
