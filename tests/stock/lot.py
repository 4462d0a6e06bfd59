"""A dealer's stock under test, fed through `accept` itself."""

import itertools
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.stock.accept import Incoming, accept, new_sync_id
from carslink.stock.batch import Mode
from carslink.stock.models import Heartbeat, History, Listing
from tests.push.shop import Receipt, check_counts

_numbers = itertools.count(1)


@dataclass
class Lot:
    """A dealer of a partner; each feed's receipt is checked to add up."""

    partner: Partner
    id: str = field(default_factory=lambda: f"D{next(_numbers)}")

    def send(self, mode: Mode, *listings: Any, door: str = "push", **dealer: Any) -> Receipt:
        """Accept a feed and return its receipt."""
        entries = [json.dumps(listing).encode() for listing in listings]
        incoming = Incoming(
            self.partner, self.id, dealer, mode, entries, b"".join(entries), door=door
        )
        receipt: Receipt = json.loads(accept(incoming, new_sync_id()))
        with connection.cursor() as cursor:  # as the commit does, which tests of this kind lack
            cursor.execute("DROP TABLE IF EXISTS pg_temp.incoming_listing")
        check_counts(receipt)
        if receipt["dealer"] is not None:
            assert receipt["dealer"]["live"] == len(self.live())
        return receipt

    def full(self, *listings: Any, **dealer: Any) -> Receipt:
        """Accept a full feed."""
        return self.send("full_replace", *listings, **dealer)

    def partial(self, *listings: Any, **dealer: Any) -> Receipt:
        """Accept a partial feed."""
        return self.send("partial", *listings, **dealer)

    def upload(self, *listings: Any, mode: Mode = "full_replace") -> Receipt:
        """Accept a feed through the upload door."""
        return self.send(mode, *listings, door="upload")

    @property
    def dealer(self) -> Dealer:
        """The dealer as it stands in the database."""
        return Dealer.objects.get(partner=self.partner, partner_dealer_id=self.id)

    def listing(self, source_id: str) -> Listing:
        """Return the listing with this source_id."""
        return Listing.objects.get(dealer=self.dealer, source_id=source_id)

    def live(self) -> list[str]:
        """Return the source_ids of what is live."""
        mine = Listing.objects.filter(dealer=self.dealer, state="live")
        return sorted(mine.values_list("source_id", flat=True))

    def held(self) -> list[str]:
        """Return the source_ids of what is held."""
        mine = Listing.objects.filter(dealer=self.dealer, held_since__isnull=False)
        return sorted(mine.values_list("source_id", flat=True))

    def history(self, source_id: str) -> list[tuple[str, str | None, Any]]:
        """Return event, why and changes of all that happened to a listing, oldest first."""
        events = History.objects.filter(listing=self.listing(source_id)).order_by("id")
        return list(events.values_list("event", "why", "changes"))

    def age(self, by: timedelta) -> None:
        """Let all of the dealer's feeds have come earlier, on the dealer and its listings."""
        for table, columns, where in (
            ("dealers_dealer", ("full_feed_at",), "id"),
            ("stock_listing", ("refreshed_at", "held_since", "taken_down_at"), "dealer_id"),
        ):
            sets = ", ".join(f"{column} = {column} - %(by)s" for column in columns)
            with connection.cursor() as cursor:
                cursor.execute(
                    f"UPDATE {table} SET {sets} WHERE {where} = %(dealer)s",
                    {"by": by, "dealer": self.dealer.pk},
                )


def feeds_can_be_taken(at: datetime | None = None) -> None:
    """Set the last heartbeat."""
    Heartbeat.objects.update_or_create(id=1, defaults={"at": at or timezone.now()})
