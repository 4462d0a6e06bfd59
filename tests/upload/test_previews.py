"""What a dealer is shown before publishing, and that publishing then does just that."""

import io
import json
from collections.abc import Callable

import pytest

from carslink.dealers.models import Dealer
from carslink.portal.upload_words import most_frequent, why
from carslink.stock import undo
from carslink.stock.models import Feed, Listing
from carslink.upload import flow
from carslink.upload.models import Draft
from tests.push.shop import images, registration
from tests.upload.files import delimited
from tests.upload.test_flow import HEADER, Work, checked, live, published, row, sent, settled


def test_all_my_stock_takes_down_what_is_missing_and_says_so_before(
    mine: Dealer, work: Work
) -> None:
    first = sent(mine, row(1), row(2), row(3))
    work()
    published(checked(first, work), work)
    second = sent(mine, row(2), row(3, **{"Retail Price": "£1"}), row(4), name="later.csv")
    work()  # remembered: checked at once
    second.refresh_from_db()
    assert (second.state, second.is_remembered) == ("ready", True)
    named = ("new", "changed", "unchanged", "removed", "removed_named", "live")
    assert {name: second.preview[name] for name in named} == {
        "new": 1, "changed": 1, "unchanged": 1, "removed": 1,
        "removed_named": [registration(1)], "live": 3,
    }  # fmt: skip
    published(second, work)
    assert live(mine) == [registration(each) for each in (2, 3, 4)]


def test_add_and_update_takes_nothing_down(mine: Dealer, work: Work) -> None:
    first = sent(mine, row(1), row(2))
    work()
    published(checked(first, work), work)
    second = sent(mine, row(3))
    work()
    second.refresh_from_db()
    assert flow.settle(second, second.chosen, second.defaults, "partial")
    work()
    second.refresh_from_db()
    assert (second.preview["new"], second.preview["removed"]) == (1, 0)
    published(second, work)
    assert live(mine) == [registration(each) for each in (1, 2, 3)]


def test_the_preview_says_what_publishing_then_does(mine: Dealer, work: Work) -> None:
    first = sent(mine, row(1), row(2), row(3))
    work()
    published(checked(first, work), work)
    mixed = [
        row(1), row(2, Miles="9,000"), row(5), row(5, Year="2020"), row(6, Year="soon"),
        row(3, Photos=""), row(7, Photos=""), row(8, **{"Reg No": "none"}),
    ]  # fmt: skip
    for mode in ("partial", "full_replace"):
        upload = sent(mine, *mixed)
        work()
        upload.refresh_from_db()
        flow.settle(upload, upload.chosen, upload.defaults, flow.mode_of(mode))
        work()
        upload.refresh_from_db()
        foretold = upload.preview
        published(upload, work)
        feed = Feed.objects.get(sync_id=upload.sync_id)
        counts = json.loads(feed.receipt)["feed"]
        assert (foretold["new"], foretold["changed"], foretold["unchanged"]) == (
            feed.created, feed.updated, feed.unchanged,
        )  # fmt: skip
        assert foretold["skipped"] + foretold["draft"] == counts["skipped"] == 3
        assert (foretold["repeated"], foretold["removed"]) == (
            counts["superseded"], counts["removed"],
        )  # fmt: skip


def _later_feed(mine: Dealer, work: Work) -> None:
    """Add a vehicle by another upload."""
    other = sent(mine, row(9), name="other.csv")
    work()
    other.refresh_from_db()
    chosen = [each["choice"] for each in other.table["columns"]]
    assert flow.settle(other, chosen, {}, "partial")
    work()
    published(other, work)


def _restored(mine: Dealer, work: Work) -> None:
    """Bring back what an upload took down: no feed does that."""
    assert undo.restore(Feed.objects.filter(dealer=mine).latest("pk").sync_id) == (1, 0)


