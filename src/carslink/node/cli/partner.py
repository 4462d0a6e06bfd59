"""Commands about partners and their keys."""

from datetime import timedelta

import click
import msgspec

from carslink.node.cli.database import opened


@click.group()
def partner() -> None:
    """Partners, and the keys by which they are known."""


@partner.command()
@click.argument("name")
@click.option("--push", "takes", flag_value="push", default="push", help="It pushes its feeds.")
@click.option("--pull", "takes", flag_value="pull", help="It is pulled.")
@click.option("--verified", is_flag=True, help="Show its badge.")
@click.option("--brake", type=click.IntRange(1, 100), help="Hold removals of more than this %.")
@click.option("--rate", type=click.IntRange(1), help="Feeds a minute, for each key.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def add(
    name: str, takes: str, verified: bool, brake: int | None, rate: int | None, as_json: bool
) -> None:
    """Add a partner and print its first API key, once."""
    with opened():
        from django.core.exceptions import ValidationError

        from carslink.partners import keys
        from carslink.partners.models import Partner

        if Partner.objects.filter(name=name).exists():
            raise click.ClickException(
                f"There is a partner {name!r} already; `carslink partner key` makes it a new key."
            )
        new = Partner(
            name=name,
            takes=takes,
            verified=verified,
            brake_percent=brake,
            feeds_per_minute=rate,
        )
        try:
            new.full_clean()
        except ValidationError as error:
            faults = (f"{name}: {' '.join(told)}" for name, told in error.message_dict.items())
            raise click.ClickException("; ".join(faults)) from error
        new.save()
        _print_key(new.name, keys.issue(new), as_json)


@partner.command()
@click.argument("name")
@click.option("--label", default="", help="What it is for.")
@click.option("--days", type=click.IntRange(1), help="After so many days it expires.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def key(name: str, label: str, days: int | None, as_json: bool) -> None:
    """Make a partner one more key; those it has stay valid until they end or are revoked."""
    with opened():
        from django.utils import timezone

        from carslink.partners import keys
        from carslink.partners.models import Partner

        found = Partner.objects.filter(name=name).first()
        if found is None:
            raise click.ClickException(f"There is no partner {name!r}.")
        ends = None if days is None else timezone.now() + timedelta(days=days)
        _print_key(found.name, keys.issue(found, label, ends), as_json)


@partner.command("keys")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_keys(name: str | None, as_json: bool) -> None:
    """List keys, by the part of them that may be shown."""
    with opened():
        from carslink.partners.models import ApiKey, Partner

        found = ApiKey.objects.select_related("partner")
        if name is None:  # those of dealers' own records are theirs to look at
            found = found.exclude(partner__takes=Partner.Takes.UPLOAD)
        if name is not None:
            if not Partner.objects.filter(name=name).exists():
                raise click.ClickException(f"There is no partner {name!r}.")
            found = found.filter(partner__name=name)
        rows = [
            {
                "partner": each.partner.name,
                "public_id": each.public_id,
                "standing": each.standing,
                "label": each.label,
                "created_at": each.created_at,
                "expires_at": each.expires_at,
                "last_used_at": each.last_used_at,
            }
            for each in found
        ]
    if as_json:
        print(msgspec.json.encode(rows).decode())
        return
    for row in rows:
        used = f"{row['last_used_at']:%Y-%m-%d %H:%M}" if row["last_used_at"] else "never used"
        print(f"csl_{row['public_id']}_…  {row['standing']:8}  {used:16}  {row['partner']}")


@partner.command()
@click.argument("public_id")
def revoke(public_id: str) -> None:
    """Revoke the key with this public id (`csl_PUBLICID_…`)."""
    with opened():
        from carslink.partners import keys

        if not keys.revoke(public_id):
            raise click.ClickException(f"There is no valid key {public_id!r}.")
    print(f"Revoked {public_id}.")


@partner.command()
@click.argument("public_id")
@click.option("--hours", default=24, show_default=True, type=click.IntRange(0))
def expire(public_id: str, hours: int) -> None:
    """Let a key end in so many hours: time enough to move to the new one."""
    with opened():
        from django.db.models import Q
        from django.utils import timezone

        from carslink.partners.models import ApiKey

        ends = timezone.now() + timedelta(hours=hours)
        valid = ApiKey.objects.filter(
            Q(expires_at=None) | Q(expires_at__gt=ends), public_id=public_id, revoked_at=None
        )
        if not valid.update(expires_at=ends):
            raise click.ClickException(
                f"There is no key {public_id!r} that is valid longer than that."
            )
    print(f"{public_id} ends at {ends:%Y-%m-%d %H:%M} UTC.")


def _print_key(name: str, text: str, as_json: bool) -> None:
    if as_json:
        print(msgspec.json.encode({"partner": name, "api_key": text}).decode())
    else:
        print(f"The key of {name}, shown this once:\n\n    {text}\n")
