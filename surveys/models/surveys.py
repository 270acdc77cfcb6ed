"""A survey, its versions, their questions. What was answered is never changed: another wording is another version."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.models import in_language
from organisations.models import Unit
from surveys.enums import CHOICES, Face, Half, Kind, Purpose, State, YesNo


class SurveyQuerySet(models.QuerySet["Survey"]):
    def shown(self) -> "SurveyQuerySet":
        """Those that the public may read: put out by the committee; of what is asked always, what was published."""
        return self.filter(
            models.Q(purpose=Purpose.SURVEY) | models.Q(results_at__isnull=False), put_out_at__isnull=False
        )

    def open(self, now: datetime | None = None) -> "SurveyQuerySet":
        """Those that can be answered at this moment, the one that closes first first."""
        now = now or timezone.now()
        return (
            self.filter(purpose=Purpose.SURVEY, put_out_at__isnull=False, opens_at__lte=now, closes_at__gt=now)
            .select_related("unit")
            .order_by("closes_at", "pk")
        )


class Survey(models.Model):
    """A satisfaction survey (*phiếu khảo sát*): who asks, about whom, for which half-year, from when to when."""

    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.SURVEY, editable=False)
    unit = models.ForeignKey(Unit, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="+")
    about = models.ForeignKey(
        Unit,
        verbose_name=_("about the service of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Whose service people judge; empty if it is about no unit."),
    )
    title = models.CharField(_("name"), max_length=150)
    title_en = models.CharField(_("title in English"), max_length=150, blank=True)
    introduction = models.TextField(_("introduction"), max_length=1000, blank=True)
    introduction_en = models.TextField(_("introduction in English"), max_length=1000, blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    year = models.PositiveSmallIntegerField(_("year"))
    half = models.PositiveSmallIntegerField(_("half-year"), choices=Half.choices)
    repeats = models.ForeignKey(
        "self", verbose_name=_("repeats"), null=True, blank=True, on_delete=models.PROTECT, related_name="repeated"
    )
    opens_at = models.DateTimeField(_("open from"))
    closes_at = models.DateTimeField(_("open until"))
    put_out_at = models.DateTimeField(_("put out"), null=True, editable=False)
    results_at = models.DateTimeField(_("results published"), null=True, editable=False)
    # What everybody may know of it, as it was when it was published (`results.freeze`): never counted anew.
    published = models.JSONField(null=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)  # whoever puts an older one out is told

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ("-opens_at", "-pk")
        permissions = [
            ("write_unit_survey", "May write surveys of her unit"),
            ("write_any_survey", "May write every unit's surveys"),
            ("put_out_survey", "May put out surveys and their results"),
            ("read_survey", "May read surveys and results"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="survey_closes_after_it_opens",
                violation_error_message=_("It has to close after it opens."),
            ),
            models.CheckConstraint(condition=models.Q(half__in=Half.values), name="survey_half_known"),
            models.CheckConstraint(condition=models.Q(purpose__in=Purpose.values), name="survey_purpose_known"),
            models.UniqueConstraint(
                fields=["purpose", "year", "half"],
                condition=~models.Q(purpose=Purpose.SURVEY),
                name="standing_survey_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def label(self) -> str:
        return in_language(self.title, self.title_en)

    @property
    def introduction_label(self) -> str:
        return in_language(self.introduction, self.introduction_en)

    @property
    def period_label(self) -> str:
        return Half(self.half).of(self.year)

    @property
    def url(self) -> str:
        return reverse("surveys:survey", args=[self.slug])

    @property
    def last_day(self) -> date:
        """The last day on which it can be answered, here."""
        return timezone.localdate(self.closes_at - timedelta(seconds=1))

    @property
    def state(self) -> State:
        now = timezone.now()
        if self.put_out_at is None:
            return State.DRAFT
        if now < self.opens_at:
            return State.WAITING
        if now < self.closes_at:
            return State.OPEN
        return State.PUBLISHED if self.results_at else State.CLOSED

    @cached_property
    def newest(self) -> "SurveyVersion":
        """The version that was written last; whoever writes a survey makes the first (`services.write`)."""
        return self.versions.latest("number")

    @cached_property
    def asked(self) -> "SurveyVersion | None":
        """The version that people get: the last that was put out."""
        return self.versions.filter(put_out_at__isnull=False).order_by("-number").first()


class SurveyVersion(models.Model):
    """One wording of a survey. It is changed until it is put out, and never after."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, editable=False, related_name="+"
    )  # none of them puts it out
    put_out_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("version of a survey")
        verbose_name_plural = _("versions of surveys")
        constraints = [models.UniqueConstraint(fields=["survey", "number"], name="survey_version_once")]

    def __str__(self) -> str:
        return f"{self.survey}, {self.number}"

    @cached_property
    def questions_list(self) -> list["Question"]:
        """The questions in their order, with their options; in two queries."""
        return list(self.questions.prefetch_related("options"))


class Question(models.Model):
    """One question. `key` stays through versions and half-years: with the same key and wording it is compared."""

    version = models.ForeignKey(SurveyVersion, on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("question"), max_length=250)
    text_en = models.CharField(_("question in English"), max_length=250, blank=True)
    is_required = models.BooleanField(_("has to be answered"), default=True)
    is_public = models.BooleanField(_("its result is published"), default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("order", "pk")
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="question_key_once"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="question_kind_known"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        return in_language(self.text, self.text_en)

    @cached_property
    def options_list(self) -> list["Option"]:
        return list(self.options.all())  # prefetched by `SurveyVersion.questions_list`

    def choices(self) -> list[tuple[str, str]]:
        """What can be answered, as the form shows it: value and words. Empty for words and for facts about who answers."""
        if self.kind == Kind.FACES:
            return [(str(face.value), str(face.label)) for face in reversed(Face)]
        if self.kind == Kind.YES_NO:
            return [(str(answer.value), str(answer.label)) for answer in YesNo]
        if self.kind == Kind.SCALE:
            return [(str(number), str(number)) for number in range(11)]
        return [(option.key, option.label) for option in self.options_list]

    def wording(self) -> tuple[Any, ...]:
        """What makes two questions the same: only then are their answers compared."""
        return self.kind, self.text, tuple(option.text for option in self.options_list)


class Option(models.Model):
    """One answer to choose."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="options")
    key = models.SlugField(max_length=60)
    text = models.CharField(max_length=150)
    text_en = models.CharField(max_length=150, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("answer to choose")
        verbose_name_plural = _("answers to choose")
        ordering = ("order", "pk")
        constraints = [models.UniqueConstraint(fields=["question", "key"], name="option_key_once")]

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        return in_language(self.text, self.text_en)

    def clean(self) -> None:
        super().clean()
        if self.question.kind not in CHOICES:
            raise ValidationError(_("Only a question with answers to choose has options."))
