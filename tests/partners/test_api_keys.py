"""API keys: their form, what of them is kept, and how long they are good."""

import hashlib
import re
import string
import zlib
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from carslink.partners import keys
from carslink.partners.models import ApiKey, Partner

SHAPE = re.compile(r"csl_([0-9A-Za-z]{8})_([0-9A-Za-z]{32})([0-9A-Za-z]{6})")
ALPHABET = string.digits + string.ascii_letters


@pytest.fixture
def partner(db: None) -> Partner:
    """A partner without a key."""
    return Partner.objects.create(name="Alice's dealer system")


def test_a_key_has_a_prefix_a_public_id_a_secret_and_a_checksum(partner: Partner) -> None:
    text = keys.issue(partner)
    match = SHAPE.fullmatch(text)
    assert match is not None
    value = 0
    for digit in match[3]:
        value = value * 62 + ALPHABET.index(digit)
    assert value == zlib.crc32(text[:-6].encode())


def test_no_two_keys_are_alike(partner: Partner) -> None:
    texts = {keys.issue(partner) for _ in range(50)}
    assert len({text.split("_")[1] for text in texts}) == 50
    assert len({text.split("_")[2] for text in texts}) == 50


def test_the_database_holds_the_hash_of_a_key_and_nothing_of_its_secret(partner: Partner) -> None:
    text = keys.issue(partner, label="for the nightly feed")
    keys.authenticate(text)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(k)::text FROM partners_apikey k")
        dump = "\n".join(row for (row,) in cursor.fetchall())
        cursor.execute("SELECT row_to_json(u)::text FROM partners_keyuse u")
        dump += "\n".join(row for (row,) in cursor.fetchall())
    secret = text.split("_")[2]
    assert text.split("_")[1] in dump
    for part in (text, secret, secret[:32], secret[:12], secret.encode().hex()):
        assert part not in dump
    assert bytes(ApiKey.objects.get().digest) == hashlib.sha256(text.encode()).digest()


def test_a_key_is_recognised_with_its_partner(partner: Partner) -> None:
    text = keys.issue(partner)
    found = keys.authenticate(text)
    assert found is not None
    assert found.partner == partner
    assert text.split("_")[2] not in f"{found!r} {found}"


def test_a_mistyped_key_is_known_without_a_look_in_the_database(partner: Partner) -> None:
    from django.test.utils import CaptureQueriesContext

    text = keys.issue(partner)
    swapped = text[:20] + text[21] + text[20] + text[22:]
    wrong = [
        text[:-1] + ("a" if text[-1] != "a" else "b"),
        swapped if swapped != text else text.swapcase(),
        text.lower() if text != text.lower() else text.upper(),
        text + "a",
        text[:-1],
        f" {text}",
        f"{text}\n",
        text.replace("csl_", "sk_"),
        "",
    ]
    with CaptureQueriesContext(connection) as captured:
        assert [keys.authenticate(each) for each in wrong] == [None] * len(wrong)
    assert len(captured) == 0


def test_a_right_checksum_over_another_secret_is_not_enough(partner: Partner) -> None:
    public_id = keys.issue(partner).split("_")[1]
    body = f"csl_{public_id}_{'A' * 32}"
    assert keys.authenticate(body + keys._check(body)) is None


def test_an_expired_key_is_not_taken(partner: Partner) -> None:
    soon = keys.issue(partner, expires_at=timezone.now() + timedelta(minutes=1))
    gone = keys.issue(partner, expires_at=timezone.now() - timedelta(seconds=1))
    assert keys.authenticate(soon) is not None
    assert keys.authenticate(gone) is None
    standings = {key.public_id: key.standing for key in ApiKey.objects.all()}
    assert standings == {soon.split("_")[1]: "valid", gone.split("_")[1]: "expired"}


def test_a_revoked_key_is_not_taken_and_is_revoked_once(partner: Partner) -> None:
    text = keys.issue(partner)
    assert keys.revoke(text.split("_")[1]) is True
    assert keys.authenticate(text) is None
    assert ApiKey.objects.get().standing == "revoked"
    at = ApiKey.objects.get().revoked_at
    assert keys.revoke(text.split("_")[1]) is False
    assert ApiKey.objects.get().revoked_at == at
    assert keys.revoke("nothing") is False


def test_several_keys_are_valid_at_once_so_that_they_can_be_rotated(partner: Partner) -> None:
    old, new = keys.issue(partner, "old"), keys.issue(partner, "new")
    assert keys.authenticate(old) is not None
    assert keys.authenticate(new) is not None
    keys.revoke(old.split("_")[1])
    assert keys.authenticate(old) is None
    assert keys.authenticate(new) is not None


def test_a_partner_that_is_not_active_has_no_good_key(partner: Partner) -> None:
    text = keys.issue(partner)
    Partner.objects.update(active=False)
    assert keys.authenticate(text) is None
    Partner.objects.update(active=True)
    assert keys.authenticate(text) is not None


def test_when_a_key_was_last_used_is_kept_to_the_minute(partner: Partner) -> None:
    text = keys.issue(partner)
    assert ApiKey.objects.get().last_used_at is None
    keys.authenticate(text)
    first = ApiKey.objects.get().last_used_at
    assert first is not None
    assert timezone.now() - first < timedelta(seconds=10)
    keys.authenticate(text)
    assert ApiKey.objects.get().last_used_at == first
    ApiKey.objects.update(last_used_at=first - timedelta(seconds=61))
    keys.authenticate(text)
    again = ApiKey.objects.get().last_used_at
    assert again is not None
    assert again >= first


def test_a_wrong_or_ended_key_counts_as_no_use(partner: Partner) -> None:
    text = keys.issue(partner, expires_at=timezone.now())
    keys.authenticate(text)
    assert ApiKey.objects.get().last_used_at is None
