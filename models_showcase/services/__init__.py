from core.refusal import Refused
from models_showcase.services.adoptions import AdoptionDraft, forget_adoption, record_adoption
from models_showcase.services.consents import ConsentDraft, record_consent, withdraw_consent
from models_showcase.services.evaluations import EvaluationDraft, write_evaluation
from models_showcase.services.second_person import approve, send_back

__all__ = [
    "AdoptionDraft",
    "ConsentDraft",
    "EvaluationDraft",
    "Refused",
    "approve",
    "forget_adoption",
    "record_adoption",
    "record_consent",
    "send_back",
    "withdraw_consent",
    "write_evaluation",
]
