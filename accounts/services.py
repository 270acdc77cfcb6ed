"""What one person does with the account of another: a password that is good once, an account opened again. Never unseen."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from accounts.models import User
from accounts.signals import access_given

HANDED_OUT = ["must_set_password", "password_set_by", "password_set_at"]


@transaction.atomic
def hand_out_password(user: User, *, by: Any) -> None:
    """Notes that `by` has just set the password of `user`: it opens nothing but the screen on which she sets her own."""
    user.must_set_password, user.password_set_by, user.password_set_at = True, by, timezone.now()
    user.save(update_fields=HANDED_OUT)
    log(user, "accounts.hand_out_password", user=by)
    access_given.send(sender=User, instance=user, by=by)


@transaction.atomic
def open_again(user: User, *, by: Any) -> None:
    """Notes that `by` has just opened an account that was closed."""
    log(user, "accounts.open_again", user=by)
    access_given.send(sender=User, instance=user, by=by)


@transaction.atomic
def set_own_password(user: User, password: str) -> None:
    """Puts a password of her own in the place of the one that was handed out. Who set that one is kept until she has seen it."""
    user.set_password(password)
    user.must_set_password = False
    user.save(update_fields=["password", "must_set_password"])
    log(user, "accounts.set_own_password", user=user)


def forget_who_set_it(user: User) -> None:
    """She has seen who had set her password."""
    user.password_set_by = user.password_set_at = None
    user.save(update_fields=["password_set_by", "password_set_at"])
