"""The portal's forms: Django's own, in our words."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password

from carslink.dealers import profile
from carslink.dealers.models import Dealer
from carslink.portal import accounts
from carslink.portal.models import Registration

WHAT_TO_CHOOSE = (
    "At least 8 characters, not all of them digits, and nothing that others would guess."
)


def _address_field(label: str = "E-mail address") -> forms.EmailField:
    box = forms.EmailInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
    return forms.EmailField(label=label, max_length=254, widget=box)


def _password_field(label: str, help_text: str = "", is_new: bool = False) -> forms.CharField:
    kind = "new-password" if is_new else "current-password"
    box = forms.PasswordInput(attrs={"autocomplete": kind})
    return forms.CharField(label=label, help_text=help_text, strip=False, widget=box)


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
        self.fields["new_password1"].help_text = WHAT_TO_CHOOSE
        self.fields["new_password2"].label = "The same password again"
        self.fields["new_password2"].help_text = ""


def _line(label: str, completes: str, most: int, is_needed: bool = True) -> forms.CharField:
    box = forms.TextInput(attrs={"autocomplete": completes})
    told = label if is_needed else f"{label} (optional)"
    return forms.CharField(label=told, max_length=most, required=is_needed, widget=box)


class Profile(forms.Form):
    """What a dealer says of itself, checked as a feed's dealer is, but told where it is typed."""

    name = _line("Dealership", "organization", 200)
    postcode = _line("Postcode", "postal-code", 40)
    phone = _line("Phone", "tel", 60, is_needed=False)
    website = _line("Website", "url", 400, is_needed=False)

    REMEDIES = {
        "name": "A name has at most 200 characters.",
        "postcode": "No UK postcode reads like this. It should look like LS1 1UR.",
        "phone": "This is not a UK phone number. It should look like 0113 496 0000.",
        "website": "This is not a web address. It should look like https://www.smith.example.",
    }

    def clean_website(self) -> str:
        """Return it with https, whatever stands before it: a dealer types "smith.example"."""
        typed = str(self.cleaned_data["website"])
        host = typed.partition("://")[2] if "://" in typed else typed
        return f"https://{host}" if host else ""

    def clean(self) -> dict[str, Any]:
        """Keep each field as the profile would; a postcode must have a place."""
        typed = {name: value for name, value in self.cleaned_data.items() if name in profile.FIELDS}
        told_of = Dealer()
        _, told = profile.update(told_of, typed)
        for name in {field.removeprefix("dealer.") for field, _ in told}:
            self.add_error(name, self.REMEDIES.get(name, "This is too long."))
        for name in typed.keys() & self.cleaned_data.keys():
            self.cleaned_data[name] = getattr(told_of, name)
        return self.cleaned_data

    @property
    def said(self) -> dict[str, object]:
        """What was said, as `dealers.profile` takes it."""
        return {name: self.cleaned_data[name] for name in self.fields if name in profile.FIELDS}


class WholeProfile(Profile):
    """The profile of an own record, with its address."""

    address_line_1 = _line("First line of the address", "address-line1", 200, is_needed=False)
    address_line_2 = _line("Second line of the address", "address-line2", 200, is_needed=False)
    town = _line("Town", "address-level2", 100, is_needed=False)
    county = _line("County", "address-level1", 100, is_needed=False)
    field_order = ("name", "address_line_1", "address_line_2", "town", "county", "postcode")


class Register(Profile):
    """A dealership, and the address and password of an account for it."""

    email = _address_field()
    password = _password_field("Password", WHAT_TO_CHOOSE, is_new=True)
    field_order = ("name", "postcode", "phone", "website", "email", "password")

    def clean_email(self) -> str:
        """Return the address in lower case."""
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        """Check the password as the account's own will be."""
        password = self.cleaned_data.get("password")
        if password is not None:
            account = accounts.unsaved(self.cleaned_data.get("email", ""))
            try:
                validate_password(password, account)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return super().clean()

    def registration(self) -> Registration:
        """Return what was asked for, not saved, its password hashed."""
        said = {name: self.cleaned_data[name] for name in ("name", "postcode", "phone", "website")}
        hashed = make_password(self.cleaned_data["password"])
        return Registration(email=self.cleaned_data["email"], password=hashed, **said)


class Confirm(forms.Form):
    """The password that was chosen, from whoever opened the link."""

    password = _password_field("The password that you chose")


class WithPassword(forms.Form):
    """Something that only who knows the account's password may do."""

    password = _password_field("Your password")


class NewAddress(WithPassword):
    """Another address for an account."""

    address = _address_field("New e-mail address")
    field_order = ("address", "password")

    def __init__(self, account: User, *arguments: Any, **named: Any) -> None:
        self.account = account
        super().__init__(*arguments, **named)

    def clean_address(self) -> str:
        """Return the address in lower case; another than the account has."""
        address = str(self.cleaned_data["address"]).lower()
        if accounts.name_of(address) == self.account.get_username():
            raise forms.ValidationError("This is your account's address already.")
        return address


class NewKey(forms.Form):
    """A key of an own record, and when those before it end."""

    ENDS = (("day", "in 24 hours, so that there is time to change over"), ("now", "now"))

    last = forms.CharField(required=False)
    old_ends = forms.ChoiceField(choices=ENDS, required=False)
