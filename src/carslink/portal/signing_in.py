"""Signing in and out, and a new password: Django's own views, with our pages and words."""

from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_http_methods

from carslink.portal import asking
from carslink.portal.forms import Forgotten, NewPassword, SignIn
from carslink.portal.models import Move


class SignInView(views.LoginView):
    """The page to sign in at; wrong passwords are counted by axes (see settings)."""

    template_name = "portal/login.html"
    authentication_form = SignIn
    redirect_authenticated_user = True


class SignOutView(views.LogoutView):
    """Signing out, by POST."""

    http_method_names = ["post", "options"]


class NewPasswordView(views.PasswordResetConfirmView):
    """The page that a letter's link leads to. Its token is moved from the address at once."""

    template_name = "portal/new_password.html"
    form_class = NewPassword
    success_url = reverse_lazy("portal-login")

    def form_valid(self, form: "SetPasswordForm[User]") -> HttpResponse:
        """Keep the password, and say so on the page to sign in at.

        Another address that was asked for under the old password is asked for no more.
        """
        Move.objects.filter(account=form.user, done_at=None).delete()
        messages.success(self.request, "Your new password is set. Sign in with it.")
        return super().form_valid(form)


@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a new password; the answer is the same whether or not there is an account."""
    form = Forgotten(request.POST if request.method == "POST" else None)
    if form.is_valid():
        asking.ask_for_password(form.cleaned_data["address"])
        return HttpResponseRedirect(reverse("portal-password-sent"))
    return render(request, "portal/forgotten.html", {"form": form})
