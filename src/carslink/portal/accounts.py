"""Accounts: Django's users, named by their e-mail address in lower case."""

from django.contrib.auth.models import User


def of(address: str) -> User | None:
    """Return the dealer's account with this address, if there is one.

    Operators' accounts are no dealers' accounts: no mail leads to a new password of theirs.
    """
    return User.objects.filter(username=name_of(address), is_active=True, is_staff=False).first()


def exists(address: str) -> bool:
    """Whether the address is taken, by an account of any kind."""
    return User.objects.filter(username=name_of(address)).exists()


def unsaved(address: str) -> User:
    """Return a new account for the address, not saved."""
    return User(username=name_of(address), email=name_of(address))


def name_of(address: str) -> str:
    """Return the name of an account with this address."""
    return address.strip().lower()
