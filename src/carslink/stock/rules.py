"""Which rules an entry was checked by: a new release checks everything anew."""

import hashlib
from importlib import resources

ROOMS = {
    "carslink.vehicles": None,
    "carslink.stock": ("batch.py", "contract.py", "fields.py", "values.py"),
}


def fingerprint() -> bytes:
    """Return a hash of the source of every rule that decides what becomes of an entry."""
    digest = hashlib.blake2b(digest_size=16)
    for room, names in ROOMS.items():
        for source in sorted(resources.files(room).iterdir(), key=lambda each: each.name):
            wanted = source.name.endswith(".py") if names is None else source.name in names
            if wanted:
                digest.update(source.name.encode() + source.read_bytes())
    return digest.digest()


FINGERPRINT = fingerprint()


def entry_digest(raw: bytes | memoryview, door: str = "") -> bytes:
    """Return the digest of an entry's bytes, as checked by the rules of this release.

    `door` is named by one that has rules of its own: what it takes, another may refuse.
    """
    return hashlib.blake2b(raw, digest_size=16, key=FINGERPRINT, person=door.encode()).digest()
