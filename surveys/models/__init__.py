from surveys.models.responses import Answer, Response, Slip
from surveys.models.surveys import Option, Question, Survey, SurveyVersion

__all__ = ["Answer", "Option", "Question", "Response", "Slip", "Survey", "SurveyVersion"]
