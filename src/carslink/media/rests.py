"""Hosts that asked to be left alone (`Retry-After`), kept for whoever fetches next."""

from datetime import timedelta

from django.utils import timezone

from carslink.media.models import Rest


def keep(rests: dict[str, float]) -> None:
    """Write down for how many seconds from now hosts are left alone, at the least."""
    now = timezone.now()
    longer = dict(Rest.objects.filter(host__in=rests, until__gt=now).values_list("host", "until"))
    until = {host: now + timedelta(seconds=seconds) for host, seconds in rests.items()}
    Rest.objects.bulk_create(
        [
            Rest(host=host, until=max(each, longer.get(host, each)))
            for host, each in sorted(until.items())
        ],
        update_conflicts=True,
        unique_fields=["host"],
        update_fields=["until"],
    )


def told() -> dict[str, float]:
    """Return for how many seconds more hosts are left alone; what is over is forgotten."""
    now = timezone.now()
    Rest.objects.filter(until__lte=now).delete()
    kept = Rest.objects.values_list("host", "until")
    return {host: (until - now).total_seconds() for host, until in kept}
