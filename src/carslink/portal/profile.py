"""A dealer's profile as buyers see it, and where each part of it comes from."""

from dataclasses import dataclass

from carslink.dealers.models import Dealer


@dataclass(frozen=True)
class Part:
    """One part of the profile; empty where nobody has sent it."""

    label: str
    value: str
    source: str


def parts(dealer: Dealer) -> list[Part]:
    """Return what buyers see of the dealer, in the order of its page."""
    is_own = dealer.partner.is_own
    sent = "as you gave it" if is_own else f"sent by {dealer.partner.name}"
    lines = "from its lines" if is_own else f"from the address lines {sent}"
    built = sent if dealer.address_as_sent else lines
    placed = "from your postcode"
    town = dealer.location or dealer.town
    told = (
        ("Name", dealer.name, sent),
        ("Address", dealer.address, built),
        ("Postcode", dealer.postcode, sent),
        ("Town", town, placed if dealer.location else sent),
        ("Region", dealer.region, placed),
        ("Phone", dealer.phone, sent),
        ("E-mail", dealer.email, "your account's address" if is_own else sent),
        ("Website", dealer.website, sent),
    )
    return [Part(label, value, source if value else "not known") for label, value, source in told]
