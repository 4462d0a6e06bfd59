"""The portal's forms: Django's own, in our words."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm

from carslink.portal import accounts


def _address_field() -> forms.EmailField:
    box = forms.EmailInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
    return forms.EmailField(label="E-mail address", max_length=254, widget=box)


class SignIn(AuthenticationForm):
    """An e-mail address, in any case, and a password."""

    error_messages = {
        "invalid_login": "This e-mail address and this password do not belong together. "
        "Mind capital letters in the password.",
        "inactive": "This account is closed.",
    }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["username"] = _address_field()

    def clean_username(self) -> str:
        """Return the address as accounts are named."""
        return accounts.name_of(self.cleaned_data["username"])


class Forgotten(forms.Form):
    """The address of an account whose password is forgotten."""

    address = _address_field()

    def clean_address(self) -> str:
        """Return the address in lower case."""
        return str(self.cleaned_data["address"]).lower()


class NewPassword(SetPasswordForm):  # type: ignore[type-arg]
    """A password for an account, twice."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["new_password1"].label = "Password"
        self.fields[
            "new_password1"
        ].help_text = (
            "At least 8 characters, not all of them digits, and nothing that others would guess."
        )
        self.fields["new_password2"].label = "The same password again"
        self.fields["new_password2"].help_text = ""
