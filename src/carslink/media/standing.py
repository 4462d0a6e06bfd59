"""What a dealer is told of a listing's photographs, each of them."""

from dataclasses import dataclass

from carslink.media.follow import digest_of
from carslink.media.models import Address
from carslink.stock.models import Listing
from carslink.stock.sizes import THUMBNAIL, at_least, picture_path


@dataclass(frozen=True)
class Standing:
    """One photograph: where the dealer has it, how it stands, and its thumbnail if it is kept.

    `state` is one of `Address.State`; `reason` says what is wrong with one that failed or rests.
    """

    url: str
    state: str
    reason: str = ""
    path: str = ""


def of(listing: Listing) -> list[Standing]:
    """Return how each photograph of a listing stands, in its order. One query."""
    digests = [digest_of(url) for url in listing.images]
    found = Address.objects.filter(digest__in=digests).select_related("picture")
    known = {bytes(each.digest): each for each in found}
    pairs = zip(listing.images, digests, strict=True)
    return [_standing(url, known.get(digest)) for url, digest in pairs]


def _standing(url: str, address: Address | None) -> Standing:
    if address is None:
        return Standing(url, Address.State.WAITING)
    if address.picture is None:
        return Standing(url, address.state, address.reason)
    width = at_least(address.picture.width, THUMBNAIL)
    return Standing(url, Address.State.KEPT, path=picture_path(address.picture.name, width))
