"""The index: a row for each thing that can be found, with its words as they are compared.

The engines' own tables follow these rows by triggers (SQLite) or as computed columns (PostgreSQL): `search.engines`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One thing that can be found, in one language."""

    source = models.CharField(max_length=40)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10)
    group = models.UUIDField(null=True)
    topic = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=100, blank=True)
    date = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True, db_index=True)  # to Elasticsearch, as it is now
    # What is long comes last: the database reads a row from its beginning.
    title = models.CharField(max_length=500)
    body = models.TextField()
    # Words with single spaces between them, with marks and without.
    title_exact = models.TextField()
    title_folded = models.TextField()
    body_exact = models.TextField()
    body_folded = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "object_id"], name="entry_once")]
        indexes = [models.Index(fields=["group"], name="entry_group")]

    def __str__(self) -> str:
        return f"{self.source} {self.object_id}"


class EntryVillage(models.Model):
    """A village that an entry is about."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="villages")
    village = models.CharField(max_length=100, db_index=True)

    def __str__(self) -> str:
        return self.village


class Unfound(models.Model):
    """Words that people sought and no text holds all of: what the commune might write about. Nothing says who sought."""

    words = models.CharField(_("words that were sought"), max_length=80, unique=True)
    times = models.PositiveIntegerField(_("how often"), default=1)
    last = models.DateField(_("last sought on"))

    class Meta:
        verbose_name = _("sought and not found")
        verbose_name_plural = _("sought and not found")
        ordering = ("-times", "-last")

    def __str__(self) -> str:
        return self.words


class Synonym(models.Model):
    """Words that mean the same: who seeks one finds the others."""

    words = models.TextField(_("words that mean the same"), help_text=_("One to a line: MTTQ, Mặt trận Tổ quốc."))

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        return " = ".join(self.words.split("\n"))
