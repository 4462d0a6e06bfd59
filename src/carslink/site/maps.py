"""Where a map shows a dealer."""

from urllib.parse import urlencode

from carslink.dealers.models import Dealer


def map_of(dealer: Dealer) -> str:
    """Return where a map shows the dealer, a plain link; nothing where its point is not known."""
    if dealer.latitude is None or dealer.longitude is None:
        return ""
    at = (f"{dealer.latitude:.5f}", f"{dealer.longitude:.5f}")
    marker = urlencode({"mlat": at[0], "mlon": at[1]})
    return f"https://www.openstreetmap.org/?{marker}#map=17/{at[0]}/{at[1]}"
