"""Accounts: Django's users, named by their e-mail address in lower case."""

import hashlib

from django.contrib.auth.models import User

LONGEST_NAME = 150
"""What Django's accounts take; an e-mail address may have 254 characters (RFC 5321)."""


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
    return User(username=name_of(address), email=address.strip().lower())


def name_of(address: str) -> str:
    """Return the name of an account with this address: itself, in lower case.

    An address that is longer than a name may be is cut, and told apart by its hash.
    """
    name = address.strip().lower()
    if len(name) <= LONGEST_NAME:
        return name
    return f"{name[:100]}~{hashlib.blake2b(name.encode(), digest_size=16).hexdigest()}"
