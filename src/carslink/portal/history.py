"""A dealer's feeds as its keeper sees them: what each brought, and what was wrong, in words.

What a feed's receipt says is told; the feed's own text is never shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from carslink.dealers.models import Dealer
from carslink.portal import advice, photographs
from carslink.stock.models import Feed

A_PAGE = 20
SKIPPED_A_PAGE = 50
MOST_NAMED = 5  # vehicles named for one remark
MODES = {Feed.Mode.FULL_REPLACE: "Whole stock", Feed.Mode.PARTIAL: "Changes"}


class Counts(msgspec.Struct):
    """The counts of a receipt: see the contract, section 2."""

    received: int
    accepted: int
    skipped: int
    removed: int
    held: int


class _Warning(msgspec.Struct):
    field: str
    reason: str
    source_id: str | None = None
    registration: str | None = None
    index: int | None = None


class _Skipped(msgspec.Struct):
    reason: str
    source_id: str | None = None
    registration: str | None = None
    index: int | None = None


class _Summary(msgspec.Struct):
    feed: Counts
    deleted_count: int


class _Receipt(_Summary):
    skipped_listings: list[_Skipped]
    warnings: list[_Warning]
    warnings_total: int


@dataclass(frozen=True)
class Taken:
    """A feed, and what became of it."""

    feed: Feed
    counts: Counts
    taken_down: int

    @property
    def mode(self) -> str:
        """What kind of feed it was, in words."""
        return MODES[Feed.Mode(self.feed.mode)]


@dataclass(frozen=True)
class Refusal:
    """A vehicle that was skipped: what it is called, and why, a sentence for each fault."""

    vehicle: str
    why: list[str]


@dataclass
class Remark:
    """Something to mend that kept nothing from being listed, and some vehicles it is about."""

    words: str
    about: str
    count: int
    named: list[str]


@dataclass(frozen=True)
class Told:
    """One feed in full."""

    taken: Taken
    skipped: "Page[_Skipped]"
    refusals: list[Refusal]
    remarks: list[Remark]
    remarks_left_out: int
    pictures: photographs.OfFeed


def latest(dealer: Dealer, count: int) -> list[Taken]:
    """Return the dealer's latest feeds, the newest first."""
    return [_taken(feed) for feed in _feeds(dealer)[:count]]


def page(dealer: Dealer, number: str | int) -> "tuple[Page[Feed], list[Taken]]":
    """Return a page of the dealer's feeds, the newest first."""
    feeds = Paginator(_feeds(dealer), A_PAGE).get_page(number)
    return feeds, [_taken(feed) for feed in feeds]


def find(dealer: Dealer, sync_id: str, page: str | int) -> Told | None:
    """Return a feed of the dealer, with a page of what was skipped; None where there is none."""
    feed = Feed.objects.filter(dealer=dealer, sync_id=sync_id).first()
    if feed is None:
        return None
    receipt = msgspec.json.decode(feed.receipt, type=_Receipt)
    skipped = Paginator(receipt.skipped_listings, SKIPPED_A_PAGE).get_page(page)
    return Told(
        taken=Taken(feed, receipt.feed, receipt.deleted_count + receipt.feed.removed),
        skipped=skipped,
        refusals=[Refusal(_name(each), advice.why_skipped(each.reason)) for each in skipped],
        remarks=_remarks(receipt.warnings),
        remarks_left_out=receipt.warnings_total - len(receipt.warnings),
        pictures=photographs.of_feed(feed),
    )


def _feeds(dealer: Dealer) -> QuerySet[Feed]:
    return Feed.objects.filter(dealer=dealer).order_by("-number")


def _taken(feed: Feed) -> Taken:
    summary = msgspec.json.decode(feed.receipt, type=_Summary)
    return Taken(feed, summary.feed, summary.deleted_count + summary.feed.removed)


def _name(each: _Skipped | _Warning) -> str:
    """Return what the dealer's system calls the vehicle, or its place in the feed."""
    if each.source_id is not None:
        return f"Stock number {each.source_id}"
    if each.registration is not None:
        return each.registration
    return "" if each.index is None else f"Number {each.index + 1:,} in the feed"


def _remarks(warnings: Sequence[_Warning]) -> list[Remark]:
    """Return what was remarked on, each once, those of most vehicles first."""
    found: dict[tuple[str, str], Remark] = {}
    for each in warnings:
        words, about = advice.plain(each.reason), advice.label(each.field)
        remark = found.setdefault((about, words), Remark(words, about, 0, []))
        remark.count += 1
        if len(remark.named) < MOST_NAMED and (name := _name(each)):
            remark.named.append(name)
    return sorted(found.values(), key=lambda remark: -remark.count)
