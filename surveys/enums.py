from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a question asks for."""

    FACES = "faces", _("How satisfied (five faces)")
    SCALE = "scale", _("A number from 0 to 10")
    ONE = "one", _("One of several answers")
    SEVERAL = "several", _("Several answers")
    YES_NO = "yes_no", _("Yes or no")
    SHORT = "short", _("A few words")
    LONG = "long", _("A longer text")
    VILLAGE = "village", _("Which village")
    AGE = "age", _("Which age")


# The answer is a number; one of the options; words; a fact about who answers, kept with the response.
NUMBERS = frozenset({Kind.FACES, Kind.SCALE, Kind.YES_NO})
CHOICES = frozenset({Kind.ONE, Kind.SEVERAL})
WORDS = frozenset({Kind.SHORT, Kind.LONG})
ABOUT_WHO = frozenset({Kind.VILLAGE, Kind.AGE})


class Face(models.IntegerChoices):
    """Satisfaction in words: a face alone says different things to different people."""

    VERY_BAD = 1, _("Very dissatisfied")
    BAD = 2, _("Dissatisfied")
    MIDDLING = 3, _("Neither")
    GOOD = 4, _("Satisfied")
    VERY_GOOD = 5, _("Very satisfied")


class YesNo(models.IntegerChoices):
    YES = 1, _("Yes")
    NO = 0, _("No")


class Age(models.TextChoices):
    TO_30 = "to_30", _("under 30")
    TO_45 = "to_45", _("30 to 44")
    TO_60 = "to_60", _("45 to 59")
    OLDER = "older", _("60 and older")


class Channel(models.TextChoices):
    """How an answer came. Counted apart: an open link says less than a slip for each household."""

    OPEN = "open", _("open link")
    SLIP = "slip", _("slip with a code")
    PAPER = "paper", _("on paper")


class State(models.TextChoices):
    """Where a survey stands; computed from its days, never kept."""

    DRAFT = "draft", _("Draft")
    WAITING = "waiting", _("Not open yet")
    OPEN = "open", _("Open for answers")
    CLOSED = "closed", _("Closed, not yet published")
    PUBLISHED = "published", _("Results are public")


class Half(models.IntegerChoices):
    FIRST = 1, _("first half")
    SECOND = 2, _("second half")

    def of(self, year: int) -> str:
        return str(_("%(half)s of %(year)s") % {"half": self.label, "year": year})


class Purpose(models.TextChoices):
    """Why it is asked: a survey of its own, or a question that stands always, in one survey a half-year."""

    SURVEY = "survey", _("Survey")
    CASES = "cases", _("Did the answer help?")
    PAGES = "pages", _("Was this page useful?")


class Dimension(models.TextChoices):
    """A fact about who answered, or about what, by which answers are told apart."""

    VILLAGE = "village", _("By village")
    AGE = "age", _("By age")
    CHANNEL = "channel", _("By how it came")
    UNIT = "unit", _("By unit")
