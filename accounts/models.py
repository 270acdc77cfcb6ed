"""The people who work in the admin. What they may do follows from their appointments (`organisations`)."""

from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An officer's account. `last_name` holds family and middle names and leads; `first_name` the name one is called by."""

    groups = models.ManyToManyField(  # type: ignore[assignment]  # the stubs know only the stock table
        Group,
        through="accounts.Membership",
        blank=True,
        related_name="user_set",
        related_query_name="user",
        verbose_name=_("groups"),
    )

    # Somebody else set her password: it is good for one thing only, to set her own.
    must_set_password = models.BooleanField(default=False, editable=False)
    password_set_by = models.ForeignKey("self", null=True, editable=False, on_delete=models.SET_NULL, related_name="+")
    password_set_at = models.DateTimeField(null=True, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")  # type: ignore[assignment]  # lazy, as everywhere
        verbose_name_plural = _("users")  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()

    def get_full_name(self) -> str:
        return f"{self.last_name} {self.first_name}".strip()


class Membership(models.Model):
    """A user's group at this very moment: a row of a database view, read by Django and Wagtail as any membership.

    The view is made by `organisations` from the appointments in force, so rights begin and end with them, to the
    second, with no timer running. It cannot be written.
    """

    user = models.ForeignKey(User, on_delete=models.DO_NOTHING, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "accounts_membership"
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
