"""The screen on which somebody sets her own password in the place of one that was handed out."""

from typing import Any

from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts import services
from accounts.forms import OwnPasswordForm


@sensitive_post_parameters()
@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_password(request: HttpRequest) -> HttpResponse:
    """Says who set the present password and when, and takes a new one. Whoever has no appointment in force is signed out then."""
    user: Any = request.user
    if not user.must_set_password:
        return redirect("wagtailadmin_home")
    form = OwnPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.set_own_password(user, form.cleaned_data["new_password1"])
        if not user.has_perm("wagtailadmin.access_admin"):
            logout(request)
            return render(request, "accounts/password_set.html")
        update_session_auth_hash(request, user)
        return redirect(_next(request))
    context = {"form": form, "set_by": user.password_set_by, "set_at": user.password_set_at}
    return render(request, "accounts/own_password.html", context, status=422 if form.errors else 200)


def _next(request: HttpRequest) -> str:
    address = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe else reverse("wagtailadmin_home")


@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """She has read on her start page who had set her password."""
    user: Any = request.user
    services.forget_who_set_it(user)
    return redirect("wagtailadmin_home")