@pytest.mark.parametrize("change", [_later_feed, _restored])
def test_stock_that_has_changed_since_the_preview_is_previewed_anew(
    mine: Dealer, work: Work, change: Callable[[Dealer, Work], None]
) -> None:
    first = sent(mine, row(1), row(8))
    work()
    published(checked(first, work), work)
    second = sent(mine, row(1))
    work()
    published(second, work)
    upload = sent(mine, row(1))
    work()
    upload.refresh_from_db()
    assert (upload.preview["removed"], upload.preview["stock_has_changed"]) == (0, False)
    change(mine, work)
    feeds = Feed.objects.filter(dealer=mine).count()
    before = live(mine)
    assert len(before) == 2
    assert flow.publish(upload)
    assert work() == ["publish_upload", "check_upload"]
    upload.refresh_from_db()
    assert (upload.state, live(mine)) == ("ready", before)
    assert Feed.objects.filter(dealer=mine).count() == feeds
    assert (upload.preview["removed"], upload.preview["stock_has_changed"]) == (1, True)
    published(upload, work)
    assert live(mine) == [registration(1)]


def test_a_row_without_photographs_keeps_the_vehicles(mine: Dealer, work: Work) -> None:
    first = sent(mine, row(1))
    work()
    published(checked(first, work), work)
    second = sent(mine, row(1, Photos="", Miles="30,000"))
    work()
    published(second, work)
    listing = Listing.objects.get(dealer=mine)
    assert (listing.mileage, listing.images) == (30_000, images(1))


def test_the_later_of_two_rows_counts_and_the_earlier_is_told_which(
    mine: Dealer, work: Work
) -> None:
    upload = sent(mine, row(1), row(2), row(1, Miles="9"))
    work()
    checked(upload, work)
    assert list(upload.problems.values_list("row", "kind", "reason")) == [(2, "repeated", "4")]


def test_a_vehicle_that_goes_live_by_one_row_is_no_draft_by_another(
    mine: Dealer, work: Work
) -> None:
    bare = {number: row(number, Photos="") for number in (1, 2, 3)}
    upload = sent(mine, bare[1], row(1), row(2), bare[2], bare[3], bare[3])
    work()
    checked(upload, work)
    found = upload.problems.order_by("row").values_list("row", "kind", "reason")
    photographs = "minimum 4 image URLs required (received 0)"
    assert list(found) == [
        (2, "repeated", "3"), (5, "repeated", "4"), (6, "repeated", "7"),
        (7, "draft", photographs),
    ]  # fmt: skip
    upload.refresh_from_db()
    assert (upload.preview["new"], upload.preview["draft"]) == (2, 1)
    published(upload, work)
    assert list(Draft.objects.values_list("registration", flat=True)) == [registration(3)]


def test_buyers_are_shown_to_see_the_rows_that_stand(mine: Dealer, work: Work) -> None:
    numbers = range(1, 31)
    earlier = [row(each, Miles="9") for each in numbers]
    later = [row(each, Miles="70") for each in reversed(numbers)]
    upload = sent(mine, *earlier, *later)
    work()
    checked(upload, work)
    upload.refresh_from_db()
    assert [(each["row"], each["mileage"]) for each in upload.preview["sample"]] == [
        (each, 70) for each in range(56, 62)
    ]


def test_two_vehicles_with_one_stock_number_are_not_called_the_same(
    mine: Dealer, work: Work
) -> None:
    numbers = ("S1", "S2", "S3", "S4", "S5", "S5")
    rows = [[number, *row(place)] for place, number in enumerate(numbers)]
    text = delimited([["Stock No", *HEADER], *rows])
    upload = flow.receive(mine, "stock.csv", io.BytesIO(text.encode()))
    work()
    settled(upload)
    work()
    (problem,) = upload.problems.all()
    assert (problem.row, problem.kind) == (6, "repeated")
    assert why(problem) == ["It has the same stock number as row 7, which counts instead."]
    (reason,) = most_frequent(upload.problems.all())
    assert reason.words == "Another row has the same stock number, and counts instead."
