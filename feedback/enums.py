from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SUGGESTION = "suggestion", _("Suggestion")  # góp ý
    PETITION = "petition", _("Petition")  # kiến nghị
    REPORT = "report", _("Report of a problem")  # phản ánh
    QUESTION = "question", _("Question")  # hỏi đáp
    PRAISE = "praise", _("Praise")  # khen
    COPY = "copy", _("Wish to copy a model")  # muốn làm theo
    NOMINATION = "nomination", _("Nomination of a good deed")  # đề cử


# What anybody may choose on the form, whatever it is about. The others begin on a page or a form of their own.
FREE_KINDS = (Kind.REPORT, Kind.PETITION, Kind.SUGGESTION, Kind.QUESTION, Kind.PRAISE)


class Channel(models.TextChoices):
    WEB = "web", _("this site")
    PHONE = "phone", _("by phone")
    IN_PERSON = "in_person", _("in person")
    MEETING = "meeting", _("at a meeting")
    NOTEBOOK = "notebook", _("village notebook")


# How a case can come in when staff write it down for somebody.
STAFF_CHANNELS = (Channel.PHONE, Channel.IN_PERSON, Channel.MEETING, Channel.NOTEBOOK)


class Status(models.TextChoices):
    """Where a case stands. It moves only along `feedback.moves.MOVES`."""

    RECEIVED = "received", _("Received")
    IN_PROGRESS = "in_progress", _("Being worked on")
    FORWARDED = "forwarded", _("Forwarded")
    WAITS_FOR_SENDER = "waits_for_sender", _("Waits for the sender")
    WAITS_FOR_APPROVAL = "waits_for_approval", _("Answer waits for approval")
    ANSWERED = "answered", _("Answered")
    REOPENING_ASKED = "reopening_asked", _("Reopening is asked for")
    CLOSED = "closed", _("Closed")


# What a citizen reads: that an answer waits inside the house is no business of hers.
PUBLIC_STATUS = {
    Status.RECEIVED: _("We have received it"),
    Status.IN_PROGRESS: _("We are working on it"),
    Status.FORWARDED: _("Forwarded to the office in charge"),
    Status.WAITS_FOR_SENDER: _("We have a question for you"),
    Status.WAITS_FOR_APPROVAL: _("We are working on it"),
    Status.ANSWERED: _("Answered"),
    Status.REOPENING_ASKED: _("You asked us to look again"),
    Status.CLOSED: _("Finished"),
}
OPEN_STATUSES = (
    Status.RECEIVED,
    Status.IN_PROGRESS,
    Status.FORWARDED,
    Status.WAITS_FOR_SENDER,
    Status.WAITS_FOR_APPROVAL,
    Status.REOPENING_ASKED,
)


class Outcome(models.TextChoices):
    """How it ended; asked when it ends."""

    NONE = "", _("not yet known")
    RESOLVED = "resolved", _("Resolved")
    EXPLAINED = "explained", _("Explained")
    NOTED = "noted", _("Taken note of")
    NOT_OURS = "not_ours", _("Not for us to decide")
    DUPLICATE = "duplicate", _("Said already in another case")
    NO_CASE = "no_case", _("Nothing that could be answered")


class Visibility(models.TextChoices):
    PRIVATE = "private", _("Only the sender and the officers in charge")
    PUBLIC = "public", _("Question and answer are public")


class Judgement(models.TextChoices):
    NONE = "", _("not judged")
    SATISFIED = "satisfied", _("Satisfied")
    PARTLY = "partly", _("Partly")
    NOT_YET = "not_yet", _("Not yet resolved")
    BESIDE_THE_POINT = "beside_the_point", _("An answer, but not to what I asked")


class ActorKind(models.TextChoices):
    CITIZEN = "citizen", _("Citizen")
    STAFF = "staff", _("Officer")
    SYSTEM = "system", _("System")


class FileState(models.TextChoices):
    QUARANTINED = "quarantined", _("being checked")
    CLEAN = "clean", _("checked")
    REFUSED = "refused", _("damaged or cut off, cannot be opened")
    UNLIKE = "unlike", _("cannot be shown here as it is; the original is kept for a month")
