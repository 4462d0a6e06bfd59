"""Photographs that dealers dropped on a page: whose they are, for whom alone they count.

The room `media` keeps the files, and says here that it did. In a listing's `images` such a
photograph stands as `media:` and its name. The name is a hash of the file: whoever has the same
file can know it, and so it opens nothing by itself.
"""

from collections.abc import Iterable

from django.utils import timezone

from carslink.stock.models import Dropped, Listing

PREFIX = "media:"


def own(dealer: int) -> frozenset[str]:
    """Return the photographs that a dealer dropped and that are there, as listings name them."""
    names = Dropped.objects.filter(dealer=dealer).values_list("name", flat=True)
    return frozenset(PREFIX + name for name in names)


def note(dealer: int, names: Iterable[str]) -> None:
    """Note that these are kept for the dealer."""
    rows = [Dropped(dealer_id=dealer, name=name, at=timezone.now()) for name in names]
    Dropped.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["dealer", "name"], update_fields=["at"]
    )


def wait(dealer: int, images: Iterable[str]) -> None:
    """Note which of the dealer's wait for their vehicle to go live; the others do not, any more.

    Those that wait are kept, although no live listing has them.
    """
    names = {image.removeprefix(PREFIX) for image in images if image.startswith(PREFIX)}
    mine = Dropped.objects.filter(dealer=dealer)
    mine.filter(waits=False, name__in=names).update(waits=True)
    mine.filter(waits=True).exclude(name__in=names).update(waits=False)


def is_live(name: str) -> bool:
    """Whether a live listing of a dealer who dropped a photograph has it.

    The followers may not have heard of it yet, or may be switched off.
    """
    owners = Dropped.objects.filter(name=name).values("dealer")
    live = Listing.objects.filter(dealer__in=owners, state=Listing.State.LIVE)
    return live.filter(images__contains=[PREFIX + name]).exists()


def forget(name: str) -> None:
    """Forget a photograph that is not kept any more."""
    Dropped.objects.filter(name=name).delete()
