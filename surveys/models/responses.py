"""What people answered: who they are, nobody knows."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import EncryptedTextField
from organisations.models import Unit, Village
from surveys.enums import Age, Channel
from surveys.models.surveys import Option, Question, Survey, SurveyVersion


class Response(models.Model):
    """One filled-in survey. It keeps the day and not the hour, no address, and nothing of the device."""

    version = models.ForeignKey(SurveyVersion, on_delete=models.PROTECT, related_name="responses")
    channel = models.CharField(_("how it came"), max_length=10, choices=Channel.choices)
    village = models.ForeignKey(
        Village, verbose_name=_("village"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # What a question that is asked always is about: the unit that answered a case; the page, and the unit it is of.
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    page = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    age = models.CharField(_("age"), max_length=10, choices=Age.choices, blank=True)
    # The form's own key: sent twice, stored once.
    idempotency_key = models.UUIDField(unique=True, editable=False)
    content_hash = models.CharField(max_length=64, editable=False)
    sent_on = models.DateField(default=timezone.localdate, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        indexes = [models.Index(fields=["version", "village", "age", "channel"], name="response_groups")]
        constraints = [
            models.CheckConstraint(condition=models.Q(channel__in=Channel.values), name="response_channel_known"),
            models.CheckConstraint(
                condition=models.Q(age="") | models.Q(age__in=Age.values), name="response_age_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Answer(models.Model):
    """One answer of a response: a number, an option (several rows where several were chosen), or words."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    number = models.SmallIntegerField(null=True)
    option = models.ForeignKey(Option, null=True, on_delete=models.PROTECT, related_name="+")
    words = EncryptedTextField(blank=True)
    # What everybody may read of the words, as whoever looked them over left them.
    public_words = models.CharField(max_length=2000, blank=True)
    reviewed_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        indexes = [models.Index(fields=["question", "number", "option"], name="answer_counts")]
        constraints = [
            models.UniqueConstraint(
                fields=["response", "question"], condition=models.Q(option=None), name="answer_once"
            ),
            models.UniqueConstraint(fields=["response", "question", "option"], name="answer_option_once"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class Slip(models.Model):
    """A code on a printed slip. It says that it was used, and not what for: no slip leads to a response."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="slips")
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    village = models.ForeignKey(Village, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_spent = models.BooleanField(
        default=False, editable=False
    )  # and not when: the day would lead to the responses of that day

    class Meta:
        verbose_name = _("slip")
        verbose_name_plural = _("slips")

    def __str__(self) -> str:
        return f"{self.pk}"
