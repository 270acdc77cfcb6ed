from core.models.encrypted import EncryptedTextField
from core.models.files import CustomDocument, CustomImage, Rendition, TextState
from core.models.heartbeats import Heartbeat
from core.models.installations import Installation
from core.models.limits import RateCounter
from core.models.names import NamedMixin, in_language
from core.models.pages import BasePage, SectionIndexMixin
from core.models.withdrawals import Withdrawal

__all__ = [
    "BasePage",
    "CustomDocument",
    "CustomImage",
    "EncryptedTextField",
    "Heartbeat",
    "Installation",
    "NamedMixin",
    "RateCounter",
    "Rendition",
    "SectionIndexMixin",
    "TextState",
    "Withdrawal",
    "in_language",
]
